// The one way in for photos and videos, whoever sends them: receive, judge, make harmless.
import type { MediaFile, Photos } from './photo.ts'
import { type ReceiveInput, receive } from './receive.ts'
import type { Refused } from './refusals.ts'
import { cleanVideo } from './video.ts'

/** Clean files in the workspace, ready to be stored. Paths live as long as the workspace. */
export type Accepted = {
  ok: true
  /** What came from outside: for quotas and for telling the same file sent twice. */
  received: { bytes: number; sha256: string }
} & (
  | { kind: 'photo'; full: MediaFile; thumb: MediaFile }
  | { kind: 'video'; full: MediaFile; thumb: undefined; durationMs: number }
)

/**
 * Receives one file into `input.dir` (a folder of `withWorkspace`) and gives what may be kept of
 * it: `full` and `thumb` as JPEG, or `full` as MP4. Throws as `receive` and `Photos.convert` do.
 */
export async function acceptMedia(
  input: ReceiveInput,
  photos: Photos,
): Promise<Accepted | Refused> {
  const file = await receive(input)
  if (!file.ok) return file
  const received = { bytes: file.bytes, sha256: file.sha256 }
  if (file.kind === 'photo') {
    const photo = await photos.convert({ path: file.path, dir: input.dir, signal: input.signal })
    return photo.ok ? { ...photo, kind: 'photo', received } : photo
  }
  const video = await cleanVideo(file.path)
  if (!video.ok) return video
  const { path, width, height, bytes, durationMs } = video
  const full = { path, width, height, bytes }
  return { ok: true, kind: 'video', full, thumb: undefined, durationMs, received }
}
