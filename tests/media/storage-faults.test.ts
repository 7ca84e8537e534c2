// What each storage driver does when its place misbehaves.
import { mkdir, mkdtemp, readdir, rm, stat, symlink, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { StorageUnavailable } from '@shouhou/server/adapters/storage.ts'
import { createLocalStorage, sweepLocalStorage } from '@shouhou/server/adapters/storage-local.ts'
import { createS3Storage } from '@shouhou/server/adapters/storage-s3.ts'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { type FakeS3, startFakeS3 } from './fake-s3.ts'

const KEY = 'shop/photo/full.jpg'
const BODY = Buffer.alloc(50_000, 7)

describe('the S3 driver', () => {
  let s3: FakeS3
  beforeEach(async () => {
    s3 = await startFakeS3(() => new Date())
  })
  afterEach(() => s3.close())
  const storage = (more: object = {}) =>
    createS3Storage({ ...s3, now: () => new Date(), retryMs: 1, ...more })

  test('tries again when the service is busy, with the whole body', async () => {
    s3.next(503, 500)
    await storage().put(KEY, BODY)
    expect(s3.requests).toHaveLength(3)
    const found = await storage().open(KEY)
    expect(found && (await buffer(found.stream)).equals(BODY)).toBe(true)
  })

  test('gives up after two more tries and says so without telling secrets', async () => {
    s3.next(503, 503, 503)
    const error = await storage()
      .put(KEY, BODY)
      .catch((e: unknown) => e)
    expect(error).toBeInstanceOf(StorageUnavailable)
    expect(String(error)).toBe('StorageUnavailable: The storage service answered 503 (SlowDown)')
    expect(s3.keys()).toEqual([])
  })

  test('does not wait for ever for a service that hangs', async () => {
    s3.next('hang')
    await expect(storage({ timeoutMs: 50 }).open(KEY)).rejects.toThrow(StorageUnavailable)
  })

  test('an answer that breaks off is an error, not a shorter file', async () => {
    await storage().put(KEY, BODY)
    s3.next('cut')
    const found = await storage().open(KEY)
    await expect(found && buffer(found.stream)).rejects.toThrow()
  })

  test('does not follow a service that sends it elsewhere', async () => {
    s3.next(307)
    await expect(storage().put(KEY, BODY)).rejects.toThrow(StorageUnavailable)
    expect(s3.requests).toHaveLength(1)
  })

  test('reports wrong keys instead of taking them for a missing object', async () => {
    const wrong = storage({ secretKey: 'wrong' })
    await expect(wrong.open(KEY)).rejects.toThrow('403 (SignatureDoesNotMatch)')
    await expect(wrong.check()).rejects.toThrow('403 (SignatureDoesNotMatch)')
    await expect(wrong.remove(KEY)).rejects.toThrow(StorageUnavailable)
    await expect(wrong.list()[Symbol.asyncIterator]().next()).rejects.toThrow(StorageUnavailable)
  })

  test('names the bucket in the host where the service wants it so', async () => {
    const asked = vi.spyOn(globalThis, 'fetch').mockRejectedValue(new TypeError('not sent'))
    const options = { endpoint: 'https://oss-cn-test.example.com', addressing: 'host' }
    await expect(storage(options).remove(KEY)).rejects.toThrow(StorageUnavailable)
    const [request] = asked.mock.calls[0] ?? []
    asked.mockRestore()
    expect((request as Request).url).toBe(`https://${s3.bucket}.oss-cn-test.example.com/${KEY}`)
  })
})

describe('the local driver', () => {
  let root: string
  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'storage-test-'))
  })
  afterEach(() => rm(root, { recursive: true }))

  test('leaves no half-written file when the source breaks off', async () => {
    const storage = createLocalStorage({ root })
    await expect(storage.put(KEY, join(root, 'missing'))).rejects.toThrow(StorageUnavailable)
    await expect(storage.put(KEY, root)).rejects.toThrow(StorageUnavailable)
    expect(await readdir(join(root, '.incoming'))).toEqual([])
    expect(await storage.open(KEY)).toBeUndefined()
  })

  test('files it creates are for the user of the server only', async () => {
    const storage = createLocalStorage({ root: join(root, 'files') })
    await storage.put(KEY, BODY)
    const modes = await Promise.all(
      ['files', 'files/shop', `files/${KEY}`].map(
        async (path) => (await stat(join(root, path))).mode & 0o77,
      ),
    )
    expect(modes).toEqual([0, 0, 0])
  })

  test('sweeps what a killed process left half-written, but nothing fresh and nothing stored', async () => {
    const storage = createLocalStorage({ root })
    await storage.put(KEY, BODY)
    await mkdir(join(root, '.incoming'), { recursive: true })
    const [old, fresh] = [join(root, '.incoming/old'), join(root, '.incoming/fresh')]
    await writeFile(old, 'x')
    await writeFile(fresh, 'x')
    await utimes(old, new Date('2026-01-01'), new Date('2026-01-01'))
    expect(await sweepLocalStorage(root, new Date('2026-01-02'))).toBe(1)
    expect(await readdir(join(root, '.incoming'))).toEqual(['fresh'])
    expect(await storage.open(KEY).then((found) => found?.stream.destroy() !== undefined)).toBe(
      true,
    )
    expect(await sweepLocalStorage(join(root, 'none'), new Date())).toBe(0)
  })

  test('does not follow a link out of its folder', async () => {
    const storage = createLocalStorage({ root })
    await mkdir(join(root, 'shop'))
    await symlink('/etc/hostname', join(root, 'shop/link.jpg'))
    await expect(storage.open('shop/link.jpg')).rejects.toThrow(StorageUnavailable)
  })
})
