// MP4 files built box by box, so that a test can say exactly what is wrong with one.

/** One box: size, type, content. */
export function box(type: string, ...content: (Buffer | Buffer[])[]): Buffer {
  const body = Buffer.concat(content.flat())
  return Buffer.concat([u32(body.length + 8), Buffer.from(type, 'latin1'), body])
}

/** The same with its size in 64 bits. */
export function wideBox(type: string, content: Buffer): Buffer {
  const size = Buffer.alloc(8)
  size.writeBigUInt64BE(BigInt(content.length + 16))
  return Buffer.concat([u32(1), Buffer.from(type, 'latin1'), size, content])
}

export const u32 = (...numbers: number[]): Buffer => {
  const bytes = Buffer.alloc(numbers.length * 4)
  for (const [index, number] of numbers.entries()) bytes.writeUInt32BE(number >>> 0, index * 4)
  return bytes
}

export type TrackPlan = {
  kind?: string
  /** Length by the samples; that of the headers is `Mp4Plan.seconds`. */
  seconds?: number
  size?: [width: number, height: number]
  turned?: boolean
  /** Samples, each one chunk. */
  samples?: string[]
  /** More boxes inside `trak`, `mdia`, `minf` and `stbl`. */
  extra?: Partial<Record<'trak' | 'mdia' | 'minf' | 'stbl', Buffer>>
  /** Instead of the box of this type inside `stbl`, `dinf`, ... */
  replace?: Record<string, Buffer>
}

export type Mp4Plan = {
  seconds?: number
  tracks?: TrackPlan[]
  /** Bytes in `mdat` that no track refers to. */
  hidden?: string
  /** Boxes at the end of `moov`, and at the end of the file. */
  inMoov?: Buffer[]
  after?: Buffer[]
  brand?: string
}

/** Recording time in the headers; must be in no result. */
export const RECORDED = 0xe4e5e6e7

export function mp4(plan: Mp4Plan = {}): Buffer {
  const { seconds = 5, tracks = [{}], hidden = '', inMoov = [], after = [], brand = 'isom' } = plan
  const start = box('ftyp', Buffer.from(`${brand}\0\0\0\0mp42`, 'latin1'))
  const build = (dataAt: number) => {
    let at = dataAt + Buffer.byteLength(hidden)
    const traks = tracks.map((track) => {
      const offsets = samplesOf(track).map((sample) => {
        at += Buffer.byteLength(sample)
        return at - Buffer.byteLength(sample)
      })
      return trak(track, seconds, offsets)
    })
    return box('moov', box('mvhd', header(seconds), Buffer.alloc(80)), traks, inMoov)
  }
  const dataAt = start.length + build(0).length + 8
  const data = Buffer.from(hidden + tracks.flatMap(samplesOf).join(''))
  return Buffer.concat([start, build(dataAt), box('mdat', data), ...after])
}

const samplesOf = ({ samples = ['picture-one', 'picture-two'] }: TrackPlan) => samples

/** Version, two times, 1000 ticks a second, duration: as `mvhd` and `mdhd` begin. */
const header = (seconds: number) => u32(0, RECORDED, RECORDED, 1000, seconds * 1000)

function trak(track: TrackPlan, seconds: number, offsets: number[]): Buffer {
  const { kind = 'vide', size = [64, 48], turned = false, extra = {}, replace = {} } = track
  const one = 0x10000
  const matrix = turned
    ? [0, one, 0, -one, 0, 0, 0, 0, 0x40000000]
    : [one, 0, 0, 0, one, 0, 0, 0, 0x40000000]
  const or = (type: string, ...content: Buffer[]) => replace[type] ?? box(type, ...content)
  const samples = samplesOf(track)
  const each = ((track.seconds ?? seconds) * 1000) / samples.length
  const stbl = box('stbl', [
    or('stsd', u32(0, 0)),
    or('stts', u32(0, 1, samples.length, each)),
    or('stsc', u32(0, 1, 1, 1, 1)),
    or('stsz', u32(0, 0, samples.length, ...samples.map((sample) => Buffer.byteLength(sample)))),
    or('stco', u32(0, offsets.length, ...offsets)),
    extra.stbl ?? Buffer.alloc(0),
  ])
  const dinf = box('dinf', or('dref', u32(0, 1), box('url ', u32(1))))
  const minf = box('minf', box('vmhd', u32(1, 0, 0)), dinf, stbl, extra.minf ?? Buffer.alloc(0))
  const mdia = box('mdia', [
    or('mdhd', header(seconds), u32(0)),
    or('hdlr', u32(0, 0), Buffer.from(kind), u32(0, 0, 0)),
    minf,
    extra.mdia ?? Buffer.alloc(0),
  ])
  const tkhd = u32(7, RECORDED, RECORDED, 1, 0, seconds * 1000, 0, 0, 0, 0, ...matrix)
  return box('trak', [
    or('tkhd', tkhd, u32(size[0] * one, size[1] * one)),
    mdia,
    extra.trak ?? Buffer.alloc(0),
  ])
}
