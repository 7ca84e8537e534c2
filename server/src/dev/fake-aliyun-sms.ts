// An Alibaba Cloud SMS service of our own for tests: checks the ACS3-HMAC-SHA256 signature of SendSms by
// itself (V3 版本请求体&签名机制), without the code that signs.
import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type Answer, bodyOf } from './fake-answer.ts'

export interface TakenSms {
  readonly phone: string
  readonly sign: string
  readonly template: string
  readonly params: Readonly<Record<string, string>>
}

export interface FakeAliyunSms {
  /** Base address, for ALIYUN_SMS_URL. */
  readonly url: string
  readonly accessKeyId: string
  readonly accessKeySecret: string
  readonly taken: readonly TakenSms[]
  /** The next message is answered with this code. */
  failNext(code: string): void
  stop(): Promise<void>
}

interface Options {
  readonly accessKeyId?: string
  readonly accessKeySecret?: string
  readonly now?: () => number
}

const OFF_BY_AT_MOST_MS = 15 * 60_000
const hex = (text: string) => createHash('sha256').update(text).digest('hex')
const refusal = (Code: string, status = 400): Answer => ({
  status,
  body: { Code, Message: Code, RequestId: 'fake' },
})

export async function startFakeAliyunSms(options: Options = {}): Promise<FakeAliyunSms> {
  const { accessKeyId = 'fake-key', accessKeySecret = 'fake-secret', now = Date.now } = options
  const taken: TakenSms[] = []
  const nonces = new Set<string>()
  let failing: string | undefined

  const judge = (request: IncomingMessage, body: string): Answer => {
    const problem = signatureProblem(request, body, { accessKeyId, accessKeySecret, now: now() })
    if (problem) return refusal(problem)
    const nonce = String(request.headers['x-acs-signature-nonce'])
    if (nonces.has(nonce)) return refusal('SignatureNonceUsed')
    nonces.add(nonce)
    if (request.headers['x-acs-action'] !== 'SendSms') return refusal('InvalidAction.NotFound', 404)
    if (failing !== undefined) {
      const code = failing
      failing = undefined
      return { body: { Code: code, Message: code, RequestId: 'fake' } }
    }
    const query = new URL(request.url ?? '/', 'http://fake').searchParams
    const phone = query.get('PhoneNumbers') ?? ''
    if (!/^1[3-9]\d{9}$/.test(phone)) {
      return { body: { Code: 'isv.MOBILE_NUMBER_ILLEGAL', Message: 'illegal', RequestId: 'fake' } }
    }
    const params = JSON.parse(query.get('TemplateParam') ?? '{}') as Record<string, string>
    const sign = query.get('SignName') ?? ''
    taken.push({ phone, sign, template: query.get('TemplateCode') ?? '', params })
    return { body: { Code: 'OK', Message: 'OK', BizId: `biz-${taken.length}`, RequestId: 'fake' } }
  }

  const server = createServer((request, response) => {
    void bodyOf(request).then((body) => {
      const { body: said, status = 200 } = judge(request, body)
      response.writeHead(status, { 'content-type': 'application/json' })
      response.end(JSON.stringify(said))
    })
  })
  await new Promise<void>((settle) => server.listen(0, '127.0.0.1', settle))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    accessKeyId,
    accessKeySecret,
    taken,
    failNext: (code) => {
      failing = code
    },
    stop: () =>
      new Promise((settle) => {
        server.close(() => settle())
        server.closeAllConnections()
      }),
  }
}

interface Keys {
  readonly accessKeyId: string
  readonly accessKeySecret: string
  readonly now: number
}

/** The code of what is wrong with the signature of a request; undefined when it is right. */
function signatureProblem(request: IncomingMessage, body: string, keys: Keys): string | undefined {
  const parts =
    /^ACS3-HMAC-SHA256 Credential=([^,]+),SignedHeaders=([^,]+),Signature=([0-9a-f]{64})$/
  const [, credential, names = '', signature = ''] =
    parts.exec(String(request.headers.authorization)) ?? []
  if (credential === undefined) return 'MissingAuthorization'
  if (credential !== keys.accessKeyId) return 'InvalidAccessKeyId.NotFound'
  const at = Date.parse(String(request.headers['x-acs-date']))
  if (!(Math.abs(keys.now - at) <= OFF_BY_AT_MOST_MS)) return 'InvalidTimeStamp.Expired'
  if (request.headers['x-acs-content-sha256'] !== hex(body)) return 'InvalidContentSha256'
  const wanted = ['host', 'x-acs-action', 'x-acs-date', 'x-acs-signature-nonce', 'x-acs-version']
  const signed = names.split(';')
  if (wanted.some((name) => !signed.includes(name))) return 'IncompleteSignature'
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://fake')
  const encode = (text: string) =>
    encodeURIComponent(text).replace(
      /[!'()*]/g,
      (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
    )
  const query = [...searchParams].map(([k, v]) => `${encode(k)}=${encode(v)}`).sort()
  const headers = signed.map((name) => `${name}:${String(request.headers[name]).trim()}`)
  const canonical = `${request.method}\n${pathname}\n${query.join('&')}\n${headers.join('\n')}\n\n${names}\n${hex(body)}`
  const right = createHmac('sha256', keys.accessKeySecret)
    .update(`ACS3-HMAC-SHA256\n${hex(canonical)}`)
    .digest()
  return timingSafeEqual(right, Buffer.from(signature, 'hex')) ? undefined : 'SignatureDoesNotMatch'
}
