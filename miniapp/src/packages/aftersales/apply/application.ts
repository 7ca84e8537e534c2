// An application while it is being written: what may be chosen, what is still missing. Pure.
import type { Aftersale, Quote } from '@shouhou/shared/contract/aftersale-views'
import type { Order, OrderLine } from '@shouhou/shared/contract/orders'
import type { Media } from '@shouhou/shared/contract/uploads'
import { OFFERED_TYPES, type OfferedType } from '@shouhou/shared/domain/aftersale-types'
import { parseYuan } from '@shouhou/shared/domain/money'
import { type ReasonCode, reasonFits, reasonRule, reasonTree } from '@shouhou/shared/domain/reasons'
import { canAsk } from '../../../rules/can-ask.ts'

export interface Application {
  /** Units by line id; a line that is not chosen is not there. */
  readonly quantities: Readonly<Record<string, number>>
  readonly type: OfferedType | null
  /** Null: not said yet. */
  readonly received: boolean | null
  readonly reasonCode: ReasonCode | null
  readonly description: string
  /** Yuan as typed; empty asks for all that can be paid back. */
  readonly wantText: string
  readonly humanReview: boolean
  /** Gifts that stay with the shopper, by ref. */
  readonly giftsKept: readonly string[]
  /** Files that arrived at the server. */
  readonly media: readonly Media[]
}

/** What the form works on: the order, and the case whose application is being changed. */
export interface Subject {
  readonly order: Order
  readonly original: Aftersale | null
}

const ownUnits = ({ original }: Subject, lineId: string): number =>
  original?.items.find((item) => item.lineId === lineId)?.quantity ?? 0

/** Units of a line that can be asked for; those of the case itself are its own. */
export const unitsFree = (subject: Subject, line: OrderLine): number =>
  line.quantity - line.quantityTaken + ownUnits(subject, line.id)

/** Something of the order can be asked for. */
export const isAnyFree = (subject: Subject): boolean =>
  subject.order.lines.some((line) => unitsFree(subject, line) > 0)

export const chosenLines = ({ order }: Subject, { quantities }: Application): OrderLine[] =>
  order.lines.filter(({ id }) => (quantities[id] ?? 0) > 0)

/** A new application; the line it was opened from, or the only one there is, is chosen already. */
export function firstApplication(subject: Subject, lineId: string): Application {
  const free = subject.order.lines.filter((line) => unitsFree(subject, line) > 0)
  const line = free.find(({ id }) => id === lineId) ?? (free.length === 1 ? free[0] : undefined)
  const empty = {
    type: null,
    received: null,
    reasonCode: null,
    description: '',
    wantText: '',
    humanReview: false,
    giftsKept: [],
    media: [],
  }
  const quantities = line ? { [line.id]: unitsFree(subject, line) } : {}
  return settle(subject, { ...empty, quantities })
}

/** A kept application as far as the order still allows it. */
export function fitted(subject: Subject, application: Application): Application {
  const quantities: Record<string, number> = {}
  for (const line of subject.order.lines) {
    const units = Math.min(application.quantities[line.id] ?? 0, unitsFree(subject, line))
    if (units > 0) quantities[line.id] = units
  }
  return settle(subject, { ...application, quantities })
}

/** The application of a case, to be changed. */
export function applicationOf(original: Aftersale): Application {
  const quantities: Record<string, number> = {}
  for (const { lineId, quantity } of original.items) quantities[lineId] = quantity
  const type = OFFERED_TYPES.find((offered) => offered === original.type) ?? null
  const { receivedGoods: received, reasonCode, description, giftsKept } = original
  const rest = { wantText: '', humanReview: false, media: [] }
  return { quantities, type, received, reasonCode, description, giftsKept, ...rest }
}

export interface TypeChoice {
  readonly type: OfferedType
  /** Can be sent, at least for people to decide. */
  readonly possible: boolean
  /** Why not, or why only in part. */
  readonly why: readonly string[]
}

/** The types on offer, for all chosen lines together. */
export function typeChoices(subject: Subject, application: Application): TypeChoice[] {
  const lines = chosenLines(subject, application)
  return OFFERED_TYPES.map((type) => {
    const found = lines
      .filter(({ id }) => ownUnits(subject, id) === 0)
      .flatMap(({ eligibility }) => eligibility.filter((one) => one.type === type))
    const blocking = found.filter(({ allowed }) => !allowed)
    const why = [...new Set(blocking.flatMap((one) => one.why))]
    return { type, possible: lines.length > 0 && found.every(canAsk), why }
  })
}

/**
 * What people mostly ask for where the goods are: not there yet, money; delivered, a return. Within the
 * rules if anything is; null leaves the choice to the shopper.
 */
function guessedType(subject: Subject, application: Application): OfferedType | null {
  const lines = chosenLines(subject, application)
  const choices = typeChoices(subject, application).filter(({ possible }) => possible)
  const delivered = lines.length > 0 && lines.every(({ signedAt }) => signedAt !== null)
  const wanted: OfferedType = delivered ? 'RETURN_REFUND' : 'REFUND_ONLY'
  const likely = [...choices].sort((a, b) => Number(b.type === wanted) - Number(a.type === wanted))
  return (likely.find(({ why }) => why.length === 0) ?? likely[0])?.type ?? null
}

