// A stream from outside becomes a file in the workspace: sniffed on the first bytes, counted,
// hashed, and removed again if anything is wrong with it.
import { createHash } from 'node:crypto'
import { open, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { addAbortSignal, type Readable } from 'node:stream'
import { LIMITS } from '@shouhou/shared/domain/limits'
import { type Refused, refused } from './refusals.ts'
import {
  contradicts,
  type Declared,
  type MediaKind,
  type MediaType,
  SNIFF_BYTES,
  sniff,
} from './sniff.ts'

export type Received = {
  ok: true
  path: string
  kind: MediaKind
  type: MediaType
  bytes: number
  /** Of the bytes as they came, lower-case hex. */
  sha256: string
}

export type ReceiveInput = {
  /** Bytes; read to its end in any case, destroyed only when the signal fires. */
  source: Readable & { readonly truncated?: boolean }
  /** An existing folder, best one of `withWorkspace`. */
  dir: string
  declared?: Declared | undefined
  signal?: AbortSignal | undefined
}

/** Most bytes that a file of this kind may have. */
export const byteLimit = (kind: MediaKind): number =>
  kind === 'photo' ? LIMITS.photoBytes : LIMITS.videoBytes

/**
 * Writes `source` to a new file in `dir`. The type is decided as soon as the first bytes are in, so
 * that a wrong file is refused before the rest has come. The rest is then read and dropped: form
 * parsers stall when nobody reads a file, and phones want to finish sending before they listen.
 * Throws what the source throws (a broken
 * connection) and an `AbortError` if the signal fires; the file is gone in every case but success.
 */
export async function receive(input: ReceiveInput): Promise<Received | Refused> {
  const path = join(input.dir, 'received')
  try {
    const outcome = await receiveInto(path, input)
    if (!outcome.ok) await rm(path, { force: true })
    return outcome
  } catch (error) {
    await rm(path, { force: true })
    throw error
  }
}

async function receiveInto(path: string, input: ReceiveInput): Promise<Received | Refused> {
  const { source, declared = {}, signal } = input
  if (signal) addAbortSignal(signal, source)
  const file = await open(path, 'wx', 0o600)
  const hash = createHash('sha256')
  let head: Uint8Array[] = []
  let type: Awaited<ReturnType<typeof sniff>> | undefined
  let bytes = 0
  const judge = async () => {
    const found = await sniff(Buffer.concat(head))
    head = []
    return found.ok && contradicts(declared, found.kind) ? refused('media-mismatch') : found
  }
  try {
    for await (const chunk of chunksOf(source)) {
      bytes += chunk.byteLength
      if (type === undefined) {
        head.push(chunk)
        if (bytes >= SNIFF_BYTES) type = await judge()
      }
      if (type?.ok === false) return type
      if (bytes > byteLimit(type?.kind ?? 'video')) return refused('media-too-large')
      hash.update(chunk)
      await file.writeFile(chunk)
    }
    type ??= await judge()
    if (!type.ok) return type
    if (source.truncated === true) return refused('media-too-large')
    return { ok: true, path, kind: type.kind, type: type.type, bytes, sha256: hash.digest('hex') }
  } finally {
    await file.close()
  }
}

/** The chunks of a stream, the rest of which flows away unseen when the reader stops early. */
async function* chunksOf(source: Readable): AsyncGenerator<Uint8Array> {
  try {
    yield* source.iterator({ destroyOnReturn: false })
  } finally {
    // Nobody listens any more when the connection breaks while the rest flows away.
    source.on('error', () => {})
    source.resume()
  }
}
