// A WeChat of our own for development and tests: speaks the wire protocol of code2session and of
// subscribe messages, so that the adapters of production are used unchanged.
import { createHash, randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type Answer, bodyOf, failure, objectIn } from './fake-answer.ts'
import { FakeMessages } from './fake-wechat-messages.ts'

export interface FakeWechat {
  /** Base address, for WECHAT_URL. */
  readonly url: string
  readonly appId: string
  readonly secret: string
  /** A code of wx.login for a person; like WeChat's it works once. */
  codeFor(person: string): string
  /** The openid that WeChat gives this app for the person. */
  openidOf(person: string): string
  /** Subscribe messages: what was taken, and ways to make it fail. */
  readonly messages: FakeMessages
  stop(): Promise<void>
}

interface Options {
  readonly port?: number
  readonly appId?: string
  readonly secret?: string
  /** Asked first; undefined leaves the answer to the rules below. */
  readonly instead?: (code: string) => Answer | undefined
  readonly now?: () => number
}

const CODES_A_MINUTE = 100

/** What WeChat calls a person towards one app. */
export const openidOf = (appId: string, person: string) =>
  `o${createHash('sha256').update(`${appId}\n${person}`).digest('base64url').slice(0, 27)}`

/**
 * Listens on 127.0.0.1. Codes are `demo-<person>`, good again and again for trying by hand, or
 * `demo-<person>.<anything>`, each good once. The same person always has the same openid.
 */
export async function startFakeWechat(options: Options = {}): Promise<FakeWechat> {
  const { port = 0, appId = 'wxdemo0000000001', secret = 'demo-app-secret' } = options
  const exchange = exchanger(appId, secret, options)
  const messages = new FakeMessages({ appId, secret, now: options.now ?? Date.now })
  const routes: Routes = {
    'GET /sns/jscode2session': (query) => exchange(query),
    'POST /cgi-bin/stable_token': (_query, body) => messages.stableToken(body),
    'POST /cgi-bin/message/subscribe/send': (query, body) =>
      messages.send(query.get('access_token') ?? '', body),
  }
  const server = createServer((request, response) => void answer(request, response, routes))
  await new Promise<void>((settle, fail) => {
    server.once('error', fail)
    server.listen(port, '127.0.0.1', settle)
  })
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    appId,
    secret,
    codeFor: (person) => `demo-${person}.${randomBytes(8).toString('hex')}`,
    openidOf: (person) => openidOf(appId, person),
    messages,
    stop: () =>
      new Promise((settle) => {
        server.close(() => settle())
        server.closeAllConnections()
      }),
  }
}

/** The rules of code2session: https://developers.weixin.qq.com, auth.code2Session. */
function exchanger(appId: string, secret: string, { instead, now = Date.now }: Options) {
  const used = new Set<string>()
  const asked = new Map<string, number[]>()
  return (query: URLSearchParams): Answer => {
    const code = query.get('js_code') ?? ''
    const other = instead?.(code)
    if (other) return other
    if (query.get('appid') !== appId) return failure(40013, 'invalid appid')
    if (query.get('secret') !== secret) return failure(40125, 'invalid appsecret')
    if (query.get('grant_type') !== 'authorization_code')
      return failure(40002, 'invalid grant_type')
    const [, person, once] = /^demo-([a-z0-9-]{1,40})(\..+)?$/.exec(code) ?? []
    if (person === undefined) return failure(40029, 'invalid code')
    if (used.has(code)) return failure(40163, 'code been used')
    const lately = (asked.get(person) ?? []).filter((at) => at > now() - 60_000)
    asked.set(person, [...lately, now()])
    if (lately.length >= CODES_A_MINUTE) return failure(45011, 'api minute-quota reach limit')
    if (once !== undefined) used.add(code)
    const session_key = randomBytes(16).toString('base64')
    return { body: { openid: openidOf(appId, person), session_key } }
  }
}

type Routes = Readonly<
  Record<string, (query: URLSearchParams, body: Readonly<Record<string, unknown>>) => Answer>
>

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  routes: Routes,
): Promise<void> {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://fake')
  const route = routes[`${request.method} ${pathname}`]
  const sent = objectIn(await bodyOf(request))
  const { body, status = 200 } = route ? route(searchParams, sent) : { body: '', status: 404 }
  // WeChat sends its JSON as text.
  response.writeHead(status, { 'content-type': 'text/plain' })
  response.end(typeof body === 'string' ? body : JSON.stringify(body))
}
