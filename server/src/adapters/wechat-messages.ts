// WeChat subscribe messages (订阅消息) over the service API: POST /cgi-bin/stable_token for the access
// token, POST /cgi-bin/message/subscribe/send for the message. Its answers are input from outside.
import { type Delivered, later, readObject, refused, SEND_TIMEOUT_MS, sent } from './delivery.ts'

export interface SubscribeMessage {
  readonly openid: string
  readonly templateId: string
  /** Page of the mini-program, without a leading slash. */
  readonly page: string
  readonly language: 'zh_CN' | 'en_US'
  readonly data: Readonly<Record<string, { readonly value: string }>>
}

export interface WeChatMessages {
  /** Never throws; 43101 (the person has no open subscription) is `refused` with `no-subscription`. */
  send(message: SubscribeMessage): Promise<Delivered>
}

interface Options {
  readonly url: string
  readonly appId: string
  readonly secret: string
  readonly now: () => number
}

/** A token is renewed this long before its end, so that none runs out on its way. */
const RENEW_BEFORE_MS = 5 * 60_000
/** The token is not good: WeChat has renewed it, or it ran out. */
const TOKEN_OVER = new Set([40001, 40014, 42001])
/** Errors that the same message will meet again. */
const NEVER: ReadonlyMap<number, string> = new Map([
  [43101, 'no-subscription'],
  [47003, 'template-data'],
  [40003, 'openid-unknown'],
  [40037, 'template-unknown'],
  [41030, 'page-unknown'],
  [43107, 'subscriptions-banned'],
])

class NoToken extends Error {}

export function makeWeChatMessages(options: Options): WeChatMessages {
  const tokens = tokenKeeper(options)
  const once = async (message: SubscribeMessage): Promise<number | Delivered> => {
    const token = await tokens.get()
    const address = `${options.url}/cgi-bin/message/subscribe/send?access_token=${token}`
    const answer = await post(address, {
      touser: message.openid,
      template_id: message.templateId,
      page: message.page,
      miniprogram_state: 'formal',
      lang: message.language,
      data: message.data,
    })
    const errcode = Number(answer.errcode)
    if (errcode === 0) return sent(String(answer.msgid ?? ''))
    if (TOKEN_OVER.has(errcode)) {
      tokens.drop(token)
      return errcode
    }
    const why = NEVER.get(errcode)
    return why ? refused(why) : later(`errcode-${errcode}`)
  }
  return {
    async send(message) {
      try {
        const first = await once(message)
        const last = typeof first === 'number' ? await once(message) : first
        return typeof last === 'number' ? later(`errcode-${last}`) : last
      } catch (error) {
        return later(error instanceof NoToken ? error.message : 'no-answer')
      }
    },
  }
}

async function post(address: string, body: object): Promise<Record<string, unknown>> {
  const response = await fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(SEND_TIMEOUT_MS),
    redirect: 'error',
  })
  const answer = response.ok ? await readObject(response) : null
  if (!answer) throw new Error(`HTTP ${response.status}`)
  return answer
}

/** One token for all messages of this process; those who ask at the same time share one exchange. */
function tokenKeeper({ url, appId, secret, now }: Options) {
  let kept: { readonly token: string; readonly until: number } | undefined
  let asking: Promise<string> | undefined
  /** A token that WeChat calls over is not taken from its cache again. */
  let force = false
  const ask = async (): Promise<string> => {
    const answer = await post(`${url}/cgi-bin/stable_token`, {
      grant_type: 'client_credential',
      appid: appId,
      secret,
      force_refresh: force,
    })
    const { access_token: token, expires_in: seconds } = answer
    if (typeof token !== 'string' || !/^[\w-]{1,512}$/.test(token)) {
      throw new NoToken(`no-token-${String(answer.errcode ?? '')}`)
    }
    const life = typeof seconds === 'number' && seconds > 0 ? seconds * 1_000 : 0
    kept = { token, until: now() + Math.max(life - RENEW_BEFORE_MS, life / 2) }
    force = false
    return token
  }
  return {
    async get(): Promise<string> {
      if (kept && now() < kept.until) return kept.token
      asking ??= ask().finally(() => {
        asking = undefined
      })
      return asking
    },
    drop(token: string): void {
      if (kept?.token !== token) return
      kept = undefined
      force = true
    },
  }
}
