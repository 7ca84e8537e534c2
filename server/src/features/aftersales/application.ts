// An application before anything is written: is it possible at all, what would it give back, how would
// the policy decide. Quote, apply and edit all stand on this.
import { type AftersaleType, isOfferedType } from '@shouhou/shared/domain/aftersale-types'
import { type AssessFacts, type Assessment, assess } from '@shouhou/shared/domain/assess'
import { chinaDay, DAY, startOfChinaDay } from '@shouhou/shared/domain/china-time'
import { type Fen, sumFen } from '@shouhou/shared/domain/money'
import { type ReasonCode, reasonFits, reasonRule } from '@shouhou/shared/domain/reasons'
import type { RefundQuote } from '@shouhou/shared/domain/refund-order'
import { problem, say } from '../../http/problems.ts'
import { type Claim, giftsOf, type OrderForAftersale } from '../orders/index.ts'
import { pastOf } from './application-store.ts'
import { movesMoney, NO_CLAIM, quoteFor, refundOrderOf, type Terms } from './case-money.ts'
import type { Stage } from './scene.ts'

/** What is asked for, by whoever asks. */
export interface Ask {
  readonly type: AftersaleType
  readonly lines: readonly { lineId: string; quantity: number; exchangeSku?: string }[]
  readonly reasonCode: ReasonCode
  readonly receivedGoods: boolean
  readonly giftsKept?: readonly string[]
  readonly wantFen?: Fen
}

/** The case that asks again, with what it holds already; an application has none. */
export interface Own {
  readonly caseId: string | null
  readonly claim: Claim
}
export const NOTHING_YET: Own = { caseId: null, claim: NO_CLAIM }

export interface Considered {
  readonly terms: Terms
  /** Null for an exchange: no money moves. */
  readonly quote: RefundQuote | null
  readonly facts: AssessFacts
  readonly assessment: Assessment
}

/**
 * Calculates and decides, without writing.
 * @throws `not-offered`, `invalid-input`, `not-found`, `units-taken`, `not-eligible`,
 * `amount-exceeds-paid`: what no person could decide otherwise either.
 */
export async function consider(
  stage: Stage,
  order: OrderForAftersale,
  ask: Ask,
  more: { readonly own: Own; readonly proofs: number },
): Promise<Considered> {
  checkAsk(order, ask, more.own)
  checkGifts(order, ask)
  const terms: Terms = {
    type: ask.type,
    reason: ask.reasonCode,
    receivedGoods: ask.receivedGoods,
    lines: ask.lines.map(({ exchangeSku = null, ...line }) => ({ ...line, exchangeSku })),
    giftsKept: ask.giftsKept ?? [],
  }
  const quote = movesMoney(terms) ? await quoteOf(stage, order, terms, ask, more.own) : null
  const facts = await factsFor(stage, order, ask, { ...more, quote })
  return { terms, quote, facts, assessment: assess(facts, stage.policy.document) }
}

async function quoteOf(stage: Stage, order: OrderForAftersale, terms: Terms, ask: Ask, own: Own) {
  const refundOrder = await refundOrderOf(stage, order, own)
  const quote = quoteFor(refundOrder, terms, stage)
  if (quote.totalFen === 0) {
    throw problem('not-eligible', {
      why: 'nothing-to-refund',
      detail: say('这些商品没有可退金额', 'nothing is left to be paid back for these goods'),
    })
  }
  if (ask.wantFen === undefined || ask.wantFen === quote.totalFen) return quote
  if (ask.wantFen > quote.totalFen) {
    throw problem('amount-exceeds-paid', {
      errors: [
        { pointer: '/wantFen', message: say('超过可退金额', 'more than what can be paid back') },
      ],
    })
  }
  return quoteFor(refundOrder, { ...terms, atMostFen: ask.wantFen }, stage)
}

/** Things that are impossible whatever the policy says. */
function checkAsk(order: OrderForAftersale, ask: Ask, own: Own): void {
  if (!isOfferedType(ask.type)) throw problem('not-offered')
  if (!reasonFits(ask.reasonCode, ask.type, ask.receivedGoods)) {
    throw invalid('/reasonCode', '这个原因不适用', 'this reason does not fit the type of request')
  }
  const seen = new Set<string>()
  ask.lines.forEach(({ lineId, quantity }, index) => {
    const pointer = `/lines/${index}`
    const line = order.lines.find(({ id }) => id === lineId)
    if (!line) throw problem('not-found')
    if (seen.has(lineId)) throw invalid(`${pointer}/lineId`, '商品重复', 'the line is named twice')
    seen.add(lineId)
    if (quantity > unitsFree(line, own)) {
      throw problem('units-taken', {
        errors: [{ pointer: `${pointer}/quantity`, message: say('可申请数量不足', 'not free') }],
      })
    }
    if (ask.type !== 'REFUND_ONLY' && line.shippedAt === null) {
      throw problem('not-eligible', {
        why: 'not-shipped',
        errors: [{ pointer, message: say('商品还没有发货', 'has not been shipped yet') }],
      })
    }
  })
}

