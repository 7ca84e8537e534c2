// How the desk looks at many cases at once: groups of statuses, periods, which approvals need a look.

import type { Command } from './aftersale-commands.ts'
import { aftersaleFacts } from './aftersale-facts.ts'
import { allowedCommands, nobodyActs } from './aftersale-machine.ts'
import { type AftersaleStatus, OPEN_STATUSES } from './aftersale-types.ts'
import type { AssessRule } from './assess.ts'
import { chinaDay, startOfChinaDay } from './china-time.ts'
import { isStaff, type Role } from './roles.ts'

/** Statuses whose running clock is the shop's own: somebody at the desk has to act. */
export const SHOP_TURN: readonly AftersaleStatus[] = OPEN_STATUSES.filter(
  (status) => nobodyActs(aftersaleFacts({ type: 'RETURN_REFUND', status })).waitsFor === 'merchant',
)

/** What somebody may do besides the usual next step. */
const ASIDE: readonly Command[] = ['offer', 'forceRefund', 'forceClose']

/** Of those, the ones in which this role has the next step; all of them for programs. */
export const turnOf = (role: Role): readonly AftersaleStatus[] =>
  isStaff(role)
    ? SHOP_TURN.filter((status) =>
        allowedCommands(
          aftersaleFacts({ type: 'RETURN_REFUND', status, parcelUnderWay: true }),
          role,
        ).some((command) => !ASIDE.includes(command)),
      )
    : SHOP_TURN

/** Several statuses by one name: waiting for whoever asks, not ended, ended. */
export const STATUS_GROUPS = ['TODO', 'OPEN', 'ENDED'] as const
export type StatusGroup = (typeof STATUS_GROUPS)[number]

/** What is due: already late (or late before), within four hours, within a day. The latter two include the late. */
export const DUE_WITHIN = ['overdue', '4h', '24h'] as const
export type DueWithin = (typeof DUE_WITHIN)[number]

/** Days of the Chinese calendar, today included. */
const PERIOD_DAYS = { today: 1, '7d': 7, '30d': 30 } as const
export const PERIODS = ['today', '7d', '30d'] as const
export type Period = (typeof PERIODS)[number]

/** First instant of a period that ends today; epoch ms. */
export const startOfPeriod = (period: Period, now: number): number =>
  startOfChinaDay(chinaDay(now) + 1 - PERIOD_DAYS[period])

/** Who said yes or no to an application: the shop's rules, or people. */
export const DECIDED_BY = ['policy', 'people'] as const
export type DecidedBy = (typeof DECIDED_BY)[number]

/** Commands that decide an application, by who gives them. */
export const DECIDING_COMMANDS = {
  policy: ['autoApprove'],
  people: ['approve', 'reject'],
} as const

/**
 * Rules that only say that the shop does not approve by itself. Any other rule that did not pass saw
 * something a person should look at before money moves.
 */
const ROUTINE: readonly string[] = [
  'type-automatic',
  'amount-limit',
  'before-shipping',
  'keep-item',
  'daily-count',
  'daily-amount',
] satisfies AssessRule[]

/** Of the rules that did not pass, those that want a person to look; empty for a routine approval. */
export const needsLook = (reasons: readonly string[]): string[] =>
  reasons.filter((rule) => !ROUTINE.includes(rule))

/** Actions of the desk whose words can come from a template. */
export const TEMPLATE_ACTS = [
  'approve',
  'reject',
  'requestInfo',
  'offer',
  'waiveReturn',
  'passInspection',
  'failInspection',
  'reportOutOfStock',
  'recordOfflinePayout',
  'forceRefund',
  'forceClose',
] as const
export type TemplateAct = (typeof TEMPLATE_ACTS)[number]
