// Short messages: one-time codes and notices. Which sender is a setting.
import type { Logger } from 'pino'
import { type AliyunSms, sendAliyunSms } from './aliyun-sms.ts'
import { type Delivered, refused, sent } from './delivery.ts'

/** What a notice says in a short message; the words around it are the provider's template. */
export interface SmsNotice {
  readonly shop: string
  readonly title: string
  /** Number of the case, or empty. */
  readonly no: string
}

export interface Sms {
  /** Hands a code over to the phone network; resolves when it was accepted. */
  sendCode(phone: string, code: string): Promise<void>
  /** Whether notices go out this way at all. */
  readonly sendsNotices: boolean
  /** Never throws. */
  sendNotice(phone: string, notice: SmsNotice): Promise<Delivered>
}

/** Development: prints instead of sending. */
export const logSms = (log: Logger): Sms => ({
  sendCode: async (_phone, code) => log.info({ code }, 'one-time code'),
  sendsNotices: true,
  sendNotice: async (_phone, notice) => {
    log.info({ notice }, 'short message')
    return sent('log')
  },
})

/** No sender is set up: codes go nowhere. */
export const noSms: Sms = {
  sendCode: async () => {},
  sendsNotices: false,
  sendNotice: async () => refused('not-set-up'),
}

export interface AliyunTemplates {
  /** Has `${code}`. */
  readonly code: string
  /** Has `${shop}`, `${title}` and `${no}`; empty: notices are not sent by SMS. */
  readonly notice: string
}

/** Variables of a template may be 35 characters long. */
const clip = (text: string) => text.slice(0, 35)

export const aliyunSms = (options: AliyunSms, templates: AliyunTemplates): Sms => ({
  async sendCode(phone, code) {
    const result = await sendAliyunSms(options, {
      phone,
      template: templates.code,
      params: { code },
    })
    if (result.outcome !== 'sent') throw new Error(`the code was not accepted: ${result.why}`)
  },
  sendsNotices: templates.notice !== '',
  sendNotice: (phone, { shop, title, no }) =>
    sendAliyunSms(options, {
      phone,
      template: templates.notice,
      params: { shop: clip(shop), title: clip(title), no: clip(no) || '-' },
    }),
})
