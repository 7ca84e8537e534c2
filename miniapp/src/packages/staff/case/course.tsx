// Everything that happened to the case, newest first: who did what, with which words and amounts.
import type { Output } from '@shouhou/shared/contract'
import type { TimelineEntry } from '@shouhou/shared/contract/aftersale-views'
import { formatFen } from '@shouhou/shared/domain/money'
import type { ReactNode } from 'react'
import { Card } from '../../../components/card.tsx'
import { QueryView, SkeletonList } from '../../../components/states.tsx'
import { Timeline } from '../../../components/timeline.tsx'
import { type Translate, useT, wordFor } from '../../../i18n/index.ts'

interface CourseProps {
  readonly query: {
    readonly data: Output<'GET /aftersales/:id/timeline'> | undefined
    readonly error: unknown
    readonly refetch: () => unknown
  }
}

export function Course({ query }: CourseProps): ReactNode {
  const t = useT()
  return (
    <QueryView query={query} skeleton={<SkeletonList rows={2} />}>
      {({ items }) => (
        <Card title={t('deskCase.course')}>
          <Timeline
            items={[...items].reverse().map((entry) => ({
              key: entry.seq,
              at: entry.at,
              title: wordFor('did.', entry.command),
              actor: actorOf(entry, t),
              text: wordsOf(entry, t),
              media: entry.media,
            }))}
          />
        </Card>
      )}
    </QueryView>
  )
}

function actorOf({ actor, actorName, from, to }: TimelineEntry, t: Translate): string {
  const role = wordFor('actor.', actor)
  const who = actorName ? `${role} ${actorName}` : role
  return from === to ? who : t('deskCase.moved', { who, status: wordFor('status.', to) })
}

/** What the command said, one thing a line. */
function wordsOf({ details }: TimelineEntry, t: Translate): string {
  const { reasonCode, kind, type, amountFen, deductionFen, carrier, waybillNo } = details
  const { received, passed, reference, splitNo, text } = details
  const code = (value: unknown, ...prefixes: string[]) =>
    typeof value === 'string'
      ? prefixes.map((prefix) => wordFor(prefix, value)).find((word) => word !== value)
      : undefined
  const count = (value: unknown) => (typeof value === 'number' ? value : null)
  const n = { received: count(received), passed: count(passed) }
  const lines = [
    code(reasonCode, 'reason.', 'refusal.', 'inspection.'),
    code(kind, 'offerKind.'),
    code(type, 'type.'),
    typeof amountFen === 'number' && amountFen > 0 && `¥${formatFen(amountFen)}`,
    typeof deductionFen === 'number' &&
      deductionFen > 0 &&
      t('deskCase.deducted', { amount: `¥${formatFen(deductionFen)}` }),
    waybillNo && `${wordFor('carrier.', String(carrier))} ${waybillNo}`,
    n.received !== null && t('deskCase.receivedCount', { n: n.received }),
    n.passed !== null && t('deskCase.passedUnits', { n: n.passed }),
    reference && t('deskCase.referenceIs', { reference: String(reference) }),
    splitNo && t('deskCase.splitOff', { no: String(splitNo) }),
    text,
  ]
  return lines.filter((line) => typeof line === 'string' && line !== '').join('\n')
}
