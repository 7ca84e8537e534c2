// A partial pass: units that do not pass leave the case and become one of their own, in
// INSPECTION_FAILED, so that the shopper answers for them alone while the rest is paid.
import type { aftersaleRoutes } from '@shouhou/shared/contract/aftersales'
import type { BodyOf } from '@shouhou/shared/contract/route'
import { aftersaleFacts } from '@shouhou/shared/domain/aftersale-facts'
import { timerFor } from '@shouhou/shared/domain/aftersale-machine'
import { applyRefund } from '@shouhou/shared/domain/refund-calculator'
import type { RefundQuote } from '@shouhou/shared/domain/refund-order'
import { problem, say } from '../../http/problems.ts'
import { release, reserve } from '../orders/index.ts'
import { attachUploads } from '../uploads/index.ts'
import { factColumns } from './case-facts.ts'
import {
  claimFor,
  claimOf,
  itemsFor,
  movesMoney,
  orderOf,
  type Promised,
  promisedColumns,
  quoteFor,
  refundOrderOf,
  type Terms,
  termsOf,
} from './case-money.ts'
import {
  type CaseRow,
  type ItemRow,
  insertCase,
  saveItems,
  saveShares,
  updateCase,
} from './case-store.ts'
import { leftAfter } from './deduction.ts'
import { insertInspections } from './document-store.ts'
import type { Scene } from './scene.ts'
import { moveClocks, tellLive, writeEvent } from './step.ts'
import { identity } from './submit-aftersale.ts'

type PassBody = BodyOf<(typeof aftersaleRoutes)['POST /aftersales/:id/pass-inspection']>

/** An item with the units of it that pass. */
export interface Rest {
  readonly item: ItemRow
  readonly passed: number
}

/** @throws `input-missing` unless words, a photo and a reason say why units do not pass. */
function demandGrounds(
  body: PassBody,
): asserts body is PassBody & Required<Pick<PassBody, 'rest' | 'text'>> {
  const grounds = body.rest && (body.text ?? '').trim() !== '' && body.mediaIds.length > 0
  if (grounds) return
  throw problem('input-missing', {
    why: 'failure-proved',
    errors: [
      {
        pointer: '/rest',
        message: say(
          '有商品不合格时，请填写原因、说明并上传照片',
          'say why units do not pass: a reason, words and a photo',
        ),
      },
    ],
  })
}

/** Makes the second case and returns what the first one promises from now on. */
export async function splitOff(scene: Scene, rest: readonly Rest[], body: PassBody) {
  demandGrounds(body)
  const terms = shares(scene, rest)
  const quotes = await quoteBoth(scene, terms)
  const own = claimFor(terms.passed, quotes.passed)
  const other = claimFor(terms.failed, quotes.failed)
  await release(scene.tx, scene.shopId, scene.row.orderId, await claimOf(scene))
  await reserve(scene.tx, scene.shopId, scene.row.orderId, own)
  await reserve(scene.tx, scene.shopId, scene.row.orderId, other)
  const items = itemsFor(scene.items, own, terms.passed).map((item) => ({
    ...item,
    quantityReceived: item.quantity,
    quantityPassed: item.quantity,
  }))
  await saveItems(scene.tx, scene.row, items)
  await saveShares(scene.tx, scene.row, own.payments)
  const failed = promisedColumns(quotes.failed, terms.failed)
  const child = await openFailed(scene, rest, failed, body)
  await saveItems(
    scene.tx,
    child,
    itemsFor(scene.items, other, terms.failed).map((item) => ({
      ...item,
      quantityReceived: receivedOf(rest, item.lineId),
      quantityPassed: null,
    })),
  )
  await saveShares(scene.tx, child, other.payments)
  return {
    money: promisedColumns(quotes.passed, terms.passed),
    details: { splitNo: child.no, splitId: child.id },
  }
}

