// Checks AWS Signature Version 4 (headers and query) the way a service does, from the request as it
// came over the wire. Written from the public description, apart from the client that signs.
import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'

export type Credentials = { accessKey: string; secretKey: string; region: string }

/** The S3 error code, or undefined if the request is signed as it should be. */
export function signatureProblem(
  request: IncomingMessage,
  credentials: Credentials,
  now: Date,
): string | undefined {
  const url = new URL(request.url ?? '/', 'http://unused')
  const claim = url.searchParams.has('X-Amz-Signature') ? inQuery(url) : inHeaders(request)
  if (!claim) return 'AccessDenied'
  const [accessKey, day = '', region, service, end] = claim.credential.split('/')
  if (accessKey !== credentials.accessKey) return 'InvalidAccessKeyId'
  if (region !== credentials.region || service !== 's3' || end !== 'aws4_request') {
    return 'AuthorizationHeaderMalformed'
  }
  if (!claim.signedHeaders.includes('host') || !claim.date.startsWith(day)) return 'AccessDenied'
  const signed = instant(claim.date)
  const age = now.getTime() - signed
  if (!(Math.abs(age) <= 15 * 60_000) && claim.lifeMs === undefined) return 'RequestTimeTooSkewed'
  if (claim.lifeMs !== undefined && !(age <= claim.lifeMs)) return 'AccessDenied'
  const expected = signature(request, url, claim, credentials.secretKey)
  return same(expected, claim.signature) ? undefined : 'SignatureDoesNotMatch'
}

type Claim = {
  credential: string
  signedHeaders: string[]
  signature: string
  date: string
  payload: string
  /** Of an address signed in its query, ms. */
  lifeMs?: number
}

function inQuery({ searchParams: query }: URL): Claim | undefined {
  if (query.get('X-Amz-Algorithm') !== 'AWS4-HMAC-SHA256') return undefined
  return {
    credential: query.get('X-Amz-Credential') ?? '',
    signedHeaders: (query.get('X-Amz-SignedHeaders') ?? '').split(';'),
    signature: query.get('X-Amz-Signature') ?? '',
    date: query.get('X-Amz-Date') ?? '',
    payload: 'UNSIGNED-PAYLOAD',
    lifeMs: Number(query.get('X-Amz-Expires') ?? Number.NaN) * 1000,
  }
}

function inHeaders({ headers }: IncomingMessage): Claim | undefined {
  const pattern =
    /^AWS4-HMAC-SHA256 Credential=([^,\s]+),\s*SignedHeaders=([^,\s]+),\s*Signature=([0-9a-f]+)$/
  const [, credential, names, given] = pattern.exec(headers.authorization ?? '') ?? []
  if (credential === undefined || names === undefined || given === undefined) return undefined
  const payload = headers['x-amz-content-sha256']
  const date = headers['x-amz-date']
  if (typeof payload !== 'string' || typeof date !== 'string') return undefined
  return { credential, signedHeaders: names.split(';'), signature: given, date, payload }
}

function signature(request: IncomingMessage, url: URL, claim: Claim, secretKey: string): string {
  const query = [...url.searchParams]
    .filter(([name]) => name !== 'X-Amz-Signature')
    .map(([name, value]) => `${encoded(name)}=${encoded(value)}`)
    .sort()
    .join('&')
  const path = decodeURIComponent(url.pathname).split('/').map(encoded).join('/')
  const headers = claim.signedHeaders.map((name) => `${name}:${headerOf(request, name)}\n`).join('')
  const canonical = [
    request.method,
    path,
    query,
    headers,
    claim.signedHeaders.join(';'),
    claim.payload,
  ].join('\n')
  const scope = claim.credential.split('/').slice(1)
  const text = ['AWS4-HMAC-SHA256', claim.date, scope.join('/'), sha256(canonical)].join('\n')
  const key = scope.reduce<Buffer | string>(
    (previous, part) => hmac(previous, part),
    `AWS4${secretKey}`,
  )
  return hmac(key, text).toString('hex')
}

const headerOf = (request: IncomingMessage, name: string) =>
  String(request.headers[name] ?? '')
    .trim()
    .replace(/\s+/g, ' ')

const encoded = (text: string) =>
  encodeURIComponent(text).replace(
    /[!'()*]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  )

const hmac = (key: Buffer | string, text: string) => createHmac('sha256', key).update(text).digest()
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

const instant = (date: string) =>
  Date.parse(date.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'))

const same = (a: string, b: string) =>
  a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b))
