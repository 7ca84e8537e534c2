// Videos: only short MP4 with picture; places, titles, times and hidden tracks are gone from them.
import { readFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { accept } from './accept.ts'
import { box, type Mp4Plan, mp4, RECORDED, u32, wideBox } from './mp4-samples.ts'

const camera = await readFile(new URL('./fixtures/camera.mp4', import.meta.url))
const place = box('udta', box('\xa9xyz', Buffer.from('\0\x12\x15\xc7+31.2304+121.4737/canary')))
const canary = box('meta', u32(0), Buffer.from('canary'))
const withTrack = (track: NonNullable<Mp4Plan['tracks']>[number]) => mp4({ tracks: [track] })

describe('a video of a real encoder', () => {
  test('keeps its length, size and offsets and loses place, title, comment and times', async () => {
    for (const trace of ['loci', 'canary-title', 'canary-comment']) {
      expect(camera.includes(trace)).toBe(true)
    }
    const { outcome, full, left } = await accept(camera)
    expect(outcome).toMatchObject({
      ok: true,
      kind: 'video',
      thumb: undefined,
      durationMs: 2023,
      full: { width: 128, height: 96, bytes: camera.length },
    })
    expect(left).toEqual([])
    expect(full.length).toBe(camera.length)
    expect(full.includes('loci') || full.includes('canary')).toBe(false)
  })

  test('keeps every byte of picture and sound', async () => {
    const { full } = await accept(camera)
    const at = camera.indexOf('mdat')
    const data = (file: Buffer) => file.subarray(at, at - 4 + camera.readUInt32BE(at - 4))
    // The encoder's own data is all picture and sound: nothing in it is hidden.
    expect(data(full).equals(data(camera))).toBe(true)
  })

  test('comes out of a second cleaning unchanged', async () => {
    const once = await accept(camera)
    const twice = await accept(once.full)
    expect(twice.full.equals(once.full)).toBe(true)
  })
})

describe('cleaning', () => {
  test.each([
    ['place in moov', { inMoov: [place] }],
    ['notes in moov', { inMoov: [canary, box('uuid', Buffer.from('canary'))] }],
    ['boxes nobody knows', { inMoov: [box('zzzz', Buffer.from('canary'))] }],
    [
      'notes at the end of the file',
      { after: [place, canary, box('uuid', Buffer.from('canary'))] },
    ],
    ['free space that is not empty', { after: [box('free', Buffer.from('canary'))] }],
    ['a box with a wide size', { after: [wideBox('uuid', Buffer.from('canary'))] }],
    ['bytes no track refers to', { hidden: 'canary<script>' }],
    ['a track of places', { tracks: [{}, { kind: 'meta', samples: ['canary'] }] }],
    ['a track of subtitles', { tracks: [{}, { kind: 'text', samples: ['canary'] }] }],
    ['notes in trak', { tracks: [{ extra: { trak: place } }] }],
    ['notes in mdia', { tracks: [{ extra: { mdia: canary } }] }],
    ['notes in minf', { tracks: [{ extra: { minf: canary } }] }],
    ['notes in stbl', { tracks: [{ extra: { stbl: canary } }] }],
  ] satisfies [string, Mp4Plan][])('removes %s', async (_, plan) => {
    const dirty = mp4(plan)
    expect(dirty.includes('canary')).toBe(true)
    const { verdict, full, left } = await accept(dirty)
    expect([verdict, left]).toEqual(['video', []])
    expect(full.length).toBe(dirty.length)
    expect(full.includes('canary')).toBe(false)
    expect(full.includes('picture-onepicture-two')).toBe(true)
  })

  test('forgets when the video was recorded', async () => {
    const dirty = mp4()
    expect(dirty.includes(u32(RECORDED))).toBe(true)
    expect((await accept(dirty)).full.includes(u32(RECORDED))).toBe(false)
  })

  test('keeps picture and sound that lie between each other', async () => {
    const { full } = await accept(
      mp4({ tracks: [{ samples: ['picture', 'PICTURE'] }, { kind: 'soun', samples: ['sound'] }] }),
    )
    expect(full.includes('picturePICTUREsound')).toBe(true)
  })

  test('tells the size as shown when the phone was held upright', async () => {
    const { outcome } = await accept(withTrack({ size: [1280, 720], turned: true }))
    expect(outcome).toMatchObject({ full: { width: 720, height: 1280 } })
  })

  test('accepts data of a wide or an open size', async () => {
    const whole = mp4()
    const at = whole.indexOf('mdat') - 4
    const open = Buffer.from(whole)
    open.writeUInt32BE(0, at)
    expect((await accept(open)).verdict).toBe('video')
    const content = whole.subarray(at + 8)
    const moved = Buffer.concat([whole.subarray(0, at), wideBox('mdat', content)])
    const table = moved.indexOf('stco') + 12
    for (const entry of [table, table + 4])
      moved.writeUInt32BE(moved.readUInt32BE(entry) + 8, entry)
    const { verdict, full } = await accept(moved)
    expect(verdict).toBe('video')
    expect(full.includes('picture-onepicture-two')).toBe(true)
  })
})

describe('the length of a video', () => {
  test.each([
    ['30 s', { seconds: 30 }, 'video'],
    ['some frames over 30 s', { seconds: 30.9 }, 'video'],
    ['31.1 s', { seconds: 31.1 }, 'video-too-long'],
    ['an hour', { seconds: 3600 }, 'video-too-long'],
    [
      '5 s by its headers, an hour by its samples',
      { tracks: [{ seconds: 3600 }] },
      'video-too-long',
    ],
    ['nothing', { seconds: 0 }, 'media-broken'],
  ] as const)('%s: %s', async (_, plan, expected) => {
    const { verdict, left } = await accept(mp4(plan as Mp4Plan))
    expect([verdict, left]).toEqual([expected, []])
  })
})

const whole = mp4()
const change = (type: string, offset: number, value: number) => {
  const copy = Buffer.from(whole)
  copy.writeUInt32BE(value, copy.indexOf(type) + offset)
  return copy
}
const nested = (depth: number): Buffer => box('moov', depth === 0 ? u32(0) : nested(depth - 1))
const without = (type: string) =>
  Buffer.from(whole.toString('latin1').replace(type, 'zzzz'), 'latin1')

describe('a video that is not such a video', () => {
  test.each([
    ['MOV of an iPhone', mp4({ brand: 'qt  ' }), 'media-mov'],
    ['sound only (M4A)', mp4({ brand: 'M4A ' }), 'media-type-unsupported'],
    ['3GP', mp4({ brand: '3gp5' }), 'media-type-unsupported'],
    [
      'WebM',
      Buffer.from('1a45dfa39f4286810142f7810142f2810442f381084282847765626d', 'hex'),
      'media-type-unsupported',
    ],
    ['AVI', Buffer.from('RIFF\0\0\0\0AVI LIST'), 'media-type-unsupported'],
    ['sound only, called a video', withTrack({ kind: 'soun' }), 'video-unsupported'],
    ['no track', mp4({ tracks: [] }), 'video-unsupported'],
    ['fragments', mp4({ after: [box('moof', u32(0))] }), 'video-unsupported'],
    [
      'data at another address',
      withTrack({
        replace: { dref: box('dref', u32(0, 1), box('url ', u32(0), Buffer.from('http://evil/'))) },
      }),
      'video-unsupported',
    ],
    ['only the first box', whole.subarray(0, 24), 'media-broken'],
    ['cut in the index', whole.subarray(0, 200), 'media-broken'],
    ['cut by one byte', whole.subarray(0, -1), 'media-broken'],
    ['one byte too many', Buffer.concat([whole, Buffer.from([0])]), 'media-broken'],
    [
      'an archive behind it',
      Buffer.concat([whole, Buffer.from('PK\x03\x04'.padEnd(40, '\0'))]),
      'media-broken',
    ],
    ['two indexes', mp4({ after: [box('moov', u32(0))] }), 'media-broken'],
    ['no index', without('moov'), 'media-broken'],
    ['no header', without('mvhd'), 'media-broken'],
    ['no data', without('mdat'), 'media-broken'],
    ['no sample table', without('stbl'), 'media-broken'],
    ['no chunk table', without('stco'), 'media-broken'],
    [
      'boxes in boxes without end',
      Buffer.concat([whole.subarray(0, 24), nested(500)]),
      'media-broken',
    ],
    ['a box smaller than its header', change('moov', -4, 7), 'media-broken'],
    ['a box larger than the file', change('moov', -4, 0xffffffff), 'media-broken'],
    ['an open box inside another', change('trak', -4, 0), 'media-broken'],
    ['a box larger than its parent', change('mdia', -4, 5000), 'media-broken'],
    [
      'a header cut short',
      withTrack({ replace: { mdhd: box('mdhd', u32(0, 0)) } }),
      'media-broken',
    ],
    ['a header of another version than it says', change('mvhd', 4, 0x01000000), 'media-broken'],
    ['no ticks in a second', change('mvhd', 16, 0), 'media-broken'],
    ['more samples than there are sizes', change('stsz', 12, 0xffffffff), 'media-broken'],
    [
      'sizes that are not there',
      withTrack({ replace: { stsz: box('stsz', u32(0, 0, 2)) } }),
      'media-broken',
    ],
    [
      'four billion samples in a chunk',
      withTrack({ replace: { stsc: box('stsc', u32(0, 1, 1, 0xffffffff, 1)) } }),
      'media-broken',
    ],
    ['four billion chunks', change('stco', 8, 0xffffffff), 'media-broken'],
    ['four billion times', change('stts', 8, 0xffffffff), 'media-broken'],
    ['a chunk outside of the data', change('stco', 12, 8), 'media-broken'],
    ['a chunk behind the file', change('stco', 12, 0xfffffff0), 'media-broken'],
    ['a sample larger than the data', change('stsz', 16, 0x7fffffff), 'media-broken'],
    [
      'chunks at 2^64',
      withTrack({ replace: { stco: box('co64', u32(0, 1, 0xffffffff, 0xffffffff)) } }),
      'media-broken',
    ],
    [
      '600 boxes in a row',
      mp4({ inMoov: Array.from({ length: 600 }, () => box('free')) }),
      'media-broken',
    ],
    [
      '150 boxes at the end',
      mp4({ after: Array.from({ length: 150 }, () => box('free')) }),
      'media-broken',
    ],
    [
      'an index of 5 MB',
      mp4({ inMoov: [box('free', Buffer.alloc(5_000_000))] }),
      'video-unsupported',
    ],
    ['a picture of no size', withTrack({ size: [0, 0] }), 'media-broken'],
    ['a picture of 65535 by 65535', withTrack({ size: [65535, 65535] }), 'media-too-many-pixels'],
  ] as const)('%s', async (_, body, expected) => {
    const { verdict, left } = await accept(body)
    expect([verdict, left]).toEqual([expected, []])
  })

  test('a wide size beyond the file', async () => {
    const wide = wideBox('mdat', Buffer.from('x'))
    wide.fill(0xff, 8, 16)
    const { verdict } = await accept(Buffer.concat([whole, wide]))
    expect(verdict).toBe('media-broken')
  })

  test('a video named as a photo', async () => {
    const { verdict } = await accept(whole, { declared: { fileName: 'a.jpg' } })
    expect(verdict).toBe('media-mismatch')
  })
})
