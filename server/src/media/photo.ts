// Photos from strangers are decoded in a process of their own with limits on memory and time, so
// that a bomb or a decoder bug costs one child and never the server.
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { LIMITS } from '@shouhou/shared/domain/limits'
import { runPhotoChild } from './photo-process.ts'
import type { Refused } from './refusals.ts'
import { createSlots } from './slots.ts'

/** What the child is told, as one JSON argument. Paths are absolute; sizes are pixels and bytes. */
export type PhotoTask = {
  input: string
  full: string
  thumb: string
  fullSide: number
  thumbSide: number
  pixels: number
  memoryBytes: number
}

export type MediaFile = { path: string; width: number; height: number; bytes: number }

/**
 * Both files are `image/jpeg`: the `image` of WeChat does not show WebP unless asked to, and the
 * photo of a purchase needs no transparency.
 */
export type Photo = { ok: true; full: MediaFile; thumb: MediaFile }

export type PhotoOptions = {
  /** Children at the same time. */
  concurrency?: number
  /** Photos that may wait for a child; one more throws `SlotsFull`. */
  queue?: number
  /** Wall time of one child, ms, not counting the wait. */
  timeoutMs?: number
  /** Resident memory of one child. */
  memoryBytes?: number
  /** Longest side of the kept photo and of its thumbnail, pixels. */
  fullSide?: number
  thumbSide?: number
  /** The program the child runs; tests put a misbehaving one here. */
  program?: string
}

export type PhotoInput = {
  /** A received file whose type was sniffed as a photo, an absolute path. It is left alone. */
  path: string
  /** Where `full.jpg` and `thumb.jpg` are written; best a folder of `withWorkspace`. */
  dir: string
  /** Kills the child when the shopper is gone. */
  signal?: AbortSignal | undefined
}

export type Photos = { convert: (input: PhotoInput) => Promise<Photo | Refused> }

const DEFAULTS = {
  concurrency: 2,
  queue: 32,
  timeoutMs: 15_000,
  memoryBytes: 400 * 1024 * 1024,
  fullSide: 2560,
  thumbSide: 320,
  program: fileURLToPath(new URL('./photo-child.ts', import.meta.url)),
} as const satisfies PhotoOptions

/**
 * A converter with its own limit of children. `convert` turns a photo upright, shrinks it, drops
 * every byte of metadata (EXIF, GPS, XMP, ICC, trailing data) by writing the pixels anew, and makes
 * a thumbnail. A refusal leaves no files. Throws `SlotsFull` under overload, the signal's reason
 * when aborted, and an `Error` if the child could not run at all (our fault, not the photo's).
 */
export function createPhotos(options: PhotoOptions = {}): Photos {
  const settings = { ...DEFAULTS, ...options }
  const slots = createSlots(settings.concurrency, settings.queue)
  return {
    convert: ({ path, dir, signal }) => {
      const task: PhotoTask = {
        input: path,
        full: join(dir, 'full.jpg'),
        thumb: join(dir, 'thumb.jpg'),
        fullSide: settings.fullSide,
        thumbSide: settings.thumbSide,
        pixels: LIMITS.photoPixels,
        memoryBytes: settings.memoryBytes,
      }
      return slots.run(() => convertOrDiscard(task, settings, signal), signal)
    },
  }
}

async function convertOrDiscard(
  task: PhotoTask,
  limits: { program: string; timeoutMs: number },
  signal: AbortSignal | undefined,
): Promise<Photo | Refused> {
  let result: Photo | Refused | undefined
  try {
    result = await runPhotoChild(task, limits, signal)
    return result
  } finally {
    if (result?.ok !== true) {
      await rm(task.full, { force: true })
      await rm(task.thumb, { force: true })
    }
  }
}
