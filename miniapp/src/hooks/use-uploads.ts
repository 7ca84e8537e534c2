// Files being chosen and sent by one form: progress, retry and removal for each file by itself.
import type { Media } from '@shouhou/shared/contract/uploads'
import { LIMITS } from '@shouhou/shared/domain/limits'
import { onlineManager } from '@tanstack/react-query'
import Taro from '@tarojs/taro'
import { useEffect, useRef, useState } from 'react'
import { api } from '../api/client.ts'
import { uploadFile } from '../api/upload.ts'
import { type ChosenFile, type UploadItem, UploadQueue } from '../api/upload-queue.ts'
import { compressPhoto } from '../platform/compress-photo.ts'
import { randomId } from '../platform/random-id.ts'

export interface Uploads {
  readonly items: readonly UploadItem[]
  /** Ids of the files that arrived, in the order shown. */
  readonly mediaIds: readonly string[]
  /** Files still on their way, or waiting for it. */
  readonly isSending: boolean
  readonly room: number
  /** Opens camera or album and sends what was chosen; once at a time. */
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
  const [queue] = useState(() => new UploadQueue(tools, items, setItems))
  const choosing = useRef(false)

  useEffect(() => {
    const stopListening = onlineManager.subscribe((online) => online && queue.resume())
    return () => {
      stopListening()
      queue.stop()
    }
  }, [queue])

  async function add(): Promise<void> {
    if (choosing.current) return
    choosing.current = true
    queue.add(await choose(max - items.length))
    choosing.current = false
  }

  function remove(key: string): void {
    const media = items.find((item) => item.key === key)?.media
    queue.remove(key)
    // The server removes what nobody used after a day anyway.
    if (media) api('DELETE /uploads/:id', { params: { id: media.id } }).catch(() => undefined)
  }

  return {
    items,
    mediaIds: items.flatMap((item) => (item.media ? [item.media.id] : [])),
    isSending: items.some(({ state }) => state === 'sending' || state === 'waiting'),
    room: max - items.length,
    add,
    retry: (key) => queue.retry(key),
    remove,
    clear: () => queue.clear(),
  }
}

const tools = {
  send: uploadFile,
  compress: async (file: ChosenFile) => (file.kind === 'photo' ? compressPhoto(file) : file),
  isOnline: () => onlineManager.isOnline(),
  newKey: randomId,
  later: (run: () => void, ms: number) => void setTimeout(run, ms),
}

async function choose(count: number): Promise<ChosenFile[]> {
  if (count <= 0) return []
  // Closing the chooser without choosing is a failed call.
  const files = await openChooser(count).catch(() => [])
  return files.slice(0, count).map((file) => {
    const kind = String(file.fileType).startsWith('video') ? 'video' : 'photo'
    return {
      kind,
      path: file.tempFilePath,
      size: file.size,
      preview: kind === 'photo' ? file.tempFilePath : (file.thumbTempFilePath ?? null),
      file: (file as { originalFileObj?: Blob }).originalFileObj,
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
