// The box structure of MP4 (ISO/IEC 14496-12, section 4.2), read from hostile bytes: every size is
// checked against its container before it is used.
import type { MediaRefusalCode } from './refusals.ts'

/** Thrown by the MP4 readers, turned into a refusal by `cleanVideo`. */
export class Mp4Refusal extends Error {
  override readonly name = 'Mp4Refusal'
  readonly code: MediaRefusalCode

  constructor(code: MediaRefusalCode) {
    super(code)
    this.code = code
  }
}

/** Offsets in bytes: of the header, of the content behind it, and of the first byte after it. */
export type Box = { type: string; start: number; content: number; end: number }

/** A camera writes some dozens; a file with more only wants to keep us busy. */
const BOXES_MAX = 500

/** Header bytes needed to read a box: size, type, and the 64-bit size that may follow. */
export const HEADER_BYTES = 16

/**
 * The box whose header starts at `start` inside a container that ends at `end`. `header` holds the
 * bytes from `start` on (fewer than {@link HEADER_BYTES} only at the end). Size 0, "to the end of
 * the file", is for the outermost level only (`lastMayBeOpen`).
 */
export function boxAt(header: Buffer, start: number, end: number, lastMayBeOpen: boolean): Box {
  if (header.length < 8) throw new Mp4Refusal('media-broken')
  const type = header.toString('latin1', 4, 8)
  let size = header.readUInt32BE(0)
  let content = start + 8
  if (size === 1) {
    if (header.length < HEADER_BYTES) throw new Mp4Refusal('media-broken')
    size = Number(header.readBigUInt64BE(8))
    content = start + HEADER_BYTES
  } else if (size === 0 && lastMayBeOpen) {
    size = end - start
  }
  if (start + size < content || start + size > end) throw new Mp4Refusal('media-broken')
  return { type, start, content, end: start + size }
}

/** The boxes that fill `buffer` from `from` to `to` without a gap. */
export function boxesIn(buffer: Buffer, from: number, to: number): Box[] {
  const boxes: Box[] = []
  for (let at = from; at < to; at = boxes.at(-1)?.end ?? to) {
    if (boxes.length === BOXES_MAX) throw new Mp4Refusal('media-broken')
    boxes.push(boxAt(buffer.subarray(at, Math.min(at + HEADER_BYTES, to)), at, to, false))
  }
  return boxes
}

/** Turns a box into free space of the same size, so that no offset in the file changes. */
export function blank(buffer: Buffer, box: Box): void {
  buffer.write('free', box.start + 4, 'latin1')
  buffer.fill(0, box.content, box.end)
}

/** The content of the only box of this type. */
export function contentOf(buffer: Buffer, boxes: readonly Box[], type: string): Buffer {
  const [box, another] = boxes.filter((candidate) => candidate.type === type)
  if (!box || another) throw new Mp4Refusal('media-broken')
  return buffer.subarray(box.content, box.end)
}