/** Whether the shopper holds the goods, as far as the parcel says. */
const guessedReceived = (subject: Subject, application: Application): boolean =>
  chosenLines(subject, application).every(({ signedAt }) => signedAt !== null)

/** Whether the shopper holds the goods, where type and parcel say so; null where only they know. */
function receivedBy(subject: Subject, application: Application): boolean | null {
  const { type } = application
  if (type === 'RETURN_REFUND' || type === 'EXCHANGE') return true
  const lines = chosenLines(subject, application)
  return lines.some(({ shippedAt }) => shippedAt === null) ? false : null
}

export const mustSayReceived = (subject: Subject, application: Application): boolean =>
  application.type !== null && receivedBy(subject, application) === null

/** Drops what no longer fits after a change, and fills in what follows. */
export function settle(subject: Subject, application: Application): Application {
  const choices = typeChoices(subject, application).filter(({ possible }) => possible)
  const kept = choices.some(({ type }) => type === application.type)
  const type = kept ? application.type : guessedType(subject, application)
  const known = receivedBy(subject, { ...application, type })
  const said = application.received ?? (type && guessedReceived(subject, application))
  const received = known ?? said
  const { reasonCode } = application
  const fits = type && received !== null && reasonCode && reasonFits(reasonCode, type, received)
  const giftsKept = application.giftsKept.filter((ref) => isGift(subject, application, ref))
  return { ...application, type, received, reasonCode: fits ? reasonCode : null, giftsKept }
}

/** The gift came with a chosen line, or with the whole order. */
function isGift({ order }: Subject, { quantities }: Application, ref: string): boolean {
  const gift = order.gifts.find((one) => one.ref === ref)
  return gift !== undefined && (gift.forLineId === null || (quantities[gift.forLineId] ?? 0) > 0)
}

/** Gifts that the calculation asks back or counts as kept, where keeping them is the shopper's choice. */
export function giftsDue(
  { order }: Subject,
  { received }: Application,
  quote: Pick<Quote, 'parts' | 'freightPayer'>,
): Order['gifts'] {
  if (received !== true || quote.freightPayer !== 'shopper') return []
  const due = quote.parts.filter(({ code }) => code === 'gift-due' || code === 'gift-kept')
  return order.gifts.filter(({ ref }) => due.some((part) => part.ref === ref))
}

export interface ReasonChoice {
  readonly code: ReasonCode
  /** The rules allow it for every chosen line; otherwise people have to decide. */
  readonly withinRules: boolean
}

/** The reason tree for what was chosen so far; empty before type and goods are known. */
export function reasonChoices(
  subject: Subject,
  application: Application,
): { group: string; reasons: ReasonChoice[] }[] {
  const { type, received } = application
  if (type === null || received === null) return []
  const lines = chosenLines(subject, application).filter(({ id }) => ownUnits(subject, id) === 0)
  const allowed = (code: ReasonCode) =>
    lines.every(({ eligibility }) =>
      eligibility.some((one) => one.type === type && one.reasons.includes(code)),
    )
  return reasonTree(type, received).map(({ group, codes }) => ({
    group,
    reasons: codes.map((code) => ({ code, withinRules: allowed(code) })),
  }))
}

/** The parts that quote and application share; null as long as something of it is missing. */
export function askOf({ order }: Subject, application: Application) {
  const { quantities, type, received: receivedGoods, reasonCode, giftsKept } = application
  const lines = order.lines.flatMap(({ id: lineId }) => {
    const quantity = quantities[lineId] ?? 0
    return quantity > 0 ? [{ lineId, quantity }] : []
  })
  if (type === null || receivedGoods === null || reasonCode === null) return null
  if (lines.length === 0) return null
  const gifts = giftsKept.length > 0 ? { giftsKept: [...giftsKept] } : {}
  return { type, lines, reasonCode, receivedGoods, ...gifts }
}

/** The amount asked for in fen; undefined asks for all, null is no amount. */
export function wantedFen({ wantText }: Application): number | undefined | null {
  if (wantText.trim() === '') return undefined
  const fen = parseYuan(wantText)
  return fen === null || fen <= 0 ? null : fen
}

export type Missing = 'lines' | 'type' | 'received' | 'reason' | 'proof' | 'amount' | 'review'

interface Circumstances {
  /** Files of the case and of the form. */
  readonly files: number
  /** What the calculation gives back, as far as it is known. */
  readonly refundFen: number | undefined
  /** The rules say no. */
  readonly refused: boolean
}

/** The first thing that keeps the application from being sent; null when nothing does. */
export function missingOf(application: Application, about: Circumstances): Missing | null {
  const { quantities, type, received, reasonCode, humanReview } = application
  if (Object.keys(quantities).length === 0) return 'lines'
  if (type === null) return 'type'
  if (received === null) return 'received'
  if (reasonCode === null) return 'reason'
  if (reasonRule(reasonCode).needsProof && about.files === 0) return 'proof'
  const want = wantedFen(application)
  if (want === null || (want ?? 0) > (about.refundFen ?? Number.POSITIVE_INFINITY)) return 'amount'
  return about.refused && !humanReview ? 'review' : null
}
