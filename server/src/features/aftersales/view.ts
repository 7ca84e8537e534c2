// One case as its reader sees it, with everything that belongs to it.
import type { Aftersale } from '@shouhou/shared/contract/aftersale-views'
import { allowedCommands } from '@shouhou/shared/domain/aftersale-machine'
import { DAY } from '@shouhou/shared/domain/china-time'
import { LIMITS } from '@shouhou/shared/domain/limits'
import { TIMER_RULES } from '@shouhou/shared/domain/timers'
import type { Tx } from '../../db/client.ts'
import type { Ctx } from '../../http/context.ts'
import { STARTING_POLICY } from '../desk/index.ts'
import { mediaViews } from '../uploads/index.ts'
import { type CaseParts, wasSentSince } from './case-parts-store.ts'
import type { CaseRow } from './case-store.ts'
import type { OfferRow, RatingRow } from './document-store.ts'
import { findParts } from './read-store.ts'
import { isUnderWay } from './refund-provider.ts'
import type { RefundRow } from './refund-store.ts'
import {
  deadlineView,
  decisionView,
  iso,
  isoOrNull,
  shopperView,
  shownFacts,
} from './view-parts.ts'

type Viewing = Pick<Ctx, 'deps' | 'now' | 'user'>

/** Reads all of a case and shows it. The caller has checked that this reader may see it. */
export async function viewCase(
  tx: Tx,
  ctx: Viewing,
  row: Pick<CaseRow, 'shopId' | 'id'>,
): Promise<Aftersale> {
  const parts = await findParts(tx, { shopId: row.shopId, shopperId: null }, row.id)
  if (!parts) throw new Error(`Case ${row.id} is gone`)
  return caseView(ctx, parts)
}

/** A case from all its rows. */
export function caseView(ctx: Viewing, parts: CaseParts): Aftersale {
  const [row] = parts.row as [CaseRow]
  const [{ document: policy } = STARTING_POLICY] = parts.policy
  const [decision] = parts.decision
  const [offer] = parts.offers
  const [refund] = parts.refund
  const [rating] = parts.rating
  const sent = wasSentSince(row, parts.goods)
  return {
    ...caseColumns(row),
    items: parts.goods.filter(({ quantity }) => quantity > 0).map(itemView),
    decision: decision ? decisionView(decision) : null,
    sentSince: sent,
    deadline: deadlineView(row, parts.timers[0], policy, sent),
    offer: offer?.answer === 'OPEN' ? offerView(offer, row) : null,
    parcels: parts.parcels.map(parcelView),
    inspections: parts.inspections.map(inspectionView),
    refunds: refund ? [refundView(refund)] : [],
    media: mediaViews(parts.files, ctx).map(({ media }) => media),
    rating: rating ? ratingView(rating) : null,
    rateUntil: rateUntil(row, rating),
    linked: parts.linked.map(({ id, no, status }) => ({
      id,
      no,
      status,
      parent: id === row.parentId,
    })),
    allowedCommands: buttons(ctx, row, refund),
    shopper: shopperView(ctx.deps, row.shopperId, parts.shopper[0]),
  }
}

const parcelView = (parcel: CaseParts['parcels'][number]) => ({
  direction: parcel.direction,
  carrier: parcel.carrier,
  waybillNo: parcel.waybillNo,
  status: parcel.status,
  at: iso(parcel.at),
})

const inspectionView = (inspection: CaseParts['inspections'][number]) => ({
  lineId: inspection.lineId,
  grade: inspection.grade,
  restock: inspection.restock,
  passed: inspection.passed,
  reason: inspection.reason,
  deductionFen: inspection.deductionFen,
  note: inspection.note,
})

const caseColumns = (row: CaseRow) => ({
  id: row.id,
  no: row.no,
  orderNo: row.orderNo,
  type: row.type,
  status: row.status,
  version: row.version,
  reasonCode: row.reasonCode,
  description: row.description,
  receivedGoods: row.receivedGoods,
  giftsKept: [...row.giftsKept],
  wantFen: row.wantFen,
  approvedFen: row.approvedFen,
  parts: row.parts.map((part) => ({ ...part })),
  freightPayer: row.freightPayer,
  attempts: row.attempts,
  returnAddress: row.returnAddress,
  statusNote:
    row.statusCode === null && row.statusText === ''
      ? null
      : { code: row.statusCode, text: row.statusText },
  closeReason: row.closeReason,
  createdAt: iso(row.createdAt),
  updatedAt: iso(row.updatedAt),
  completedAt: isoOrNull(row.completedAt),
})

const itemView = (item: CaseParts['goods'][number]): Aftersale['items'][number] => ({
  lineId: item.lineId,
  sku: item.sku,
  name: item.name,
  spec: item.spec,
  image: item.image,
  quantity: item.quantity,
  quantityReceived: item.quantityReceived,
  quantityPassed: item.quantityPassed,
  refundFen: item.refundFen,
  exchangeSku: item.exchangeSku,
})

const offerView = (offer: OfferRow, row: CaseRow): Aftersale['offer'] => ({
  id: offer.id,
  kind: offer.kind,
  type: offer.type,
  amountFen: offer.amountFen,
  text: offer.text,
  expiresAt: iso(row.deadlineAt ?? new Date(offer.madeAt.getTime() + TIMER_RULES.T4.defaultMs)),
  answer: offer.answer,
})

const refundView = (refund: RefundRow): Aftersale['refunds'][number] => ({
  id: refund.id,
  refundNo: refund.refundNo,
  amountFen: refund.amountFen,
  status: refund.status,
  requestedAt: iso(refund.requestedAt),
  succeededAt: isoOrNull(refund.succeededAt),
  reference: refund.reference,
})

export const ratingView = (rating: RatingRow) => ({
  attitude: rating.attitude,
  speed: rating.speed,
  overall: rating.overall,
  tags: rating.tags,
  comment: rating.comment,
  at: iso(rating.at),
})

/** Last moment in which this case may be rated; null when it may not, or not any more. */
export function ratingEnds(row: CaseRow): Date | null {
  if (row.status !== 'COMPLETED' || !row.completedAt) return null
  return new Date(row.completedAt.getTime() + LIMITS.ratingWindowDays * DAY)
}

const rateUntil = (row: CaseRow, rating: RatingRow | undefined): string | null =>
  rating ? null : isoOrNull(ratingEnds(row))

/** An approval without a return address is answered with what to do, so its button stays. */
const buttons = ({ user }: Viewing, row: CaseRow, refund: RefundRow | undefined): string[] =>
  allowedCommands(
    {
      ...shownFacts(row, { hasReturnAddress: true, sentSince: false }),
      moneyUnderWay: refund !== undefined && isUnderWay(refund),
    },
    user.role,
  )
