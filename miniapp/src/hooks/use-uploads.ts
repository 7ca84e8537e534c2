// Files being chosen and sent by one form: progress, retry and removal for each file by itself.
import type { Media } from '@shouhou/shared/contract/uploads'
import { LIMITS } from '@shouhou/shared/domain/limits'
import Taro from '@tarojs/taro'
import { useEffect, useRef, useState } from 'react'
import { api } from '../api/client.ts'
import { type Upload, uploadFile } from '../api/upload.ts'
import { randomId } from '../platform/random-id.ts'

export interface UploadItem {
  /** Names the file on this phone; also the Idempotency-Key of its upload. */
  readonly key: string
  readonly kind: 'photo' | 'video'
  /** Where the picture can be shown from: the file on the phone, or the server's address. */
  readonly preview: string | null
  readonly path: string | null
  readonly state: 'sending' | 'done' | 'failed'
  readonly percent: number
  readonly media: Media | null
  /** Why it failed; `too-large` was found out before sending. */
  readonly error: unknown
}

export interface Uploads {
  readonly items: readonly UploadItem[]
  /** Ids of the files that arrived, in the order shown. */
  readonly mediaIds: readonly string[]
  /** Files still on their way. */
  readonly isSending: boolean
  readonly room: number
  /** Opens camera or album and sends what was chosen. */
  add(): Promise<void>
  retry(key: string): void
  /** Takes a file away here and, if it had arrived, on the server. */
  remove(key: string): void
  clear(): void
}

const fromMedia = (media: Media): UploadItem => ({
  key: media.id,
  kind: media.kind,
  preview: media.thumbUrl,
  path: null,
  state: 'done',
  percent: 100,
  media,
  error: null,
})

/** @param stored files that arrived earlier, for instance those of a kept draft */
export function useUploads(
  max: number = LIMITS.filesPerCase,
  stored: readonly Media[] = [],
): Uploads {
  const [items, setItems] = useState<readonly UploadItem[]>(() => stored.map(fromMedia))
  const running = useRef(new Map<string, Upload>())

  useEffect(
    () => () => {
      for (const upload of running.current.values()) upload.abort()
    },
    [],
  )

  const change = (key: string, part: Partial<UploadItem>) =>
    setItems((now) => now.map((item) => (item.key === key ? { ...item, ...part } : item)))

  function send(key: string, path: string) {
    const upload = uploadFile(path, {
      idempotencyKey: key,
      onProgress: (percent) => change(key, { percent }),
    })
    running.current.set(key, upload)
    upload.done
      .then((media) => change(key, { state: 'done', percent: 100, media }))
      .catch((error: unknown) => change(key, { state: 'failed', error }))
      .finally(() => running.current.delete(key))
  }

  async function add() {
    const chosen = await choose(max - items.length)
    setItems((now) => [...now, ...chosen])
    for (const item of chosen) if (item.state === 'sending' && item.path) send(item.key, item.path)
  }

  function retry(key: string) {
    const item = items.find((one) => one.key === key)
    if (!item?.path || item.state !== 'failed' || item.error === TOO_LARGE) return
    change(key, { state: 'sending', percent: 0, error: null })
    send(key, item.path)
  }

  function remove(key: string) {
    running.current.get(key)?.abort()
    const media = items.find((item) => item.key === key)?.media
    setItems((now) => now.filter((item) => item.key !== key))
    // The server removes what nobody used after a day anyway.
    if (media) api('DELETE /uploads/:id', { params: { id: media.id } }).catch(() => undefined)
  }

  return {
    items,
    mediaIds: items.flatMap((item) => (item.media ? [item.media.id] : [])),
    isSending: items.some((item) => item.state === 'sending'),
    room: max - items.length,
    add,
    retry,
    remove,
    clear: () => setItems([]),
  }
}

/** The error of a file that is over the limit. */
export const TOO_LARGE = 'too-large'

async function choose(count: number): Promise<UploadItem[]> {
  if (count <= 0) return []
  // Closing the chooser without choosing is a failed call.
  const files = await openChooser(count).catch(() => [])
  return files.slice(0, count).map((file) => {
    const kind = String(file.fileType).startsWith('video') ? 'video' : 'photo'
    const tooLarge = file.size > (kind === 'video' ? LIMITS.videoBytes : LIMITS.photoBytes)
    return {
      key: randomId(),
      kind,
      preview: kind === 'photo' ? file.tempFilePath : (file.thumbTempFilePath ?? null),
      path: file.tempFilePath,
      state: tooLarge ? 'failed' : 'sending',
      percent: 0,
      media: null,
      error: tooLarge ? TOO_LARGE : null,
    }
  })
}

/** Camera and album. WeChat only calls back; the web page's Taro also gives a promise, which is silenced. */
function openChooser(count: number): Promise<Taro.chooseMedia.ChooseMedia[]> {
  return new Promise((resolve, reject) => {
    // The lists are written out here because the web page's Taro changes the ones it is given.
    const answer: Promise<unknown> | undefined = Taro.chooseMedia({
      count,
      mediaType: ['image', 'video'],
      sourceType: ['album', 'camera'],
      sizeType: ['compressed'],
      maxDuration: LIMITS.videoSeconds,
      success: ({ tempFiles }) => resolve(tempFiles),
      fail: reject,
    })
    answer?.catch(() => undefined)
  })
}
