// Every reason why a file is not accepted, with the sentence the shopper reads. A closed list.
import type { ProblemCode } from '@shouhou/shared/contract/problems'
import { LIMITS } from '@shouhou/shared/domain/limits'

const MIB = 1024 * 1024
const photoMib = LIMITS.photoBytes / MIB
const videoMib = LIMITS.videoBytes / MIB
const megapixels = LIMITS.photoPixels / 1_000_000

type Row = readonly [problem: ProblemCode, zh: string, en: string]

const ROWS = {
  'media-empty': ['file-refused', '文件是空的，请重新选择', 'The file is empty, choose it again'],
  'media-heic': [
    'media-type',
    'iPhone 原图格式（HEIC）暂不支持，请在相机设置中选“兼容性最佳”，或截图后上传',
    'iPhone HEIC photos are not supported: choose “Most Compatible” in the camera settings, or upload a screenshot',
  ],
  'media-mov': [
    'media-type',
    'iPhone 的 MOV 视频暂不支持，请转为 MP4 或在微信小程序里直接拍摄',
    'MOV videos are not supported: convert to MP4 or record in the WeChat mini-program',
  ],
  'media-type-unsupported': [
    'media-type',
    '只能上传 JPEG、PNG、WebP 图片或 MP4 视频',
    'Only JPEG, PNG or WebP photos and MP4 videos can be uploaded',
  ],
  'media-mismatch': [
    'media-type',
    '文件名或类型与内容不一致，请重新选择原文件',
    'The name or type of the file does not match its content, choose the original file',
  ],
  'media-too-large': [
    'file-too-large',
    `文件太大：图片不超过 ${photoMib} MB，视频不超过 ${videoMib} MB`,
    `The file is too large: photos up to ${photoMib} MB, videos up to ${videoMib} MB`,
  ],
  'media-too-many-pixels': [
    'file-refused',
    `画面尺寸太大（超过 ${megapixels} 百万像素），请缩小或截图后上传`,
    `The picture has more than ${megapixels} megapixels: make it smaller or upload a screenshot`,
  ],
  'media-broken': [
    'file-refused',
    '文件已损坏或不完整，请重新拍摄或选择另一个文件',
    'The file is damaged or incomplete: take it again or choose another one',
  ],
  'media-too-heavy': [
    'file-refused',
    '这张图片处理时间过长，请截图后上传',
    'This photo takes too much work to process: upload a screenshot of it',
  ],
  'video-unsupported': [
    'media-type',
    '这种 MP4 视频暂不支持，请用手机相机重新拍摄',
    'This kind of MP4 is not supported: record it with the camera of the phone',
  ],
  'video-too-long': [
    'file-refused',
    `视频不能超过 ${LIMITS.videoSeconds} 秒，请剪短后上传`,
    `Videos may last up to ${LIMITS.videoSeconds} seconds: cut it and try again`,
  ],
} as const satisfies Record<string, Row>

export type MediaRefusalCode = keyof typeof ROWS

/** Why a file is not accepted: `problem` is the API's problem code, `code` its `why`. */
export type MediaRefusal = {
  code: MediaRefusalCode
  problem: ProblemCode
  zh: string
  en: string
}

/** A file that was turned away; nothing of it is kept. */
export type Refused = { ok: false; refusal: MediaRefusal }

/** All codes, for descriptions and for tests that want each of them seen. */
export const MEDIA_REFUSAL_CODES = Object.keys(ROWS) as MediaRefusalCode[]

export const refused = (code: MediaRefusalCode): Refused => {
  const [problem, zh, en] = ROWS[code]
  return { ok: false, refusal: { code, problem, zh, en } }
}

export const isRefusalCode = (value: unknown): value is MediaRefusalCode =>
  typeof value === 'string' && Object.hasOwn(ROWS, value)
