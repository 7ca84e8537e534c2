// Files on their way to the server: three at once, the others wait their turn. Without a network they
// wait too, and go on by themselves when it is back.
import type { Media } from '@shouhou/shared/contract/uploads'
import { LIMITS } from '@shouhou/shared/domain/limits'
import { NetworkError } from './errors.ts'
import type { Upload, UploadOptions } from './upload.ts'

const AT_ONCE = 3
/** Pauses before a file is tried again by itself, when no answer came although there is a network. */
const PAUSES_MS = [1_500, 6_000]

/** The error of a file that is over the limit. */
export const TOO_LARGE = 'too-large'

/** A file as it was chosen. */
export interface ChosenFile {
  readonly path: string
  readonly kind: 'photo' | 'video'
  readonly size: number
  /** Where the picture can be shown from. */
  readonly preview: string | null
  /** The file itself, in the web page only. */
  readonly file: Blob | undefined
}

export interface UploadItem {
  /** Names the file on this phone; also the Idempotency-Key of its upload. */
  readonly key: string
  readonly kind: 'photo' | 'video'
  /** Where the picture can be shown from: the file on the phone, or the server's address. */
  readonly preview: string | null
  readonly state: 'waiting' | 'sending' | 'done' | 'failed'
  readonly percent: number
  readonly media: Media | null
  /** Why it failed; {@link TOO_LARGE} was found out before sending. */
  readonly error: unknown
}

/** What the queue needs of the world around it. */
export interface QueueTools {
  readonly send: (path: string, options: UploadOptions) => Upload
  /** Makes a photo smaller; the path and size to send. */
  readonly compress: (file: ChosenFile) => Promise<{ path: string; size: number }>
  readonly isOnline: () => boolean
  readonly newKey: () => string
  readonly later: (run: () => void, ms: number) => void
}

/** A file that is not there yet. */
interface Job {
  readonly file: ChosenFile
  /** What is sent; the same for every try, as one Idempotency-Key demands. */
  ready?: { readonly path: string; readonly size: number }
  upload?: Upload
  tries: number
}

/** The files of one form. */
export class UploadQueue {
  private items: readonly UploadItem[]
  private stopped = false
  private readonly jobs = new Map<string, Job>()
  private readonly tools: QueueTools
  private readonly onChange: (items: readonly UploadItem[]) => void

  /** @param onChange hears of every change, with all files in the order they were chosen */
  constructor(
    tools: QueueTools,
    first: readonly UploadItem[],
    onChange: (items: readonly UploadItem[]) => void,
  ) {
    this.tools = tools
    this.items = first
    this.onChange = onChange
  }

  add(files: readonly ChosenFile[]): void {
    const added = files.map((file): UploadItem => {
      const key = this.tools.newKey()
      this.jobs.set(key, { file, tries: 0 })
      const { kind, preview } = file
      return { key, kind, preview, state: 'waiting', percent: 0, media: null, error: null }
    })
    this.set([...this.items, ...added])
    this.goOn()
  }

  /** Sends a failed file again; anything else stays as it is. */
  retry(key: string): void {
    const job = this.jobs.get(key)
    const item = this.items.find((one) => one.key === key)
    if (!job || item?.state !== 'failed' || item.error === TOO_LARGE) return
    job.tries = 0
    this.wait(key)
  }

  /** Takes a file away, in the middle of its sending too. */
  remove(key: string): void {
    const job = this.jobs.get(key)
    this.jobs.delete(key)
    this.set(this.items.filter((item) => item.key !== key))
    job?.upload?.abort()
    this.goOn()
  }

  clear(): void {
    for (const { key } of this.items) this.remove(key)
  }

  /** The network is back: what waited, and what failed for want of it, goes on. */
  resume(): void {
    for (const { key, state, error } of this.items) {
      if (state === 'failed' && error instanceof NetworkError) this.retry(key)
    }
    this.goOn()
  }

  /** Ends everything under way, for good. */
  stop(): void {
    this.stopped = true
    for (const { upload } of this.jobs.values()) upload?.abort()
  }

  private set(next: readonly UploadItem[]): void {
    this.items = next
    if (!this.stopped) this.onChange(next)
  }

  private change(key: string, part: Partial<UploadItem>): void {
    this.set(this.items.map((item) => (item.key === key ? { ...item, ...part } : item)))
  }

  private wait(key: string): void {
    this.change(key, { state: 'waiting', percent: 0, error: null })
    this.goOn()
  }

  private goOn(): void {
    if (this.stopped || !this.tools.isOnline()) return
    const sending = this.items.filter(({ state }) => state === 'sending').length
    const waiting = this.items.filter(({ state }) => state === 'waiting')
    for (const { key } of waiting.slice(0, Math.max(0, AT_ONCE - sending))) {
      const job = this.jobs.get(key)
      if (job) void this.run(key, job)
    }
  }

  private async run(key: string, job: Job): Promise<void> {
    this.change(key, { state: 'sending', percent: 0, error: null })
    try {
      job.ready ??= await this.tools.compress(job.file)
      if (!this.jobs.has(key) || this.stopped) return
      const limit = job.file.kind === 'video' ? LIMITS.videoBytes : LIMITS.photoBytes
      if (job.ready.size > limit) return this.change(key, { state: 'failed', error: TOO_LARGE })
      job.upload = this.tools.send(job.ready.path, {
        idempotencyKey: key,
        onProgress: (percent) => this.change(key, { percent }),
      })
      const media = await job.upload.done
      this.jobs.delete(key)
      this.change(key, { state: 'done', percent: 100, media })
    } catch (error) {
      this.fail(key, job, error)
    } finally {
      this.goOn()
    }
  }

  private fail(key: string, job: Job, error: unknown): void {
    if (!this.jobs.has(key) || this.stopped) return
    if (error instanceof NetworkError && !this.tools.isOnline()) {
      this.wait(key)
      return
    }
    const pause = error instanceof NetworkError ? PAUSES_MS[job.tries] : undefined
    job.tries += 1
    if (pause === undefined) this.change(key, { state: 'failed', error })
    else this.tools.later(() => this.wait(key), pause)
  }
}
