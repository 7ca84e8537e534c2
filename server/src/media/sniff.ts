// What a file is, judged by its first bytes only: names and headers of the client prove nothing.
import { fileTypeFromBuffer } from 'file-type'
import { type MediaRefusalCode, type Refused, refused } from './refusals.ts'

/** So many bytes from the start decide the type (the sample file-type asks for). */
export const SNIFF_BYTES = 4100

export type MediaKind = 'photo' | 'video'
export type MediaType = 'image/jpeg' | 'image/png' | 'image/webp' | 'video/mp4'
export type Sniffed = { ok: true; kind: MediaKind; type: MediaType }

/** What the client says about the file; only used to turn away contradictions. */
export type Declared = { fileName?: string | undefined; contentType?: string | undefined }

const KINDS: Record<MediaType, MediaKind> = {
  'image/jpeg': 'photo',
  'image/png': 'photo',
  'image/webp': 'photo',
  'video/mp4': 'video',
}

const EXTENSIONS: Record<MediaKind, ReadonlySet<string>> = {
  photo: new Set(['jpg', 'jpeg', 'jpe', 'jfif', 'png', 'webp']),
  video: new Set(['mp4', 'm4v']),
}

/** file-type names these `video/mp4`; they are audio or Flash containers. */
const NOT_VIDEO = new Set(['m4p', 'f4v', 'f4p'])

const refusalOf = (mime: string | undefined): MediaRefusalCode => {
  if (mime?.startsWith('image/hei')) return 'media-heic'
  if (mime === 'video/quicktime') return 'media-mov'
  return 'media-type-unsupported'
}

/**
 * The type of the content whose first bytes are `head` (give {@link SNIFF_BYTES} of them, or all
 * of a smaller file). An allow-list: SVG, HTML, GIF, HEIC, AVIF and everything unknown is refused
 * before a decoder sees it.
 */
export async function sniff(head: Uint8Array): Promise<Sniffed | Refused> {
  if (head.byteLength === 0) return refused('media-empty')
  const found = await fileTypeFromBuffer(head.subarray(0, SNIFF_BYTES)).catch(() => undefined)
  const type = found?.mime === 'video/x-m4v' ? 'video/mp4' : found?.mime
  if (!isMediaType(type) || NOT_VIDEO.has(found?.ext ?? '')) return refused(refusalOf(type))
  return { ok: true, kind: KINDS[type], type }
}

/**
 * Refuses content that contradicts what the client called it: a video named .jpg, a picture named
 * .html. One photo type under the name of another passes, since WeChat renames PNG to .jpg and the
 * photo is written anew in any case. A missing or unknown declaration is no contradiction.
 */
export function contradicts(declared: Declared, kind: MediaKind): boolean {
  const extension = /\.([^./\\]{1,10})$/.exec(declared.fileName ?? '')?.[1]?.toLowerCase()
  if (extension !== undefined && !EXTENSIONS[kind].has(extension)) return true
  const major = declared.contentType?.split('/')[0]?.trim().toLowerCase()
  if (major === undefined || major === '' || major === 'application') return false
  return major !== (kind === 'photo' ? 'image' : 'video')
}

const isMediaType = (mime: string | undefined): mime is MediaType =>
  mime !== undefined && Object.hasOwn(KINDS, mime)