/** The terms of both halves: same as now, other quantities. */
function shares(scene: Scene, rest: readonly Rest[]): { passed: Terms; failed: Terms } {
  const terms = termsOf(scene)
  const passedOf = (lineId: string, all: number) =>
    rest.find(({ item }) => item.lineId === lineId)?.passed ?? all
  const lines = terms.lines.filter(({ quantity }) => quantity > 0)
  const keep = (quantityOf: (line: (typeof lines)[number]) => number) =>
    lines
      .map((line) => ({ ...line, quantity: quantityOf(line) }))
      .filter(({ quantity }) => quantity > 0)
  return {
    passed: { ...terms, lines: keep((l) => passedOf(l.lineId, l.quantity)) },
    failed: { ...terms, lines: keep((l) => l.quantity - passedOf(l.lineId, l.quantity)) },
  }
}

/** Both together never promise more than the case did before. */
async function quoteBoth(
  scene: Scene,
  terms: { passed: Terms; failed: Terms },
): Promise<{ passed: RefundQuote | null; failed: RefundQuote | null }> {
  if (!movesMoney(terms.passed)) return { passed: null, failed: null }
  const own = { caseId: scene.row.id, claim: await claimOf(scene) }
  const order = await refundOrderOf(scene, await orderOf(scene), own)
  const before = scene.row.reservedFen
  const passed = quoteFor(order, { ...terms.passed, atMostFen: before }, scene)
  const left = { ...terms.failed, atMostFen: before - passed.totalFen }
  return { passed, failed: quoteFor(applyRefund(order, passed), left, scene) }
}

const receivedOf = (rest: readonly Rest[], lineId: string): number | null => {
  const found = rest.find(({ item }) => item.lineId === lineId)
  return found ? (found.item.quantityReceived ?? found.item.quantity) - found.passed : null
}

async function openFailed(
  scene: Scene,
  rest: readonly Rest[],
  money: Promised,
  body: PassBody & Required<Pick<PassBody, 'rest' | 'text'>>,
): Promise<CaseRow> {
  const { tx, row } = scene
  const { reason, deductionFen } = body.rest
  const facts = aftersaleFacts({
    type: row.type,
    status: 'INSPECTION_FAILED',
    attempts: row.attempts,
    goodsHeld: rest.some(({ item }) => (receivedOf(rest, item.lineId) ?? 0) > 0),
    deductionOffered: leftAfter(money, deductionFen) !== null,
    repairMode: row.repairMode,
  })
  const child = await insertCase(tx, {
    ...(await identity(scene)),
    ...factColumns(facts),
    ...money,
    channel: row.channel,
    parentId: row.id,
    orderId: row.orderId,
    orderNo: row.orderNo,
    shopperId: row.shopperId,
    reasonCode: row.reasonCode,
    description: row.description,
    receivedGoods: row.receivedGoods,
    askedUnsent: row.askedUnsent,
    giftsKept: row.giftsKept,
    wantFen: money.reservedFen,
    approvedFen: money.reservedFen,
    deductionFen,
    returnAddress: row.returnAddress,
    statusCode: reason,
    statusText: body.text,
  })
  const opened = { command: 'failInspection', from: null, to: 'INSPECTION_FAILED' } as const
  const details = { reasonCode: reason, text: body.text, deductionFen, parentNo: row.no }
  await writeEvent(scene, child, 1, opened, details)
  await showGrounds(scene, child, rest, body)
  const clock = { act: 'replace', kind: timerFor(facts) } as const
  const allowed = { ...opened, clock, ok: true, facts, closeReason: null } as const
  const deadlineAt = await moveClocks(scene, child, allowed)
  const stored = await updateCase(tx, child, { deadlineAt })
  tellLive(scene, stored)
  return stored
}

async function showGrounds(
  { tx, deps, now, by }: Scene,
  child: CaseRow,
  rest: readonly Rest[],
  { rest: grounds, text, mediaIds }: PassBody & Required<Pick<PassBody, 'rest' | 'text'>>,
): Promise<void> {
  const use = { usedBy: 'aftersale' as const, usedById: child.id, seq: 1 }
  if (by.principal) await attachUploads(tx, by.principal, mediaIds, use)
  await insertInspections(
    tx,
    rest.map(({ item, passed }, index) => ({
      shopId: child.shopId,
      id: deps.ids.id(),
      aftersaleId: child.id,
      lineId: item.lineId,
      passed: false,
      quantity: item.quantity - passed,
      reason: grounds.reason,
      deductionFen: index === 0 ? grounds.deductionFen : 0,
      note: text,
      inspectorId: by.id ?? child.id,
      at: now,
    })),
  )
}
