// Videos are kept as recorded (nothing is transcoded) but only MP4 with picture, short, and without
// metadata: whatever is not picture or sound is overwritten in place, so that no offset changes.
import { type FileHandle, open } from 'node:fs/promises'
import { LIMITS } from '@shouhou/shared/domain/limits'
import { type Box, boxAt, HEADER_BYTES, Mp4Refusal } from './mp4-boxes.ts'
import { cleanMoov } from './mp4-moov.ts'
import { type Span, unused } from './mp4-samples.ts'
import { type Refused, refused } from './refusals.ts'

export type Video = {
  ok: true
  /** The received file, now clean (`video/mp4`). */
  path: string
  bytes: number
  width: number
  height: number
  durationMs: number
}

const BOXES_MAX = 100
const MOOV_BYTES_MAX = 4 * 1024 * 1024
const GAPS_MAX = 10_000
/** Cameras told to stop at 30 s stop some frames later. */
const TOLERANCE_MS = 1000
/** Boxes that stay at the outermost level. */
const KEPT = new Set(['ftyp', 'moov', 'mdat'])
/** Signs of a film in pieces (live streams, screen recorders), whose length no header tells. */
const FRAGMENTED = new Set(['moof', 'sidx', 'styp'])

/**
 * Checks the MP4 at `path` and cleans it in place. After a refusal the file is to be thrown away:
 * it may be half cleaned (`withWorkspace` does that).
 */
export async function cleanVideo(path: string): Promise<Video | Refused> {
  const file = await open(path, 'r+')
  try {
    return await clean(file, path)
  } catch (error) {
    if (error instanceof Mp4Refusal) return refused(error.code)
    // A field beyond the end of its box, thrown by Buffer.
    if (error instanceof RangeError && 'code' in error) return refused('media-broken')
    throw error
  } finally {
    await file.close()
  }
}

async function clean(file: FileHandle, path: string): Promise<Video> {
  const { size: bytes } = await file.stat()
  const boxes = await outermost(file, bytes)
  const [moov, another] = boxes.filter((box) => box.type === 'moov')
  if (boxes.some((box) => FRAGMENTED.has(box.type))) throw new Mp4Refusal('video-unsupported')
  if (boxes[0]?.type !== 'ftyp' || !moov || another) throw new Mp4Refusal('media-broken')
  if (moov.end - moov.start > MOOV_BYTES_MAX) throw new Mp4Refusal('video-unsupported')

  const index = await read(file, moov.start, moov.end)
  const { durationMs, width, height, spans } = cleanMoov(index, moov.content - moov.start)
  if (durationMs > LIMITS.videoSeconds * 1000 + TOLERANCE_MS) throw new Mp4Refusal('video-too-long')
  if (width * height > LIMITS.photoPixels) throw new Mp4Refusal('media-too-many-pixels')
  if (durationMs === 0 || width * height === 0) throw new Mp4Refusal('media-broken')

  const data = boxes
    .filter((box) => box.type === 'mdat')
    .map(({ content, end }) => ({ start: content, end }))
  const gaps = unused(data, spans)
  if (gaps.length > GAPS_MAX) throw new Mp4Refusal('video-unsupported')
  await file.write(index, 0, index.length, moov.start)
  await zero(file, gaps)
  await blankOthers(file, boxes)
  await file.sync()
  return { ok: true, path, bytes, width, height, durationMs }
}

async function outermost(file: FileHandle, bytes: number): Promise<Box[]> {
  const boxes: Box[] = []
  for (let at = 0; at < bytes; at = boxes.at(-1)?.end ?? bytes) {
    if (boxes.length === BOXES_MAX) throw new Mp4Refusal('media-broken')
    boxes.push(boxAt(await read(file, at, Math.min(at + HEADER_BYTES, bytes)), at, bytes, true))
  }
  return boxes
}

async function blankOthers(file: FileHandle, boxes: readonly Box[]): Promise<void> {
  for (const { type, start, content, end } of boxes) {
    if (KEPT.has(type)) continue
    await file.write('free', start + 4, 'latin1')
    await zero(file, [{ start: content, end }])
  }
}

async function read(file: FileHandle, start: number, end: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(end - start), 0, end - start, start)
  if (bytesRead !== end - start) throw new Mp4Refusal('media-broken')
  return buffer
}

const ZEROS = Buffer.alloc(64 * 1024)

async function zero(file: FileHandle, spans: readonly Span[]): Promise<void> {
  for (const { start, end } of spans) {
    for (let at = start; at < end; at += ZEROS.length) {
      await file.write(ZEROS, 0, Math.min(ZEROS.length, end - at), at)
    }
  }
}
