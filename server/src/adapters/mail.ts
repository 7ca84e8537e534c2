// E-mail by SMTP: one pool of connections, short timeouts, plain text with a simple HTML twin.
import { createTransport } from 'nodemailer'
import { type Delivered, later, refused, SEND_TIMEOUT_MS, sent } from './delivery.ts'

export interface Letter {
  readonly to: string
  readonly subject: string
  readonly text: string
  /** Stays the same when a letter is sent again, so that mailboxes can tell it is one. */
  readonly id: string
}

export interface Mail {
  /** Never throws. */
  send(letter: Letter): Promise<Delivered>
  close(): void
}

const escaped = (text: string) =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')

const asHtml = (text: string) =>
  `<div style="font:16px/1.6 sans-serif;color:#1f2733">${escaped(text).replace(/\n/g, '<br>')}</div>`

interface SmtpError extends Error {
  readonly responseCode?: number
}

/** `url` is `smtp://user:password@host:port`, or `smtps://` for TLS from the first byte. */
export function makeMail({ url, from }: { readonly url: string; readonly from: string }): Mail {
  const host = new URL(`http://${from.split('@').at(-1)?.replace(/>.*/, '') ?? 'localhost'}`)
    .hostname
  const transport = createTransport({
    url,
    pool: true,
    maxConnections: 3,
    maxMessages: 100,
    connectionTimeout: SEND_TIMEOUT_MS,
    greetingTimeout: SEND_TIMEOUT_MS,
    socketTimeout: 2 * SEND_TIMEOUT_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return {
    async send({ to, subject, text, id }) {
      try {
        const messageId = `<${id}@${host}>`
        const html = asHtml(text)
        const autoSubmitted = { 'Auto-Submitted': 'auto-generated' }
        await transport.sendMail({
          from,
          to,
          subject,
          text,
          html,
          messageId,
          headers: autoSubmitted,
        })
        return sent(messageId)
      } catch (error) {
        const { responseCode = 0 } = error as SmtpError
        // 5yz is for good (RFC 5321 4.2.1); but a refused login is the shop's to mend, not the mail's.
        const isForGood = responseCode >= 550 && responseCode <= 559
        return isForGood ? refused(`smtp-${responseCode}`) : later(`smtp-${responseCode || 'away'}`)
      }
    },
    close: () => transport.close(),
  }
}
