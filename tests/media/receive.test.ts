// Receiving a file: whatever breaks off, at whatever byte, no file stays.
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { mkdir, mkdtemp, readdir, readFile, rm, stat, utimes } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { receive } from '@shouhou/server/media/receive.ts'
import { sweepWorkspaces, withWorkspace } from '@shouhou/server/media/workspace.ts'
import { LIMITS } from '@shouhou/shared/domain/limits'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { ftyp, plainJpeg } from './photo-samples.ts'

let dir: string
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'receive-test-'))
})
afterEach(() => rm(dir, { recursive: true }))

/** Gives the first `bytes` of `body` and then fails. */
const breaking = (body: Buffer, bytes: number) =>
  Readable.from(
    (function* () {
      for (let at = 0; at < bytes; at += 1000) yield body.subarray(at, Math.min(at + 1000, bytes))
      throw new Error('connection lost')
    })(),
    { objectMode: false },
  )

describe('receiving', () => {
  test('keeps the bytes as they came, with their hash', async () => {
    const body = await plainJpeg()
    const file = await receive({ source: Readable.from([body]), dir })
    expect(file).toMatchObject({
      ok: true,
      kind: 'photo',
      type: 'image/jpeg',
      bytes: body.length,
      sha256: createHash('sha256').update(body).digest('hex'),
    })
    expect(file.ok && (await readFile(file.path)).equals(body)).toBe(true)
  })

  test.each([0, 1, 999, 1000, 4099, 4100, 4101, 5000])(
    'leaves nothing when the connection breaks after %i bytes',
    async (bytes) => {
      const body = Buffer.concat([await plainJpeg(), Buffer.alloc(5000)])
      await expect(receive({ source: breaking(body, bytes), dir })).rejects.toThrow(
        'connection lost',
      )
      expect(await readdir(dir)).toEqual([])
    },
  )

  test.each([0, 1000, 5000])('leaves nothing when it is given up after %i bytes', async (bytes) => {
    const gone = new AbortController()
    const source = new Readable({ read() {} })
    const receiving = receive({ source, dir, signal: gone.signal })
    receiving.catch(() => undefined)
    if (bytes > 0) source.push(Buffer.concat([await plainJpeg(), Buffer.alloc(bytes)]))
    await vi.waitFor(async () => {
      const written = await stat(join(dir, 'received'))
      expect(written.size).toBeGreaterThanOrEqual(bytes)
    })
    gone.abort()
    await expect(receiving).rejects.toThrow('aborted')
    expect(source.destroyed).toBe(true)
    expect(await readdir(dir)).toEqual([])
  })

  test('needs only the start of a wrong file to refuse it, and lets the rest flow away', async () => {
    const source = new Readable({ read() {} })
    source.push(Buffer.concat([ftyp('heic', 'mif1'), Buffer.alloc(5000)]))
    const result = await receive({ source, dir })
    expect(result).toMatchObject({ refusal: { code: 'media-heic' } })
    expect(await readdir(dir)).toEqual([])
    for (let sent = 0; sent < 40; sent += 1) source.push(Buffer.alloc(100_000))
    source.push(null)
    await once(source, 'end')
  })

  test('does not mind a connection that breaks after the refusal', async () => {
    const source = new Readable({ read() {} })
    source.push(Buffer.concat([ftyp('heic', 'mif1'), Buffer.alloc(5000)]))
    await receive({ source, dir })
    source.destroy(new Error('connection lost'))
    await new Promise((resolve) => source.once('close', resolve))
    expect(source.errored?.message).toBe('connection lost')
  })

  test('stops a video one byte above its limit', async () => {
    const start = ftyp('isom', 'mp42')
    const sized = (bytes: number) =>
      Readable.from([start, Buffer.alloc(bytes - start.length)], { objectMode: false })
    expect(await receive({ source: sized(LIMITS.videoBytes), dir })).toMatchObject({
      kind: 'video',
    })
    await rm(join(dir, 'received'))
    const more = await receive({ source: sized(LIMITS.videoBytes + 1), dir })
    expect(more).toMatchObject({ refusal: { code: 'media-too-large' } })
    expect(await readdir(dir)).toEqual([])
  })

  test('takes a stream that was cut at the limit of the form parser for too large', async () => {
    const source = Object.assign(Readable.from([await plainJpeg()]), { truncated: true })
    expect(await receive({ source, dir })).toMatchObject({ refusal: { code: 'media-too-large' } })
    expect(await readdir(dir)).toEqual([])
  })
})

describe('a workspace', () => {
  test('is gone afterwards, also when the work failed', async () => {
    const root = join(dir, 'made/when/needed')
    const failing = withWorkspace(root, async (space) => {
      await receive({ source: Readable.from([await plainJpeg()]), dir: space })
      expect(await readdir(space)).toEqual(['received'])
      throw new Error('later')
    })
    await expect(failing).rejects.toThrow('later')
    expect(await readdir(root)).toEqual([])
  })

  test('of a killed process is swept when it is old, and nothing else is', async () => {
    for (const name of ['upload-old', 'upload-new', 'other']) await mkdir(join(dir, name))
    const old = new Date('2026-01-01')
    await utimes(join(dir, 'upload-old'), old, old)
    await utimes(join(dir, 'other'), old, old)
    expect(await sweepWorkspaces(dir, new Date('2026-01-02'))).toBe(1)
    expect(await readdir(dir)).toEqual(['other', 'upload-new'])
    expect(await sweepWorkspaces(join(dir, 'none'), new Date())).toBe(0)
  })
})