/** Kept gifts are gifts of this order that came with the asked goods, or with the whole order. */
function checkGifts(order: OrderForAftersale, { giftsKept = [], lines }: Ask): void {
  const gifts = giftsOf(order.order, order.lines)
  giftsKept.forEach((ref, index) => {
    const gift = gifts.find((one) => one.ref === ref)
    const fits = gift && (gift.forLineId === null || lines.some((l) => l.lineId === gift.forLineId))
    if (!fits) {
      throw invalid(`/giftsKept/${index}`, '没有这件赠品', 'no gift of these goods')
    }
  })
}

const invalid = (pointer: string, zh: string, en: string) =>
  problem('invalid-input', { errors: [{ pointer, message: say(zh, en) }] })

type Line = OrderForAftersale['lines'][number]
const unitsFree = (line: Line, { claim }: Own): number =>
  line.quantity -
  line.quantityTaken +
  (claim.lines.find(({ lineId }) => lineId === line.id)?.quantity ?? 0)

const ms = (at: Date | null) => at?.getTime() ?? null

async function factsFor(
  stage: Stage,
  order: OrderForAftersale,
  ask: Ask,
  more: { readonly own: Own; readonly proofs: number; readonly quote: RefundQuote | null },
): Promise<AssessFacts> {
  const now = stage.now.getTime()
  const past = await pastOf(
    stage.tx,
    { shopId: stage.shopId, shopperId: order.order.shopperId, except: more.own.caseId },
    {
      days30: new Date(now - 30 * DAY),
      days90: new Date(now - 90 * DAY),
      today: new Date(startOfChinaDay(chinaDay(now))),
    },
  )
  const lines = ask.lines.flatMap(({ lineId, quantity }) => {
    const line = order.lines.find(({ id }) => id === lineId)
    return line ? [{ line, quantity }] : []
  })
  return {
    now,
    type: ask.type,
    reason: ask.reasonCode,
    received: ask.receivedGoods,
    amountFen: more.quote?.totalFen ?? paidFor(lines),
    giftsKept: ask.giftsKept ?? [],
    paidAt: ms(order.order.paidAt),
    proofs: more.proofs,
    // Nothing marks shoppers yet, so nobody is marked.
    shopper: { ...past, flagged: false },
    lines: lines.map(({ line, quantity }) => ({
      lineId: line.id,
      quantity,
      category: line.category,
      unitsFree: unitsFree(line, more.own),
      inOpenAftersale: false,
      shippedAt: ms(line.shippedAt),
      signedAt: ms(line.signedAt),
      sevenDayReturn: line.sevenDayReturn,
      exclusionConfirmedAt: ms(line.exclusionConfirmedAt),
    })),
  }
}

const paidFor = (lines: readonly { line: Line; quantity: number }[]): Fen =>
  sumFen(lines.map(({ line, quantity }) => Math.floor((line.paidFen * quantity) / line.quantity)))

/** Something of the asked goods has left the shop: the merchant has more time to think. */
export const askedShipped = ({ facts }: Considered): boolean =>
  facts.lines.some((line) => line.shippedAt !== null)

/** @throws `not-eligible` when the policy refuses and nobody asked for people to decide. */
export function demandEligible({ assessment }: Considered, humanReview: boolean | undefined): void {
  if (assessment.verdict !== 'refuse' || humanReview) return
  throw problem('not-eligible', {
    why: assessment.reasons[0] ?? 'policy',
    detail: say(
      '按照售后规则暂不符合条件，您可以申请人工审核',
      'the policy does not allow it; you may ask for people to decide',
    ),
    errors: assessment.reasons.map((rule) => ({ pointer: '', message: rule })),
  })
}

/** @throws `input-missing` when a shopper's reason needs a photo and there is none. */
export function demandProof(stage: Stage, reason: ReasonCode, proofs: number): void {
  if (stage.by.role !== 'shopper' || proofs > 0 || !reasonRule(reason).needsProof) return
  throw problem('input-missing', {
    why: 'proof',
    errors: [
      {
        pointer: '/mediaIds',
        message: say('请上传能说明问题的照片', 'add a photo that shows the problem'),
      },
    ],
  })
}
