// Everything that happened to a case, latest first, in plain words.
import type { TimelineEntry } from '@shouhou/shared/contract/aftersale-views'
import type { ReactNode } from 'react'
import { Card } from '../../../components/card.tsx'
import { Timeline } from '../../../components/timeline.tsx'
import { eventText } from '../../../i18n/event-text.ts'
import { useT, wordFor } from '../../../i18n/index.ts'

export function CaseTimeline({ events }: { readonly events: readonly TimelineEntry[] }): ReactNode {
  const t = useT()
  return (
    <Card title={t('timeline.title')}>
      <Timeline
        items={[...events].reverse().map((entry) => ({
          key: entry.seq,
          at: entry.at,
          title: wordFor('did.', entry.command),
          // What time brings about says so itself.
          ...(entry.actor === 'system' ? {} : { who: wordFor('by.', entry.actor) }),
          text: eventText(entry, t),
          media: entry.media,
        }))}
      />
    </Card>
  )
}
