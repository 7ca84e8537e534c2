// The half of our WeChat that sends subscribe messages: access tokens, templates, one-time subscriptions.
// Errors as WeChat numbers them: https://developers.weixin.qq.com, subscribeMessage.send, getStableAccessToken.
import { randomBytes } from 'node:crypto'
import { type Answer, failure } from './fake-answer.ts'

/** A message that was taken. */
export interface TakenMessage {
  readonly openid: string
  readonly templateId: string
  readonly page: string
  readonly data: Readonly<Record<string, { readonly value: string }>>
}

interface Rules {
  readonly appId: string
  readonly secret: string
  readonly now: () => number
}

const TOKEN_SECONDS = 7_200
/** Longest values by kind of field, and what they may be made of. */
const FIELDS: Readonly<Record<string, RegExp>> = {
  thing: /^[\s\S]{1,20}$/,
  character_string: /^[\x20-\x7e]{1,32}$/,
  phrase: /^\p{Script=Han}{1,5}$/u,
  name: /^[\s\S]{1,10}$/,
  amount: /^\d{1,10}(\.\d{1,2})?$/,
  number: /^\d{1,32}(\.\d+)?$/,
  time: /^(\d{4}-\d\d-\d\d )?\d\d:\d\d$/,
  date: /^\d{4}-\d\d-\d\d( \d\d:\d\d)?$/,
}

type Sent = Readonly<Record<string, unknown>>
const pair = (openid: string, templateId: string) => `${openid} ${templateId}`

/** Subscribe messages: what was taken, and ways to make sending fail. */
export class FakeMessages {
  /** Every message taken so far. */
  readonly taken: TakenMessage[] = []
  /** How many tokens were given. */
  tokensGiven = 0
  readonly #rules: Rules
  readonly #templates = new Map<string, readonly string[]>()
  readonly #subscriptions = new Map<string, number>()
  #token: { readonly text: string; readonly until: number } | undefined
  #broken: 'before' | 'after' | undefined
  #failing: number | undefined

  constructor(rules: Rules) {
    this.#rules = rules
  }

  /** Makes a template with these fields. */
  addTemplate(id: string, fields: readonly string[]): void {
    this.#templates.set(id, fields)
  }

  /** The person has tapped "allow": one more message. */
  subscribe(openid: string, templateId: string): void {
    const key = pair(openid, templateId)
    this.#subscriptions.set(key, (this.#subscriptions.get(key) ?? 0) + 1)
  }

  /** The next sending answers nothing of use: before the message was taken, or after. */
  breakNext(how: 'before' | 'after'): void {
    this.#broken = how
  }

  /** The next sending answers this errcode. */
  failNext(errcode: number): void {
    this.#failing = errcode
  }

  /** Tokens given so far are good no more. */
  endTokens(): void {
    this.#token = undefined
  }

  stableToken(body: Sent): Answer {
    const { appId, secret, now } = this.#rules
    if (body.appid !== appId) return failure(40013, 'invalid appid')
    if (body.secret !== secret) return failure(40125, 'invalid appsecret')
    if (body.grant_type !== 'client_credential') return failure(40002, 'invalid grant_type')
    if (!this.#token || this.#token.until <= now() || body.force_refresh === true) {
      const text = randomBytes(48).toString('base64url')
      this.#token = { text, until: now() + TOKEN_SECONDS * 1_000 }
      this.tokensGiven += 1
    }
    const { text, until } = this.#token
    return { body: { access_token: text, expires_in: Math.floor((until - now()) / 1_000) } }
  }

  send(accessToken: string, body: Sent): Answer {
    const [failing, broken] = [this.#failing, this.#broken]
    this.#failing = undefined
    if (failing !== undefined) return failure(failing, 'as asked for')
    if (accessToken !== this.#token?.text) return failure(40001, 'invalid credential')
    if (this.#token.until <= this.#rules.now()) return failure(42001, 'access_token expired')
    this.#broken = undefined
    if (broken === 'before') return { body: 'oops', status: 500 }
    const message = {
      openid: String(body.touser),
      templateId: String(body.template_id),
      page: String(body.page ?? ''),
      data: (body.data ?? {}) as TakenMessage['data'],
    }
    const problem = this.#problemOf(message)
    if (problem) return problem
    const key = pair(message.openid, message.templateId)
    this.#subscriptions.set(key, (this.#subscriptions.get(key) ?? 0) - 1)
    this.taken.push(message)
    if (broken === 'after') return { body: 'oops', status: 500 }
    return { body: { errcode: 0, errmsg: 'ok', msgid: this.taken.length } }
  }

  #problemOf({ openid, templateId, data }: TakenMessage): Answer | undefined {
    const fields = this.#templates.get(templateId)
    if (!fields) return failure(40037, 'invalid template_id')
    if (!/^o[\w-]{27}$/.test(openid)) return failure(40003, 'invalid openid')
    const wrong = fields.find(
      (key) => !FIELDS[key.replace(/\d+$/, '')]?.test(data[key]?.value ?? ''),
    )
    if (wrong) return failure(47003, `argument invalid! data.${wrong}.value invalid`)
    const left = this.#subscriptions.get(pair(openid, templateId)) ?? 0
    return left > 0 ? undefined : failure(43101, 'user refuse to accept the msg')
  }
}
