// What follows from where a case goes, whichever command took it there: money promised or freed,
// the refund planned or called off, the return address frozen, the open offer answered.
import type { Allowed } from '@shouhou/shared/domain/aftersale-machine'
import type { AftersaleStatus, OfferAnswer } from '@shouhou/shared/domain/aftersale-types'
import { freeAll, type Promised, promise, quoteNow, type Terms, termsOf } from './case-money.ts'
import type { CaseRow } from './case-store.ts'
import { answerOffer, insertOffer, newestOffer } from './document-store.ts'
import { callOff, handOverAgain, planRefund, settle, stall } from './refund-book.ts'
import type { Scene } from './scene.ts'
import type { Effect } from './step.ts'
import type { EventDetails } from './tables.ts'

interface Consequences {
  readonly columns: Partial<CaseRow>
  readonly details: EventDetails
}

/** Statuses that only an approved case reaches. */
const GRANTED: readonly AftersaleStatus[] = ['AWAIT_RETURN', 'AWAIT_RESHIP', 'REFUNDING']

/** Writes the consequences and returns what they change on the case itself. */
export async function followUp(
  scene: Scene,
  allowed: Allowed,
  effect: Effect,
): Promise<Consequences> {
  const { to, from } = allowed
  const arrives = to !== from
  const { reservedFen, freightFen, freightPayer, parts } = await moneyColumns(
    scene,
    allowed,
    effect,
  )
  const money = { reservedFen, freightFen, freightPayer, parts }
  const after: Scene = { ...scene, row: { ...scene.row, ...money } }
  await offers(after, allowed, effect)
  await refund(after, allowed)
  // Goods on their way back unaccepted grant nothing.
  const granted = arrives && GRANTED.includes(to) && allowed.facts.reshipping !== 'ORIGINAL'
  return {
    columns: {
      ...money,
      ...(granted ? { approvedFen: money.reservedFen } : {}),
      ...(arrives && to === 'AWAIT_RETURN'
        ? { returnAddress: scene.policy.document.returnAddress ?? scene.row.returnAddress }
        : {}),
      ...(to === 'COMPLETED' ? { completedAt: scene.now } : {}),
    },
    details: arrives && to === 'REFUNDING' ? { amountFen: money.reservedFen } : {},
  }
}

/** A closed case frees all; changed terms or another type promise anew; else all stays promised. */
async function moneyColumns(scene: Scene, allowed: Allowed, effect: Effect): Promise<Promised> {
  const { row } = scene
  if (allowed.to === 'CLOSED') return freeAll(scene)
  if (effect.money !== undefined) return effect.money
  const agreed = effect.terms ?? (await takenOffer(scene, allowed))
  if (agreed === undefined && allowed.facts.type === row.type) return row
  const terms = { ...termsOf(scene), type: allowed.facts.type, ...agreed }
  return promise(scene, terms)
}

/** Terms of the open offer, when this step accepts it, by word or by silence. */
async function takenOffer(scene: Scene, { command }: Allowed): Promise<Partial<Terms> | undefined> {
  const { tx, row } = scene
  const silent = command === 'timeoutOffer' && row.openOffer?.silence === 'accept'
  if (command !== 'acceptOffer' && !silent) return undefined
  const offer = await newestOffer(tx, row)
  return offer?.amountFen == null ? undefined : { agreedFen: offer.amountFen }
}

const ANSWERS: Partial<Record<Allowed['command'], OfferAnswer>> = {
  acceptOffer: 'ACCEPTED',
  timeoutOffer: 'EXPIRED',
}

async function offers(scene: Scene, { from, to, command, facts }: Allowed, { offer }: Effect) {
  const { tx, row, deps, now } = scene
  if (from === 'OFFER_SENT' && to !== from) {
    await answerOffer(tx, row, ANSWERS[command] ?? 'DECLINED', now)
  }
  if (to !== 'OFFER_SENT' || to === from || !facts.offer) return
  await insertOffer(tx, {
    shopId: row.shopId,
    id: deps.ids.id(),
    aftersaleId: row.id,
    kind: facts.offer.kind,
    type: facts.offer.type,
    amountFen: offer ? offer.amountFen : (await quoteNow(scene, facts.offer.type)).totalFen,
    text: offer?.text ?? '',
    answer: 'OPEN',
    madeAt: now,
  })
}

async function refund(scene: Scene, { from, to, command }: Allowed): Promise<void> {
  if (to === from) return
  if (to === 'COMPLETED') return settle(scene)
  if (to === 'CLOSED') return callOff(scene)
  if (to === 'REFUND_ABNORMAL') return stall(scene)
  if (to !== 'REFUNDING') return
  if (command === 'retryRefund') return handOverAgain(scene)
  if (from !== 'REFUND_ABNORMAL') return planRefund(scene)
}
