// The application that was left before it was sent: kept by order, checked when it comes back.
import { isOfferedType } from '@shouhou/shared/domain/aftersale-types'
import { REASON_CODES } from '@shouhou/shared/domain/reasons'
import type { ActionMemory, OpenAction } from '../../../api/action-keys.ts'
import { keepDraft, readDraft } from '../../../platform/drafts.ts'
import { serverNow } from '../../../platform/server-clock.ts'
import type { Application } from './application.ts'

/** The server removes files that nobody used after a day. */
const FILES_KEPT_MS = 20 * 3_600_000

const nameOf = (orderNo: string): string => `apply ${orderNo}`

export const keepApplication = (owner: string, orderNo: string, application: Application): void =>
  keepDraft(owner, nameOf(orderNo), application)

export const dropApplication = (owner: string, orderNo: string): void =>
  keepDraft(owner, nameOf(orderNo), undefined)

/** Undefined when there is none, or when what is stored is no application of this version. */
export function keptApplication(owner: string, orderNo: string): Application | undefined {
  const draft = readDraft(owner, nameOf(orderNo))
  if (!draft || !isApplication(draft.value)) return undefined
  const usable = serverNow() - FILES_KEPT_MS
  const media = draft.value.media
    .filter(({ expiresAt }) => Date.parse(expiresAt) > usable)
    // Addresses of pictures are signed for minutes; the files themselves are still there.
    .map((one) => (Date.parse(one.expiresAt) > serverNow() ? one : { ...one, thumbUrl: null }))
  return { ...draft.value, media }
}

function isApplication(value: unknown): value is Application {
  const stored = (value ?? {}) as Partial<Record<keyof Application, unknown>>
  const { quantities, type, received, reasonCode, description, wantText, giftsKept, media } = stored
  return (
    isQuantities(quantities) &&
    (type === null || (typeof type === 'string' && isOfferedType(type as 'EXCHANGE'))) &&
    (received === null || typeof received === 'boolean') &&
    (reasonCode === null || REASON_CODES.some((code) => code === reasonCode)) &&
    typeof description === 'string' &&
    typeof wantText === 'string' &&
    typeof stored.humanReview === 'boolean' &&
    Array.isArray(giftsKept) &&
    giftsKept.every((ref) => typeof ref === 'string') &&
    Array.isArray(media) &&
    media.every((one) => typeof one?.id === 'string')
  )
}

const isQuantities = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  Object.values(value).every((units) => Number.isInteger(units) && (units as number) > 0)

/**
 * Remembers an application whose answer got lost: sent again, even after the page was left or loaded
 * anew, it carries the same key, so the case that may be there is opened and not made twice.
 */
export const sendingOf = (owner: string, orderNo: string): ActionMemory => ({
  read() {
    const stored = (readDraft(owner, `sending ${orderNo}`)?.value ?? {}) as Partial<OpenAction>
    const { input, key } = stored
    return typeof input === 'string' && typeof key === 'string' ? { input, key } : null
  },
  keep: (open) => keepDraft(owner, `sending ${orderNo}`, open ?? undefined),
})
