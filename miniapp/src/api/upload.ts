// Sending one photo or video: the platforms take one file per call. Progress, abort, and the same
// Idempotency-Key for every try of the same file.
import type { Media } from '@shouhou/shared/contract/uploads'
import Taro from '@tarojs/taro'
import { ApiError, NetworkError, networkErrorOf } from './errors.ts'
import { API_PREFIX, headersOf, readAnswer } from './http.ts'
import { accessToken, refreshSession } from './session.ts'

/** Large videos on slow networks take minutes. */
const TIMEOUT_MS = 300_000

export interface Upload {
  /** The stored file; ApiError when refused, NetworkError when interrupted or aborted. */
  readonly done: Promise<Media>
  abort(): void
}

export interface UploadOptions {
  /** Name of this file's upload; pass the same when the shopper taps retry. */
  readonly idempotencyKey: string
  /** Per cent sent, 0 to 100. */
  readonly onProgress?: (percent: number) => void
}

/** Starts sending a file chosen with Taro.chooseMedia (`tempFilePath`). */
export function uploadFile(filePath: string, options: UploadOptions): Upload {
  let aborted = false
  let stop: (() => void) | undefined

  const sendOnce = async (): Promise<Media> => {
    if (aborted) throw new NetworkError('aborted')
    const task = Taro.uploadFile({
      url: `${API_PREFIX}/uploads`,
      filePath,
      name: 'file',
      header: headersOf({ token: accessToken(), idempotencyKey: options.idempotencyKey }),
      timeout: TIMEOUT_MS,
    })
    stop = () => task.abort()
    task.progress((step) => options.onProgress?.(step.progress))
    try {
      const answer = await task
      return readAnswer(answer.statusCode, answer.data) as Media
    } catch (failure) {
      if (failure instanceof ApiError) throw failure
      throw aborted ? new NetworkError('aborted') : networkErrorOf(failure)
    }
  }

  const done = sendOnce().catch(async (error: unknown) => {
    const ended = error instanceof ApiError && error.status === 401 && accessToken() !== undefined
    if (!ended || !(await refreshSession())) throw error
    return sendOnce()
  })
  return {
    done,
    abort() {
      aborted = true
      stop?.()
    },
  }
}
