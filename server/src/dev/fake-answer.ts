// How the stand-ins of providers answer: a body, and reading what they were sent.
import type { IncomingMessage } from 'node:http'

/** What a stand-in answers: the body, and the HTTP status if not 200. */
export type Answer = { readonly body: string | object; readonly status?: number }

export const failure = (errcode: number, errmsg: string): Answer => ({ body: { errcode, errmsg } })

/** The whole body of a request as text. */
export async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  return Buffer.concat(parts).toString('utf8')
}

/** A JSON object; empty for anything else. */
export function objectIn(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
  } catch {
    return {}
  }
}
