// The corpus of photos: each file is written anew without a trace of its metadata, or refused with
// a sentence, and never leaves anything behind.
import { MEDIA_REFUSAL_CODES, refused } from '@shouhou/server/media/refusals.ts'
import { PROBLEMS } from '@shouhou/shared/contract/problems'
import { LIMITS } from '@shouhou/shared/domain/limits'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { accept } from './accept.ts'
import * as samples from './photo-samples.ts'

const { CANARY } = samples

describe('a photo from a phone', () => {
  test('stands upright and tells nothing about where, when and with what it was taken', async () => {
    const camera = await samples.cameraJpeg()
    expect(camera.includes(CANARY) && camera.includes('Exif')).toBe(true)
    expect((await sharp(camera).metadata()).orientation).toBe(6)

    const { verdict, full, thumb, left } = await accept(camera)
    expect([verdict, left]).toEqual(['photo', []])
    for (const file of [full, thumb]) {
      const { format, exif, xmp, iptc, icc, comments, orientation } = await sharp(file).metadata()
      expect(format).toBe('jpeg')
      expect([exif, xmp, iptc, icc, comments, orientation]).toEqual(Array(6).fill(undefined))
      expect(file.includes('canary') || file.includes('Exif')).toBe(false)
    }
    const { data, info } = await sharp(full).raw().toBuffer({ resolveWithObject: true })
    expect([info.width, info.height]).toEqual([300, 400])
    // Turned right, what was left is up: red above blue.
    expect(data[0]).toBeGreaterThan(150)
    expect(data.at(-1)).toBeGreaterThan(150)
  })

  test('shrinks to 2560 pixels, with a thumbnail of 320', async () => {
    const large = await sharp({
      create: { width: 4000, height: 3000, channels: 3, background: '#3a7' },
    })
      .jpeg()
      .toBuffer()
    const { outcome } = await accept(large)
    expect(outcome).toMatchObject({
      ok: true,
      received: { bytes: large.length },
      full: { width: 2560, height: 1920 },
      thumb: { width: 320, height: 240 },
    })
  })

  test('is never made larger than it was', async () => {
    const { outcome } = await accept(await samples.png())
    expect(outcome).toMatchObject({
      full: { width: 50, height: 40 },
      thumb: { width: 50, height: 40 },
    })
  })

  test('gets a white ground where it was transparent', async () => {
    const { full } = await accept(await samples.png())
    expect([...(await sharp(full).raw().toBuffer()).subarray(0, 3)]).toEqual([255, 255, 255])
  })

  test.each([
    ['plain JPEG', samples.plainJpeg],
    ['progressive JPEG', samples.progressiveJpeg],
    ['CMYK JPEG', samples.cmykJpeg],
    ['PNG with text', samples.png],
    ['PNG of 16 bits', samples.deepPng],
    ['WebP with EXIF and XMP', samples.webp],
    ['PNG of 40 million pixels in a few bytes', () => samples.hugePng(8000, 5000)],
  ])('%s becomes a clean JPEG', async (_, make) => {
    const { verdict, full, left } = await accept(await make())
    expect([verdict, left]).toEqual(['photo', []])
    expect(full.includes('canary')).toBe(false)
    expect(await sharp(full).metadata()).toMatchObject({ format: 'jpeg', space: 'srgb' })
  })

  test('that is a web page or an archive as well loses that part', async () => {
    const tail = Buffer.from(
      '<html><script>alert("canary-tail")</script></html>PK\x03\x04canary-tail',
    )
    const { verdict, full } = await accept(Buffer.concat([await samples.plainJpeg(), tail]))
    expect(verdict).toBe('photo')
    expect(full.includes('canary-tail')).toBe(false)
    expect(full.subarray(-2).toString('hex')).toBe('ffd9')
  })

  test.each([1, 7, 4099, 4100, 4101])(
    'arrives the same in pieces of %i bytes',
    async (chunkBytes) => {
      const { verdict, outcome } = await accept(await samples.plainJpeg(), { chunkBytes })
      expect(verdict).toBe('photo')
      expect(outcome).toMatchObject({ full: { width: 400, height: 300 } })
    },
  )
})

const html = Buffer.from('<!doctype html><html><body><script>alert(1)</script></body></html>')
const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')
const half = (whole: Buffer) => whole.subarray(0, whole.length / 2)
const fill = (whole: Buffer, bytes: number) =>
  Buffer.concat([whole, Buffer.alloc(Math.max(0, bytes - whole.length))])

