// The way of a case as a few steps, with when each was done. Pure.
import type { Aftersale } from '@shouhou/shared/contract/aftersale-views'
import type { AftersaleStatus, AftersaleType } from '@shouhou/shared/domain/aftersale-types'
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

/** As much of an event as the steps need. */
export interface Happening {
  readonly at: string
  readonly command: string
  readonly to: AftersaleStatus
}

/** What decides the steps: the case itself, or what its events tell. */
export interface Progress {
  readonly type: AftersaleType
  readonly status: AftersaleStatus
  /** Goods did not pass the inspection. */
  readonly failed: boolean
  /** Something was approved that has to be sent back, or has been. */
  readonly returning: boolean
  readonly arrived: boolean
  readonly reshipped: boolean
  readonly refunding: boolean
}

type Documents = Pick<
  Aftersale,
  'type' | 'status' | 'parcels' | 'inspections' | 'refunds' | 'returnAddress' | 'items'
>

/** How far a case has come by its documents. */
export function progressOf(aftersale: Documents): Progress {
  const { type, status, parcels, inspections, refunds, returnAddress, items } = aftersale
  const sent = (way: 'RETURN' | 'RESHIP') => parcels.some(({ direction }) => direction === way)
  return {
    type,
    status,
    failed: inspections.some(({ passed }) => !passed),
    returning: sent('RETURN') || returnAddress !== null,
    arrived: inspections.length > 0 || items.some((item) => item.quantityReceived !== null),
    reshipped: sent('RESHIP'),
    refunding: refunds.length > 0,
  }
}

/** The same by its events alone, for those who see no documents. */
export function progressBy(
  { type, status }: Pick<Progress, 'type' | 'status'>,
  events: readonly Happening[],
): Progress {
  const did = (command: string) => events.some((event) => event.command === command)
  const was = (...statuses: AftersaleStatus[]) => events.some(({ to }) => statuses.includes(to))
  return {
    type,
    status,
    failed: did('failInspection'),
    returning: was('AWAIT_RETURN', 'RETURN_SHIPPED'),
    arrived: was('INSPECTING', 'INSPECTION_FAILED'),
    reshipped: was('RESHIPPED'),
    refunding: was('REFUNDING'),
  }
}

function courseOf({ type, failed, reshipped, status }: Progress): readonly Stage[] {
  if (failed && (status === 'AWAIT_RESHIP' || reshipped)) return COURSES.sentBack
  if (type === 'EXCHANGE' || type === 'RESEND' || type === 'REPAIR') return COURSES.exchanged
  return type === 'RETURN_REFUND' ? COURSES.returned : COURSES.money
}

/** Where a case is by its status; undefined where that depends on what happened before. */
function stageOf(status: AftersaleStatus, course: readonly Stage[]): Stage | undefined {
  switch (status) {
    case 'PENDING_REVIEW':
    case 'NEED_INFO':
    case 'REJECTED':
      return 'review'
    case 'AWAIT_RETURN':
    case 'RETURN_SHIPPED':
      return 'return'
    case 'INSPECTING':
    case 'INSPECTION_FAILED':
      return 'inspect'
    case 'REFUNDING':
    case 'REFUND_ABNORMAL':
      return 'refund'
    case 'AWAIT_RESHIP':
    case 'RESHIPPED':
      return course.includes('back') ? 'back' : 'reship'
    default:
      return undefined
  }
}

function reached(progress: Progress, course: readonly Stage[]): Stage {
  if (progress.refunding) return 'refund'
  if (progress.reshipped) return course.includes('back') ? 'back' : 'reship'
  if (progress.arrived) return 'inspect'
  return progress.returning ? 'return' : 'review'
}

/** When each step was left for good, by position; a step that was never left has none. */
function leftAt(course: readonly Stage[], events: readonly Happening[]): Map<number, string> {
  const left = new Map<number, string>()
  let at = 0
  for (const event of events) {
    const stage = event.to === 'COMPLETED' ? undefined : stageOf(event.to, course)
    const next =
      event.to === 'COMPLETED' ? course.length : stage === undefined ? at : course.indexOf(stage)
    for (let i = at; i < next; i += 1) left.set(i, event.at)
    at = Math.max(0, next)
  }
  return left
}

const FAILED: readonly AftersaleStatus[] = [
  'REJECTED',
  'INSPECTION_FAILED',
  'REFUND_ABNORMAL',
  'CLOSED',
]

interface StageStep {
  readonly stage: Stage
  readonly state: Step['state']
  /** UTC instant, RFC 3339, at which the step was done. */
  readonly at?: string
}

/** The steps without their words: the stage is also the key of its label. */
export function stepsOf(progress: Progress, events: readonly Happening[] = []): StageStep[] {
  const { status } = progress
  const course = courseOf(progress)
  const stage = stageOf(status, course) ?? reached(progress, course)
  const here = status === 'COMPLETED' ? course.length : Math.max(0, course.indexOf(stage))
  const left = leftAt(course, events)
  return course.map((one, index) => {
    const at = index < here ? left.get(index) : undefined
    return {
      stage: one,
      state:
        index < here ? 'done' : index > here ? 'ahead' : FAILED.includes(status) ? 'failed' : 'now',
      ...(at === undefined ? {} : { at }),
    }
  })
}
