// The way of a case as a few steps, from what is known about it. Pure.
import type { Aftersale } from '@shouhou/shared/contract/aftersale-views'
import type { Step } from '../../../components/step-bar.tsx'

export type Stage =
  | 'apply'
  | 'review'
  | 'return'
  | 'inspect'
  | 'refund'
  | 'reship'
  | 'back'
  | 'done'

const COURSES = {
  money: ['apply', 'review', 'refund', 'done'],
  returned: ['apply', 'review', 'return', 'inspect', 'refund', 'done'],
  exchanged: ['apply', 'review', 'return', 'inspect', 'reship', 'done'],
  sentBack: ['apply', 'review', 'return', 'inspect', 'back', 'done'],
} as const satisfies Record<string, readonly Stage[]>

type Known = Pick<
  Aftersale,
  'type' | 'status' | 'parcels' | 'inspections' | 'refunds' | 'returnAddress' | 'items'
>

function courseOf({ type, parcels, inspections, status }: Known): readonly Stage[] {
  const failed = inspections.some(({ passed }) => !passed)
  const leaving = status === 'AWAIT_RESHIP' || parcels.some((one) => one.direction === 'RESHIP')
  if (failed && leaving) return COURSES.sentBack
  if (type === 'EXCHANGE' || type === 'RESEND' || type === 'REPAIR') return COURSES.exchanged
  return type === 'RETURN_REFUND' ? COURSES.returned : COURSES.money
}

/** Where a case is by its status; undefined where that depends on what happened before. */
const STAGES: Partial<Record<Aftersale['status'], Stage>> = {
  PENDING_REVIEW: 'review',
  NEED_INFO: 'review',
  REJECTED: 'review',
  AWAIT_RETURN: 'return',
  RETURN_SHIPPED: 'return',
  INSPECTING: 'inspect',
  INSPECTION_FAILED: 'inspect',
  REFUNDING: 'refund',
  REFUND_ABNORMAL: 'refund',
}

/** How far a case has come by its documents. */
function reached(aftersale: Known, course: readonly Stage[]): Stage {
  const { parcels, inspections, refunds, returnAddress, items } = aftersale
  const sent = (way: 'RETURN' | 'RESHIP') => parcels.some(({ direction }) => direction === way)
  if (refunds.length > 0) return 'refund'
  if (sent('RESHIP')) return course.includes('back') ? 'back' : 'reship'
  if (inspections.length > 0 || items.some((item) => item.quantityReceived !== null))
    return 'inspect'
  return sent('RETURN') || returnAddress ? 'return' : 'review'
}

const FAILED: readonly Aftersale['status'][] = [
  'REJECTED',
  'INSPECTION_FAILED',
  'REFUND_ABNORMAL',
  'CLOSED',
]

/** The steps without their words: the stage is also the key of its label. */
export function stepsOf(aftersale: Known): { stage: Stage; state: Step['state'] }[] {
  const { status } = aftersale
  const course = courseOf(aftersale)
  const moving = status === 'AWAIT_RESHIP' || status === 'RESHIPPED'
  const parcel: Stage = course.includes('back') ? 'back' : 'reship'
  const stage = STAGES[status] ?? (moving ? parcel : reached(aftersale, course))
  const at = status === 'COMPLETED' ? course.length : Math.max(0, course.indexOf(stage))
  return course.map((one, index) => ({
    stage: one,
    state: index < at ? 'done' : index > at ? 'ahead' : FAILED.includes(status) ? 'failed' : 'now',
  }))
}
