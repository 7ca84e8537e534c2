// A small S3 service in memory: path-style put, get, head, delete and list, ranges, paging, and
// real signature checks. It can be told to fail, so that the driver's patience is tested too.
import { createHash } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { type Credentials, signatureProblem } from './sigv4.ts'

export type FakeS3 = Credentials & {
  endpoint: string
  bucket: string
  /** Keys in the order in which they were stored. */
  keys: () => string[]
  /** The next requests are answered with these statuses, `hang` never, `cut` in the middle. */
  next: (...faults: Fault[]) => void
  /** Requests that came in, faults included: method and path. */
  requests: string[]
  close: () => Promise<void>
}

export type Fault = number | 'hang' | 'cut'
type Stored = { body: Buffer; type: string; at: Date }
type Answer = { status: number; headers?: Record<string, string>; body?: Buffer | string }

/** `pageSize` is the most keys one listing gives. */
export async function startFakeS3(
  now: () => Date,
  { pageSize = 1000 }: { pageSize?: number } = {},
): Promise<FakeS3> {
  const credentials = { accessKey: 'fake-access', secretKey: 'fake-secret', region: 'cn-test-1' }
  const bucket = 'shouhou-test'
  const objects = new Map<string, Stored>()
  const faults: Fault[] = []
  const requests: string[] = []

  const server = createServer(async (request, response) => {
    requests.push(`${request.method} ${request.url?.split('?')[0]}`)
    const body = await buffer(request).catch(() => Buffer.alloc(0))
    const fault = faults.shift()
    if (fault === 'hang') return
    if (typeof fault === 'number') return send(request, response, problem(fault, 'SlowDown'))
    const wrong = signatureProblem(request, credentials, now())
    const answer = wrong
      ? problem(403, wrong)
      : handle(request, body, { bucket, objects, now, pageSize })
    if (fault === 'cut') return cut(response, answer)
    send(request, response, answer)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    ...credentials,
    bucket,
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    keys: () => [...objects.keys()],
    next: (...more) => void faults.push(...more),
    requests,
    close: () => {
      server.closeAllConnections()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}

type Place = { bucket: string; objects: Map<string, Stored>; now: () => Date; pageSize: number }

function handle(request: IncomingMessage, body: Buffer, place: Place): Answer {
  const url = new URL(request.url ?? '/', 'http://unused')
  const [, bucket, ...rest] = decodeURIComponent(url.pathname).split('/')
  const key = rest.join('/')
  if (bucket !== place.bucket) return problem(404, 'NoSuchBucket')
  if (key === '')
    return request.method === 'GET' ? list(url, place) : problem(405, 'MethodNotAllowed')
  if (request.method === 'PUT') return put(request, key, body, place)
  if (request.method === 'DELETE') {
    place.objects.delete(key)
    return { status: 204 }
  }
  const found = place.objects.get(key)
  if (!found) return problem(404, 'NoSuchKey')
  return get(request, found)
}

function put(request: IncomingMessage, key: string, body: Buffer, { objects, now }: Place): Answer {
  const declared = String(request.headers['x-amz-content-sha256'] ?? 'UNSIGNED-PAYLOAD')
  if (declared.startsWith('STREAMING-')) return problem(501, 'NotImplemented')
  if (declared !== 'UNSIGNED-PAYLOAD' && declared !== hash('sha256', body)) {
    return problem(400, 'XAmzContentSHA256Mismatch')
  }
  if (request.headers['content-length'] === undefined) return problem(411, 'MissingContentLength')
  const type = request.headers['content-type'] ?? 'application/octet-stream'
  objects.set(key, { body, type, at: now() })
  return { status: 200, headers: { etag: `"${hash('md5', body)}"` } }
}

function get(request: IncomingMessage, { body, type, at }: Stored): Answer {
  const headers = {
    'content-type': type,
    'accept-ranges': 'bytes',
    'last-modified': at.toUTCString(),
    etag: `"${hash('md5', body)}"`,
  }
  const [, first, last] = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? '') ?? []
  if (first === undefined) return { status: 200, headers, body }
  const end = Math.min(last ? Number(last) : body.length - 1, body.length - 1)
  if (Number(first) > end) return problem(416, 'InvalidRange')
  const range = `bytes ${first}-${end}/${body.length}`
  const part = body.subarray(Number(first), end + 1)
  return { status: 206, headers: { ...headers, 'content-range': range }, body: part }
}

function list({ searchParams: query }: URL, { bucket, objects, pageSize }: Place): Answer {
  const after = Buffer.from(query.get('continuation-token') ?? '', 'base64').toString()
  const most = Math.min(pageSize, Number(query.get('max-keys') ?? pageSize))
  const all = [...objects.keys()]
    .filter((key) => key.startsWith(query.get('prefix') ?? '') && key > after)
    .sort()
  const keys = all.slice(0, most)
  const more = all.length > keys.length
  const token = Buffer.from(keys.at(-1) ?? '').toString('base64')
  const entries = keys.map((key) => {
    const { body, at } = objects.get(key) ?? { body: Buffer.alloc(0), at: new Date(0) }
    return `<Contents><Key>${xml(key)}</Key><LastModified>${at.toISOString()}</LastModified><ETag>&quot;${hash('md5', body)}&quot;</ETag><Size>${body.length}</Size><StorageClass>STANDARD</StorageClass></Contents>`
  })
  return {
    status: 200,
    headers: { 'content-type': 'application/xml' },
    body: `<?xml version="1.0" encoding="UTF-8"?>\n<ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><Name>${bucket}</Name><Prefix>${xml(query.get('prefix') ?? '')}</Prefix><KeyCount>${keys.length}</KeyCount><MaxKeys>${most}</MaxKeys><IsTruncated>${more}</IsTruncated>${entries.join('')}${more ? `<NextContinuationToken>${xml(token)}</NextContinuationToken>` : ''}</ListBucketResult>`,
  }
}

const problem = (status: number, code: string): Answer => ({
  status,
  headers: { 'content-type': 'application/xml', ...(status < 400 && { location: '/elsewhere' }) },
  body: `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code><Message>${code}</Message></Error>`,
})

function send(request: IncomingMessage, response: ServerResponse, answer: Answer): void {
  const body = Buffer.from(answer.body ?? '')
  response.writeHead(answer.status, { ...answer.headers, 'content-length': body.length })
  response.end(request.method === 'HEAD' ? undefined : body)
}

/** Promises the whole body and breaks the connection after half of it. */
function cut(response: ServerResponse, answer: Answer): void {
  const body = Buffer.from(answer.body ?? '')
  response.writeHead(answer.status, { ...answer.headers, 'content-length': body.length })
  response.write(body.subarray(0, body.length / 2), () => response.destroy())
}

const hash = (algorithm: string, body: Buffer) => createHash(algorithm).update(body).digest('hex')

const xml = (text: string) =>
  text.replace(/[&<>"]/g, (c) => `&${{ '&': 'amp', '<': 'lt', '>': 'gt', '"': 'quot' }[c]};`)
