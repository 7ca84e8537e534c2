// A policy as plain sentences: the same ones are read, edited, and compared before saving. Pure but for words.
import type { PolicyDocument } from '@shouhou/shared/contract/policy-document'
import { formatFen } from '@shouhou/shared/domain/money'
import type { TimerDurations } from '@shouhou/shared/domain/timers'
import { type Translate, wordFor } from '../../../i18n/index.ts'
import { formatDuration } from '../../../i18n/time.ts'

export const WINDOWS = ['noReason', 'REFUND_ONLY', 'RETURN_REFUND', 'EXCHANGE'] as const
export const AMOUNTS = ['limitFen', 'keepItemFen', 'perDayFen'] as const
export const RISKS = ['casesIn30Days', 'ratePercent'] as const

/** Clocks of what the shop offers today; those of disputes and repairs come with them. */
export const TIMERS = [
  'T1',
  'T1Unshipped',
  'T5',
  'T5b',
  'T7',
  'T9',
  'T2',
  'T3',
  'T4',
  'T6',
  'T8',
  'T8b',
  'T10',
] as const satisfies readonly (keyof TimerDurations)[]

/** One sentence of a policy; `key` is the same for the same rule in every version. */
export interface Saying {
  readonly key: string
  readonly group: 'address' | 'windows' | 'auto' | 'risk' | 'timers' | 'exclusions'
  readonly text: string
}

export function sayingsOf(document: PolicyDocument, t: Translate): Saying[] {
  const { windows, risk, timers } = document
  return [
    ...addressSayings(document, t),
    ...WINDOWS.map(
      (name): Saying => ({
        key: `windows/${name}`,
        group: 'windows',
        text: t(`say.window.${name}`, { n: windows[name] }),
      }),
    ),
    ...autoSayings(document, t),
    ...RISKS.map(
      (name): Saying => ({
        key: `risk/${name}`,
        group: 'risk',
        text: t(`say.risk.${name}`, { n: risk[name] }),
      }),
    ),
    {
      key: 'freight',
      group: 'risk',
      text: t(document.freight.deductLostFreeFreight ? 'say.freight.yes' : 'say.freight.no'),
    },
    ...TIMERS.map(
      (name): Saying => ({
        key: `timers/${name}`,
        group: 'timers',
        text: t(`say.timer.${name}`, { n: formatDuration(timers[name], t) }),
      }),
    ),
    ...exclusionSayings(document, t),
  ]
}

function addressSayings({ returnAddress }: PolicyDocument, t: Translate): Saying[] {
  const text = returnAddress
    ? t('say.address', {
        n: `${returnAddress.name} ${returnAddress.phone} ${returnAddress.address}`,
      })
    : t('say.noAddress')
  return [{ key: 'address', group: 'address', text }]
}

function autoSayings({ autoApprove }: PolicyDocument, t: Translate): Saying[] {
  const { types, unshipped, perDay } = autoApprove
  // In the order of the words, so that choosing them in another order is no change.
  const kinds = types.map((type) => wordFor('type.', type)).sort()
  const say = (key: string, text: string): Saying => ({ key: `auto/${key}`, group: 'auto', text })
  return [
    say('types', t('say.auto.types', { n: kinds.join(t('comma')) || t('deskPolicy.none') })),
    ...AMOUNTS.map((name) =>
      say(name, t(`say.auto.${name}`, { n: formatFen(autoApprove[name]).replace(/\.00$/, '') })),
    ),
    say('unshipped', t(unshipped ? 'say.unshipped.yes' : 'say.unshipped.no')),
    say('perDay', t('say.auto.perDay', { n: perDay })),
  ]
}

const exclusionSayings = ({ exclusions }: PolicyDocument, t: Translate): Saying[] =>
  exclusions.map(({ category, ground }) => ({
    key: `exclusions/${category}`,
    group: 'exclusions',
    text: t('say.exclusion', { category, ground: t(`ground.${ground}`) }),
  }))

/** A rule that reads another way; null where it did not or will not exist. */
export interface Change {
  readonly key: string
  readonly before: string | null
  readonly after: string | null
}

/** Sentences that differ between two policies, in the order of the page. */
export function changesBetween(
  before: PolicyDocument,
  after: PolicyDocument,
  t: Translate,
): Change[] {
  const old = new Map(sayingsOf(before, t).map(({ key, text }) => [key, text]))
  const now = new Map(sayingsOf(after, t).map(({ key, text }) => [key, text]))
  return [...new Set([...old.keys(), ...now.keys()])]
    .map((key) => ({ key, before: old.get(key) ?? null, after: now.get(key) ?? null }))
    .filter((change) => change.before !== change.after)
}
