// Files in a folder of this machine (or a mounted one). The default.
import { createHash, randomUUID } from 'node:crypto'
import { constants, createReadStream } from 'node:fs'
import { mkdir, open, opendir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { type Storage, StorageUnavailable } from './storage.ts'
import { contentTypeOf, isStorageKey } from './storage-key.ts'

/** Half-written files; on the same file system as their place, so that a rename is atomic. */
const INCOMING = '.incoming'

/** A storage below `root` (made if missing, readable by the server's user only). */
export function createLocalStorage({ root }: { root: string }): Storage {
  const base = resolve(root)
  const placeOf = (key: string) => {
    contentTypeOf(key)
    return join(base, key)
  }
  return {
    put: (key, body) => guarded(async () => put(base, placeOf(key), body)),
    open: (key, range) =>
      guarded(async () => {
        const file = await openFile(placeOf(key))
        if (!file) return undefined
        const { size: totalBytes } = await file.stat()
        const start = range?.start ?? 0
        const end = Math.min(range?.end ?? totalBytes - 1, totalBytes - 1)
        if (start > end) {
          await file.close()
          throw new RangeError('The range starts behind the end of the object')
        }
        const stream = file.createReadStream({ start, end })
        return { stream, totalBytes, range: { start, end }, contentType: contentTypeOf(key) }
      }),
    remove: (key) => guarded(async () => rm(placeOf(key), { force: true })),
    list: (prefix = '') => list(base, prefix),
    check: () =>
      guarded(async () => {
        const probe = await incoming(base)
        await (await open(probe, 'wx', 0o600)).close()
        await rm(probe)
      }),
  }
}

/**
 * Removes half-written files of a process that was killed, last touched before `before` (UTC).
 * Returns how many.
 */
export async function sweepLocalStorage(root: string, before: Date): Promise<number> {
  const dir = await opendir(join(resolve(root), INCOMING)).catch(() => [])
  let removed = 0
  for await (const { name } of dir) {
    const path = join(resolve(root), INCOMING, name)
    const found = await stat(path).catch(() => undefined)
    if (found === undefined || found.mtime >= before) continue
    await rm(path, { force: true })
    removed += 1
  }
  return removed
}

async function put(base: string, place: string, body: string | Uint8Array) {
  const temp = await incoming(base)
  const hash = createHash('sha256')
  let bytes = 0
  const source = typeof body === 'string' ? createReadStream(body) : Readable.from([body])
  const file = await open(temp, 'wx', 0o600)
  try {
    await pipeline(
      source,
      async function* (chunks: AsyncIterable<Uint8Array>) {
        for await (const chunk of chunks) {
          bytes += chunk.byteLength
          hash.update(chunk)
          yield chunk
        }
      },
      file.createWriteStream({ flush: true }),
    )
    if (bytes === 0) throw new TypeError('Nothing to store')
    await mkdir(dirname(place), { recursive: true, mode: 0o700 })
    await rename(temp, place)
    await syncFolder(dirname(place))
    return { bytes, sha256: hash.digest('hex') }
  } catch (error) {
    await rm(temp, { force: true })
    throw error
  }
}

async function incoming(base: string): Promise<string> {
  await mkdir(join(base, INCOMING), { recursive: true, mode: 0o700 })
  return join(base, INCOMING, randomUUID())
}

/** Makes the new name survive a power cut; Windows cannot and need not open a folder. */
async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return
  const folder = await open(path, constants.O_RDONLY)
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}

const openFile = (place: string) =>
  open(place, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0)).catch((error: unknown) => {
    if (isAbsence(error)) return undefined
    throw error
  })

async function* list(base: string, prefix: string) {
  const dir = await opendir(base, { recursive: true }).catch((error: unknown) => {
    if (isAbsence(error)) return []
    throw new StorageUnavailable('The storage folder cannot be read', { cause: error })
  })
  for await (const entry of dir) {
    if (!entry.isFile()) continue
    const path = join(entry.parentPath, entry.name)
    const key = relative(base, path).split(sep).join('/')
    if (!key.startsWith(prefix) || !isStorageKey(key)) continue
    const found = await stat(path).catch(() => undefined)
    if (found) yield { key, bytes: found.size, modifiedAt: found.mtime }
  }
}

const codeOf = (error: unknown) =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''

const isAbsence = (error: unknown) => ['ENOENT', 'ENOTDIR'].includes(codeOf(error))

/** Errors of the file system (full disk, rights, too many files) become ours; defects do not. */
async function guarded<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (!/^E[A-Z0-9]+$/.test(codeOf(error))) throw error
    throw new StorageUnavailable(`The storage folder failed: ${codeOf(error)}`, { cause: error })
  }
}
