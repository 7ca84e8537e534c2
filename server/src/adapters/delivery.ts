// How handing a message to the outside world ended, the same for every channel.
export type Delivered =
  /** Accepted; `reference` is the provider's name for it. */
  | { readonly outcome: 'sent'; readonly reference: string }
  /** Will never be accepted like this: no reason to try again. */
  | { readonly outcome: 'refused'; readonly why: string }
  /** Not now. */
  | { readonly outcome: 'later'; readonly why: string }

export const sent = (reference: string): Delivered => ({ outcome: 'sent', reference })
export const refused = (why: string): Delivered => ({ outcome: 'refused', why })
export const later = (why: string): Delivered => ({ outcome: 'later', why })

/** A provider that did not answer in time may still have taken the message. */
export const SEND_TIMEOUT_MS = 10_000

/** Reads at most 64 KiB of JSON from an answer; null when it is not an object. */
export async function readObject(response: Response): Promise<Record<string, unknown> | null> {
  const text = (await response.text()).slice(0, 65_536)
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null
  } catch {
    return null
  }
}
