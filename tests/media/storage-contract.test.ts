// One contract for both places where files may rest: what holds for the folder holds for S3.
import { createHash, randomBytes } from 'node:crypto'
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { type Storage, StorageUnavailable } from '@shouhou/server/adapters/storage.ts'
import { createLocalStorage } from '@shouhou/server/adapters/storage-local.ts'
import { createS3Storage } from '@shouhou/server/adapters/storage-s3.ts'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type FakeS3, startFakeS3 } from './fake-s3.ts'

let folder: string
let s3: FakeS3
beforeAll(async () => {
  s3 = await startFakeS3(() => new Date(), { pageSize: 2 })
})
afterAll(() => s3.close())
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'storage-test-'))
})
afterEach(() => rm(folder, { recursive: true }))

const PHOTO = '0193b0f2-7c1e-7a3c-9f64-1a2b3c4d5e6f/0193b0f3-0000-7000-8000-000000000001/full.jpg'
const sha256 = (body: Uint8Array) => createHash('sha256').update(body).digest('hex')

const drivers: [name: string, create: () => Storage][] = [
  ['local folder', () => createLocalStorage({ root: join(folder, 'files') })],
  ['S3 service', () => createS3Storage({ ...s3, now: () => new Date(), retryMs: 1 })],
]

describe.each(drivers)('storage in a %s', (_, create) => {
  let storage: Storage
  beforeEach(async () => {
    storage = create()
    for await (const { key } of storage.list()) await storage.remove(key)
  })
  const bytesAt = async (key: string, range?: { start: number; end: number }) => {
    const found = await storage.open(key, range)
    return found && (await buffer(found.stream))
  }
  const listed = async (prefix?: string) => {
    const keys: string[] = []
    for await (const { key } of storage.list(prefix)) keys.push(key)
    return keys.sort()
  }

  test('gives back the same bytes, their number, hash and type', async () => {
    const body = randomBytes(300_000)
    expect(await storage.put(PHOTO, body)).toEqual({ bytes: 300_000, sha256: sha256(body) })
    const found = await storage.open(PHOTO)
    expect(found).toMatchObject({
      totalBytes: 300_000,
      range: { start: 0, end: 299_999 },
      contentType: 'image/jpeg',
    })
    expect(found && sha256(await buffer(found.stream))).toBe(sha256(body))
  })

  test('stores a file by its path and leaves that file alone', async () => {
    const path = join(folder, 'film')
    const body = randomBytes(2_000_000)
    await writeFile(path, body)
    expect(await storage.put('shop/film.mp4', path)).toEqual({
      bytes: 2_000_000,
      sha256: sha256(body),
    })
    const found = await storage.open('shop/film.mp4')
    expect(found?.contentType).toBe('video/mp4')
    expect(found && sha256(await buffer(found.stream))).toBe(sha256(body))
    expect(await readdir(folder)).toContain('film')
  })

  test('a second put replaces the object', async () => {
    await storage.put(PHOTO, Buffer.from('first and longer'))
    await storage.put(PHOTO, Buffer.from('second'))
    expect(String(await bytesAt(PHOTO))).toBe('second')
  })

  test('gives a range, cut to the end of the object', async () => {
    await storage.put(PHOTO, Buffer.from('0123456789'))
    expect(String(await bytesAt(PHOTO, { start: 2, end: 4 }))).toBe('234')
    expect(String(await bytesAt(PHOTO, { start: 0, end: 0 }))).toBe('0')
    const tail = await storage.open(PHOTO, { start: 7, end: 5_000 })
    expect(tail?.range).toEqual({ start: 7, end: 9 })
    expect(tail?.totalBytes).toBe(10)
    expect(tail && String(await buffer(tail.stream))).toBe('789')
    await expect(storage.open(PHOTO, { start: 10, end: 12 })).rejects.toThrow(RangeError)
  })

  test('has nothing under a key never stored or removed, however often', async () => {
    expect(await storage.open(PHOTO)).toBeUndefined()
    await storage.put(PHOTO, Buffer.from('x'))
    await storage.remove(PHOTO)
    await storage.remove(PHOTO)
    expect(await storage.open(PHOTO)).toBeUndefined()
    expect(await storage.open(PHOTO, { start: 0, end: 1 })).toBeUndefined()
  })

  test('lists what is stored, over several pages and by the start of the key', async () => {
    for (const key of ['a/1.jpg', 'a/2.jpg', 'a/3.mp4', 'ab/1.jpg', 'b.jpg']) {
      await storage.put(key, Buffer.from(key))
    }
    expect(await listed()).toEqual(['a/1.jpg', 'a/2.jpg', 'a/3.mp4', 'ab/1.jpg', 'b.jpg'])
    expect(await listed('a/')).toEqual(['a/1.jpg', 'a/2.jpg', 'a/3.mp4'])
    expect(await listed('none')).toEqual([])
    for await (const { bytes, modifiedAt } of storage.list('b.jpg')) {
      expect(bytes).toBe(5)
      expect(Math.abs(Date.now() - modifiedAt.getTime())).toBeLessThan(60_000)
    }
  })

  test('ten files at once under one key leave one of them whole', async () => {
    const bodies = Array.from({ length: 10 }, (_, index) => Buffer.alloc(100_000, index))
    await Promise.all(bodies.map((body) => storage.put(PHOTO, body)))
    const left = await bytesAt(PHOTO)
    expect(bodies.some((body) => left && body.equals(left))).toBe(true)
  })

  test.each([
    '../secret.jpg',
    'a/../../secret.jpg',
    '/etc/passwd.jpg',
    'a//b.jpg',
    'a\\b.jpg',
    'a/b.jpg/../c.jpg',
    '.incoming/x.jpg',
    'A.jpg',
    'a.jpg\0',
    'a.jpg\n',
    'a.svg',
    'a.html',
    'a',
    '%2e%2e/a.jpg',
    `${'a/'.repeat(6)}b.jpg`,
    `${'a'.repeat(65)}.jpg`,
    '',
  ])('refuses %j as a key', async (key) => {
    await expect(storage.put(key, Buffer.from('x'))).rejects.toThrow(TypeError)
    await expect(storage.open(key)).rejects.toThrow(TypeError)
    await expect(storage.remove(key)).rejects.toThrow(TypeError)
  })

  test('refuses to store nothing', async () => {
    await expect(storage.put(PHOTO, Buffer.alloc(0))).rejects.toThrow(TypeError)
    expect(await listed()).toEqual([])
  })

  test('says that it can be used', async () => {
    await storage.check()
    expect(await listed()).toEqual([])
  })
})

test('the error of a place that fails is the same for both', async () => {
  await writeFile(join(folder, 'file'), 'a file where a folder should be')
  const local = createLocalStorage({ root: join(folder, 'file') })
  await expect(local.check()).rejects.toThrow(StorageUnavailable)
  await expect(local.put(PHOTO, Buffer.from('x'))).rejects.toThrow(StorageUnavailable)
  const far = createS3Storage({ ...s3, endpoint: 'http://127.0.0.1:1', now: () => new Date() })
  await expect(far.check()).rejects.toThrow(StorageUnavailable)
  await expect(far.put(PHOTO, Buffer.from('x'))).rejects.toThrow(StorageUnavailable)
})
