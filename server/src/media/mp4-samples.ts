// Where in the file the samples (frames, sound) of a track lie: ISO/IEC 14496-12, section 8.7.
import { type Box, contentOf, Mp4Refusal } from './mp4-boxes.ts'

/** Bytes from `start` up to, not including, `end`. */
export type Span = { start: number; end: number }

/** 30 s hold about 1 800 frames or 1 400 blocks of sound; chunks are fewer. */
const CHUNKS_MAX = 20_000

/** The spans of a track's chunks as its tables tell them, empty ones left out, not yet checked. */
export function chunkSpans(moov: Buffer, stbl: readonly Box[]): Span[] {
  const offsets = chunkOffsets(moov, stbl)
  const takeBytes = sampleSizes(contentOf(moov, stbl, 'stsz'))
  const samplesOf = samplesPerChunk(contentOf(moov, stbl, 'stsc'))
  return offsets.flatMap((start, index) => {
    const bytes = takeBytes(samplesOf(index + 1))
    return bytes > 0 ? [{ start, end: start + bytes }] : []
  })
}

function chunkOffsets(moov: Buffer, stbl: readonly Box[]): number[] {
  const wide = stbl.some((box) => box.type === 'co64')
  const table = contentOf(moov, stbl, wide ? 'co64' : 'stco')
  const count = entries(table, wide ? 8 : 4, CHUNKS_MAX)
  return Array.from({ length: count }, (_, index) =>
    wide ? Number(table.readBigUInt64BE(8 + index * 8)) : table.readUInt32BE(8 + index * 4),
  )
}

/** Gives the bytes of the next so many samples, each time further on. */
function sampleSizes(stsz: Buffer): (samples: number) => number {
  const equal = stsz.readUInt32BE(4)
  const count = stsz.readUInt32BE(8)
  if (equal === 0 && 12 + count * 4 > stsz.length) throw new Mp4Refusal('media-broken')
  let next = 0
  return (samples) => {
    if (equal > 0) return samples * equal
    let bytes = 0
    // Ends with a RangeError where the table does, whatever the number of samples.
    for (const end = next + samples; next < end; next += 1)
      bytes += stsz.readUInt32BE(12 + next * 4)
    return bytes
  }
}

/** Runs of chunks with equally many samples; asked for chunk 1, 2, 3 ... in this order. */
function samplesPerChunk(stsc: Buffer): (chunk: number) => number {
  const count = entries(stsc, 12, CHUNKS_MAX)
  const firstChunk = (run: number) => (run < count ? stsc.readUInt32BE(8 + run * 12) : Infinity)
  let run = 0
  return (chunk) => {
    while (firstChunk(run + 1) <= chunk) run += 1
    if (firstChunk(run) > chunk) throw new Mp4Refusal('media-broken')
    return stsc.readUInt32BE(8 + run * 12 + 4)
  }
}

/** How many entries a table (version, count, entries) really has room for and says it has. */
export function entries(table: Buffer, entryBytes: number, most: number): number {
  const count = table.readUInt32BE(4)
  if (count > most || 8 + count * entryBytes > table.length) throw new Mp4Refusal('media-broken')
  return count
}

/** What of `whole` none of the sorted `used` covers. Throws if one lies outside of all of them. */
export function unused(whole: readonly Span[], used: readonly Span[]): Span[] {
  const gaps: Span[] = []
  let index = 0
  for (const { start, end } of whole) {
    let at = start
    for (; index < used.length && (used[index]?.start ?? end) < end; index += 1) {
      const span = used[index] ?? { start, end }
      if (span.start < start || span.end > end) throw new Mp4Refusal('media-broken')
      if (span.start > at) gaps.push({ start: at, end: span.start })
      at = Math.max(at, span.end)
    }
    if (at < end) gaps.push({ start: at, end })
  }
  if (index < used.length) throw new Mp4Refusal('media-broken')
  return gaps
}