describe('a file that is not such a photo', () => {
  test.each([
    ['nothing at all', () => Buffer.alloc(0), 'media-empty'],
    ['a single byte', () => Buffer.from([0xff]), 'media-type-unsupported'],
    ['HEIC', () => samples.ftyp('heic', 'mif1', 'heic'), 'media-heic'],
    ['HEIF', () => samples.ftyp('mif1', 'heic'), 'media-heic'],
    ['HEIC burst', () => samples.ftyp('hevc'), 'media-heic'],
    ['AVIF', samples.avif, 'media-type-unsupported'],
    ['SVG', () => svg, 'media-type-unsupported'],
    [
      'SVG behind an XML line',
      () => Buffer.from(`<?xml version="1.0"?>${svg}`),
      'media-type-unsupported',
    ],
    ['HTML', () => html, 'media-type-unsupported'],
    ['GIF', samples.gif, 'media-type-unsupported'],
    [
      'GIF that is JavaScript',
      () => Buffer.from('GIF89a/*....*/=alert(1)'),
      'media-type-unsupported',
    ],
    ['TIFF', samples.tiff, 'media-type-unsupported'],
    ['BMP', () => fill(Buffer.from('BM'), 200), 'media-type-unsupported'],
    ['PDF', () => Buffer.from('%PDF-1.7\n%%EOF'), 'media-type-unsupported'],
    ['ZIP', () => Buffer.from('PK\x05\x06'.padEnd(22, '\0')), 'media-type-unsupported'],
    ['a program', () => fill(Buffer.from('\x7fELF\x02\x01\x01'), 500), 'media-type-unsupported'],
    ['a JPEG of its first three bytes', () => Buffer.from([0xff, 0xd8, 0xff]), 'media-broken'],
    [
      'HTML behind the start of a JPEG',
      () => Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), html]),
      'media-broken',
    ],
    ['half a JPEG', async () => half(await samples.plainJpeg()), 'media-broken'],
    ['half a PNG', async () => half(await samples.png()), 'media-broken'],
    ['half a WebP', async () => half(await samples.webp()), 'media-broken'],
    ['a PNG without its pixels', () => samples.emptyPng(500, 500), 'media-broken'],
    ['a PNG of no size', () => samples.emptyPng(0, 0), 'media-broken'],
    [
      'a PNG bomb of 900 million pixels',
      () => samples.hugePng(30_000, 30_000),
      'media-too-many-pixels',
    ],
    [
      'a PNG of 40 million pixels and one row',
      () => samples.hugePng(8000, 5001),
      'media-too-many-pixels',
    ],
    [
      'a PNG that says it is endless',
      () => samples.emptyPng(2 ** 31 - 1, 2 ** 31 - 1),
      'media-broken',
    ],
    [
      'a JPEG above 10 MB',
      async () => fill(await samples.plainJpeg(), LIMITS.photoBytes + 1),
      'media-too-large',
    ],
  ] as const)('%s is refused', async (_, make, code) => {
    const { verdict, left } = await accept(await make())
    expect([verdict, left]).toEqual([code, []])
  })

  test('a JPEG of exactly 10 MB is still accepted', async () => {
    const { verdict } = await accept(fill(await samples.plainJpeg(), LIMITS.photoBytes))
    expect(verdict).toBe('photo')
  })

  test.each([
    ['picture.html', 'image/jpeg', 'media-mismatch'],
    ['picture.jpg.exe', 'image/jpeg', 'media-mismatch'],
    ['picture.mp4', 'video/mp4', 'media-mismatch'],
    ['picture.jpg', 'text/html', 'media-mismatch'],
    ['picture.jpg', 'video/mp4', 'media-mismatch'],
    ['picture.png', 'image/png', 'photo'],
    ['图片.JPG', 'image/jpeg', 'photo'],
    ['../../etc/passwd', 'application/octet-stream', 'photo'],
    ['tmp_0a1b2c', '', 'photo'],
    [undefined, undefined, 'photo'],
  ])('a JPEG called %s of type %s: %s', async (fileName, contentType, expected) => {
    const declared = { fileName, contentType }
    const { verdict, left } = await accept(await samples.plainJpeg(), { declared })
    expect([verdict, left]).toEqual([expected, []])
  })
})

test('every refusal has a problem of the contract and a sentence in both languages', () => {
  for (const code of MEDIA_REFUSAL_CODES) {
    const { problem, zh, en } = refused(code).refusal
    expect(PROBLEMS[problem][0]).toBeGreaterThanOrEqual(400)
    expect(zh).toMatch(/[\u4e00-\u9fff]{4}/)
    expect(en).toMatch(/^[A-Za-z].{15,}/)
  }
})
