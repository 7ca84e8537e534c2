// Everything that happened to a case, latest first, in plain words.
import type { ReactNode } from 'react'
import { Card } from '../../../components/card.tsx'
import { QueryView } from '../../../components/states.tsx'
import { Timeline } from '../../../components/timeline.tsx'
import { useApi } from '../../../hooks/use-api.ts'
import { eventText } from '../../../i18n/event-text.ts'
import { useT, wordFor } from '../../../i18n/index.ts'

export function CaseTimeline({ id }: { readonly id: string }): ReactNode {
  const t = useT()
  const timeline = useApi('GET /aftersales/:id/timeline', { params: { id }, query: {} })
  return (
    <Card title={t('timeline.title')}>
      <QueryView query={timeline}>
        {({ items }) => (
          <Timeline
            items={[...items].reverse().map((entry) => ({
              key: entry.seq,
              at: entry.at,
              title: wordFor('did.', entry.command),
              actor: wordFor('by.', entry.actor),
              text: eventText(entry, t),
              media: entry.media,
            }))}
          />
        )}
      </QueryView>
    </Card>
  )
}
