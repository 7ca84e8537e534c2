// Sends one-time codes. A real provider is one more sender behind the same type.
import type { Logger } from 'pino'

export interface Sms {
  /** Hands a code over to the phone network; resolves when it was accepted. */
  sendCode(phone: string, code: string): Promise<void>
}

/** Development: prints the code instead of sending it. */
export const logSms = (log: Logger): Sms => ({
  sendCode: async (_phone, code) => log.info({ code }, 'one-time code'),
})

/** No sender is set up: codes go nowhere. */
export const noSms: Sms = { sendCode: async () => {} }
