// Files at a service that speaks S3 (AWS, Alibaba Cloud OSS, Tencent COS, MinIO, Ceph ...), over
// signed HTTP requests (Signature Version 4).
import { createHash } from 'node:crypto'
import { createReadStream, openAsBlob } from 'node:fs'
import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import { AwsClient } from 'aws4fetch'
import { type ByteRange, type Listed, type Storage, StorageUnavailable } from './storage.ts'
import { contentTypeOf, isStorageKey } from './storage-key.ts'

export type S3Options = {
  /** Without the bucket, e.g. `https://s3.cn-north-1.amazonaws.com.cn`. */
  endpoint: string
  region: string
  bucket: string
  accessKey: string
  secretKey: string
  /** The time of the world: the service refuses requests signed minutes off. */
  now: () => Date
  /** `path`: endpoint/bucket/key. `host`: bucket.endpoint/key, which OSS and COS demand. */
  addressing?: 'path' | 'host'
  /** Until the answer begins, ms; sending a file included. */
  timeoutMs?: number
  /** Further tries after 5xx or 429, with a growing pause that starts at `retryMs`. */
  retries?: number
  retryMs?: number
}

type Send = (
  method: 'GET' | 'PUT' | 'DELETE',
  path: string,
  request?: { headers?: Record<string, string>; body?: Blob },
) => Promise<Response>

export function createS3Storage(options: S3Options): Storage {
  const send = sender(options)
  const pathOf = (key: string) => {
    contentTypeOf(key)
    return `/${key}`
  }
  return {
    put: async (key, body) => {
      const path = pathOf(key)
      const blob = typeof body === 'string' ? await openAsBlob(body) : new Blob([bytesOf(body)])
      if (blob.size === 0) throw new TypeError('Nothing to store')
      const sha256 = await hashOf(body)
      // The signed hash makes the service itself refuse bytes damaged on the way.
      const headers = { 'content-type': contentTypeOf(key), 'x-amz-content-sha256': sha256 }
      await drained(await send('PUT', path, { headers, body: blob }), [200, 201, 204])
      return { bytes: blob.size, sha256 }
    },
    open: async (key, range) => openObject(send, key, pathOf(key), range),
    remove: async (key) => drained(await send('DELETE', pathOf(key)), [200, 204, 404]),
    list: (prefix = '') => list(send, prefix),
    check: async () => drained(await send('GET', '/?list-type=2&max-keys=1'), [200]),
  }
}

/** Signs and sends; gives whatever the service answers, throws if it does not in time. */
function sender(options: S3Options): Send {
  const { endpoint, bucket, region, now, addressing = 'path', timeoutMs = 30_000 } = options
  const base = new URL(endpoint)
  if (addressing === 'host') base.host = `${bucket}.${base.host}`
  else base.pathname = `${base.pathname.replace(/\/$/, '')}/${bucket}`
  const client = new AwsClient({
    accessKeyId: options.accessKey,
    secretAccessKey: options.secretKey,
    service: 's3',
    region,
    retries: options.retries ?? 2,
    initRetryMs: options.retryMs ?? 100,
  })
  const root = base.href.replace(/\/$/, '')
  return async (method, path, { headers = {}, body } = {}) => {
    const datetime = now()
      .toISOString()
      .replace(/[:-]|\.\d{3}/g, '')
    // Only until the answer begins: a shopper on a slow line may take long to read a video.
    const patience = new AbortController()
    const timer = setTimeout(() => patience.abort(), timeoutMs)
    try {
      return await client.fetch(root + path, {
        method,
        headers,
        body: body ?? null,
        redirect: 'error',
        signal: patience.signal,
        aws: { datetime },
      })
    } catch (error) {
      throw new StorageUnavailable('The storage service did not answer', { cause: error })
    } finally {
      clearTimeout(timer)
    }
  }
}

async function openObject(send: Send, key: string, path: string, range: ByteRange | undefined) {
  const headers = range ? { range: `bytes=${range.start}-${range.end}` } : {}
  const response = await send('GET', path, { headers })
  if (response.status === 404 || response.status === 416) {
    await response.body?.cancel()
    if (response.status === 404) return undefined
    throw new RangeError('The range starts behind the end of the object')
  }
  const total = /^bytes (\d+)-(\d+)\/(\d+)$/.exec(response.headers.get('content-range') ?? '')
  const length = Number(response.headers.get('content-length') ?? Number.NaN)
  const expected = range ? 206 : 200
  if (response.status !== expected || !response.body || (range && !total) || !(length >= 0)) {
    throw await unexpected(response)
  }
  return {
    stream: Readable.fromWeb(response.body as ReadableStream),
    totalBytes: total ? Number(total[3]) : length,
    range: total
      ? { start: Number(total[1]), end: Number(total[2]) }
      : { start: 0, end: length - 1 },
    contentType: contentTypeOf(key),
  }
}

async function* list(send: Send, prefix: string): AsyncIterable<Listed> {
  for (let token: string | undefined = ''; token !== undefined; ) {
    const query = new URLSearchParams({ 'list-type': '2', prefix })
    if (token !== '') query.set('continuation-token', token)
    const response = await send('GET', `/?${query}`)
    if (response.status !== 200) throw await unexpected(response)
    const xml = await response.text()
    for (const [, entry = ''] of xml.matchAll(/<Contents>(.*?)<\/Contents>/gs)) {
      const key = textOf(entry, 'Key') ?? ''
      const modifiedAt = new Date(textOf(entry, 'LastModified') ?? '')
      if (isStorageKey(key)) yield { key, bytes: Number(textOf(entry, 'Size')), modifiedAt }
    }
    const more = textOf(xml, 'IsTruncated') === 'true'
    token = more ? textOf(xml, 'NextContinuationToken') : undefined
  }
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** The text of the first such element; S3 answers are flat enough to need no XML parser. */
const textOf = (xml: string, element: string): string | undefined =>
  new RegExp(`<${element}>([^<]*)</${element}>`)
    .exec(xml)?.[1]
    ?.replace(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => ENTITIES[name] ?? '')

/** Frees the connection; throws unless the status is one of these. */
async function drained(response: Response, statuses: readonly number[]): Promise<void> {
  if (!statuses.includes(response.status)) throw await unexpected(response)
  await response.body?.cancel()
}

async function unexpected(response: Response): Promise<StorageUnavailable> {
  const body = await response.text().catch(() => '')
  const code = textOf(body.slice(0, 10_000), 'Code')?.slice(0, 100) ?? 'no code'
  return new StorageUnavailable(`The storage service answered ${response.status} (${code})`)
}

const bytesOf = (body: Uint8Array) => new Uint8Array(body)

async function hashOf(body: string | Uint8Array): Promise<string> {
  const hash = createHash('sha256')
  if (typeof body !== 'string') return hash.update(body).digest('hex')
  for await (const chunk of createReadStream(body)) hash.update(chunk)
  return hash.digest('hex')
}
