// The index of an MP4 ("moov"): what it tells about the film, and its cleaning. Everything that is
// not needed to play picture and sound is turned into free space: titles, places, maker's notes,
// timed metadata tracks, recording times.
import { type Box, blank, boxesIn, contentOf, Mp4Refusal } from './mp4-boxes.ts'
import { chunkSpans, entries, type Span } from './mp4-samples.ts'

/** What is left of the index, by container; the rest, `udta`, `meta` and `uuid` above all, goes. */
const KEPT: Record<string, ReadonlySet<string>> = {
  moov: new Set(['mvhd', 'trak']),
  trak: new Set(['tkhd', 'edts', 'mdia']),
  edts: new Set(['elst']),
  mdia: new Set(['mdhd', 'hdlr', 'minf']),
  minf: new Set(['vmhd', 'smhd', 'dinf', 'stbl']),
  dinf: new Set(['dref']),
  stbl: new Set('stsd stts ctts cslg stsc stsz stco co64 stss sdtp sbgp sgpd'.split(' ')),
}

const STTS_ENTRIES_MAX = 100_000
const UNKNOWN = 0xffffffff

export type Film = {
  durationMs: number
  /** As shown, that is after the rotation the camera asked for; pixels. */
  width: number
  height: number
  /** Where picture and sound lie in the file. */
  spans: Span[]
}

/** Cleans `moov` (the whole box) in place and tells what it describes. */
export function cleanMoov(moov: Buffer, content: number): Film {
  const boxes = keep(moov, { type: 'moov', start: 0, content, end: moov.length })
  const header = contentOf(moov, boxes, 'mvhd')
  const tracks = boxes.filter((box) => box.type === 'trak').flatMap((box) => cleanTrack(moov, box))
  const picture = tracks.find((track) => track.kind === 'vide')
  if (!picture) throw new Mp4Refusal('video-unsupported')
  const seconds = Math.max(headerSeconds(header), ...tracks.map((track) => track.seconds))
  forgetTimes(header)
  return {
    durationMs: Math.round(seconds * 1000),
    ...picture.size,
    spans: tracks.flatMap((track) => track.spans).sort((a, b) => a.start - b.start),
  }
}

/** The boxes of a container that may stay; the others are blanked. */
function keep(moov: Buffer, container: Box): Box[] {
  const kept = KEPT[container.type]
  return boxesIn(moov, container.content, container.end).filter((box) => {
    if (kept?.has(box.type)) return true
    blank(moov, box)
    return false
  })
}

function cleanTrack(moov: Buffer, trak: Box) {
  const inside = (parents: readonly Box[], type: string) => {
    const [box, another] = parents.filter((parent) => parent.type === type)
    if (!box || another) throw new Mp4Refusal('media-broken')
    return keep(moov, box)
  }
  const boxes = keep(moov, trak)
  const mdia = inside(boxes, 'mdia')
  const kind = contentOf(moov, mdia, 'hdlr').toString('latin1', 8, 12)
  if (kind !== 'vide' && kind !== 'soun') {
    blank(moov, trak)
    return []
  }
  if (boxes.some((box) => box.type === 'edts')) inside(boxes, 'edts')
  const minf = inside(mdia, 'minf')
  requireOwnData(contentOf(moov, inside(minf, 'dinf'), 'dref'))
  const stbl = inside(minf, 'stbl')
  const head = contentOf(moov, boxes, 'tkhd')
  const media = contentOf(moov, mdia, 'mdhd')
  const played = sampleTicks(contentOf(moov, stbl, 'stts')) / timescale(media)
  const seconds = Math.max(headerSeconds(media), played)
  forgetTimes(head)
  forgetTimes(media)
  return [{ kind, seconds, size: shownSize(head), spans: chunkSpans(moov, stbl) }]
}

/** A track could name another file or address as the place of its data; ours must not. */
function requireOwnData(dref: Buffer): void {
  const references = boxesIn(dref, 8, dref.length)
  const own = ({ type, content, end }: Box) =>
    type === 'url ' && end - content === 4 && dref.readUInt32BE(content) === 1
  if (!references.every(own)) throw new Mp4Refusal('video-unsupported')
}

/** `mvhd` and `mdhd` begin alike: version, two times, timescale, duration. */
const isWide = (header: Buffer) => header.readUInt8(0) === 1

function timescale(header: Buffer): number {
  const ticks = header.readUInt32BE(isWide(header) ? 20 : 12)
  if (ticks === 0) throw new Mp4Refusal('media-broken')
  return ticks
}

function headerSeconds(header: Buffer): number {
  const ticks = isWide(header) ? Number(header.readBigUInt64BE(24)) : header.readUInt32BE(16)
  return ticks === UNKNOWN ? 0 : ticks / timescale(header)
}

/** When it was recorded and changed, zero is "not told". */
const forgetTimes = (header: Buffer) => header.fill(0, 4, isWide(header) ? 20 : 12)

/** The length by the samples themselves, which a false header cannot shorten. */
function sampleTicks(stts: Buffer): number {
  const count = entries(stts, 8, STTS_ENTRIES_MAX)
  let ticks = 0
  for (let index = 0; index < count; index += 1) {
    ticks += stts.readUInt32BE(8 + index * 8) * stts.readUInt32BE(12 + index * 8)
  }
  return ticks
}

function shownSize(tkhd: Buffer): { width: number; height: number } {
  const at = isWide(tkhd) ? 52 : 40
  // A turn by 90 or 270 degrees has no first and fifth element in its matrix.
  const turned = tkhd.readInt32BE(at) === 0 && tkhd.readInt32BE(at + 16) === 0
  const width = Math.round(tkhd.readUInt32BE(at + 36) / 65536)
  const height = Math.round(tkhd.readUInt32BE(at + 40) / 65536)
  return turned ? { width: height, height: width } : { width, height }
}
