// Alibaba Cloud SMS (短信服务 Dysmsapi 2017-05-25, SendSms), signed with ACS3-HMAC-SHA256.
import { createHash, createHmac, randomUUID } from 'node:crypto'
import { type Delivered, later, readObject, refused, SEND_TIMEOUT_MS, sent } from './delivery.ts'

export interface AliyunSms {
  readonly url: string
  readonly accessKeyId: string
  readonly accessKeySecret: string
  /** 短信签名, without its brackets. */
  readonly signName: string
  readonly now: () => Date
}

/** A request to sign: everything that its signature holds. */
export interface SignedRequest {
  readonly method: string
  readonly path: string
  readonly query: Readonly<Record<string, string>>
  /** Lower-case names; exactly these are signed. */
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

const ALGORITHM = 'ACS3-HMAC-SHA256'
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
/** RFC 3986: also what encodeURIComponent leaves alone. */
const encode = (text: string) =>
  encodeURIComponent(text).replace(
    /[!'()*]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  )

export const canonicalQuery = (query: Readonly<Record<string, string>>): string =>
  Object.keys(query)
    .sort()
    .map((name) => `${encode(name)}=${encode(query[name] ?? '')}`)
    .join('&')

/** The Authorization header (V3 版本请求体&签名机制). */
export function authorization(
  request: SignedRequest,
  key: { readonly id: string; readonly secret: string },
): string {
  const names = Object.keys(request.headers).sort()
  const signedHeaders = names.join(';')
  const canonical = [
    request.method,
    request.path,
    canonicalQuery(request.query),
    names.map((name) => `${name}:${(request.headers[name] ?? '').trim()}\n`).join(''),
    signedHeaders,
    sha256(request.body),
  ].join('\n')
  const signature = createHmac('sha256', key.secret)
    .update(`${ALGORITHM}\n${sha256(canonical)}`)
    .digest('hex')
  return `${ALGORITHM} Credential=${key.id},SignedHeaders=${signedHeaders},Signature=${signature}`
}

/** The number or the text will not become acceptable by waiting. */
const NEVER = new Set([
  'isv.MOBILE_NUMBER_ILLEGAL',
  'isv.MOBILE_COUNT_OVER_LIMIT',
  'isv.INVALID_PARAMETERS',
  'isv.TEMPLATE_MISSING_PARAMETERS',
  'isv.BLACK_KEY_CONTROL_LIMIT',
  'isv.PARAM_LENGTH_LIMIT',
  'isv.PARAM_NOT_SUPPORT_URL',
  'isv.DENY_IP_RANGE',
])

/** Sends one message; never throws. */
export async function sendAliyunSms(
  options: AliyunSms,
  message: {
    readonly phone: string
    readonly template: string
    readonly params: Readonly<Record<string, string>>
  },
): Promise<Delivered> {
  const query = {
    PhoneNumbers: message.phone,
    SignName: options.signName,
    TemplateCode: message.template,
    TemplateParam: JSON.stringify(message.params),
  }
  const headers = {
    host: new URL(options.url).host,
    'x-acs-action': 'SendSms',
    'x-acs-content-sha256': sha256(''),
    'x-acs-date': options
      .now()
      .toISOString()
      .replace(/\.\d{3}Z$/, 'Z'),
    'x-acs-signature-nonce': randomUUID(),
    'x-acs-version': '2017-05-25',
  }
  const key = { id: options.accessKeyId, secret: options.accessKeySecret }
  const signed = authorization({ method: 'POST', path: '/', query, headers, body: '' }, key)
  try {
    const { host: _host, ...sentHeaders } = headers
    const response = await fetch(`${options.url}/?${canonicalQuery(query)}`, {
      method: 'POST',
      headers: { ...sentHeaders, authorization: signed },
      signal: AbortSignal.timeout(SEND_TIMEOUT_MS),
      redirect: 'error',
    })
    return judge(await readObject(response))
  } catch {
    return later('no-answer')
  }
}

function judge(answer: Record<string, unknown> | null): Delivered {
  if (!answer || typeof answer.Code !== 'string') return later('not-readable')
  if (answer.Code === 'OK') return sent(String(answer.BizId ?? ''))
  const why = answer.Code.slice(0, 60)
  return NEVER.has(answer.Code) ? refused(why) : later(why)
}
