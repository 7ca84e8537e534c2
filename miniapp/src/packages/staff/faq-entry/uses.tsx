// Where the bot used an entry lately, and whether it helped.
import { Text } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Card, Row } from '../../../components/card.tsx'
import { useApi } from '../../../hooks/use-api.ts'
import { useT } from '../../../i18n/index.ts'
import { formatNear } from '../../../i18n/time.ts'
import { openPage } from '../../../pages.ts'
import { serverNow } from '../../../platform/server-clock.ts'

export function Uses({ id }: { readonly id: string }): ReactNode {
  const t = useT()
  const { data } = useApi('GET /faq/entries/:id/uses', { params: { id } })
  if (!data) return null
  const { answered, helpful, unhelpful, recent } = data
  const rated = helpful + unhelpful
  return (
    <Card title={t('deskFaqEntry.uses')}>
      <Text className="entry-form__soft">
        {answered === 0
          ? t('deskFaqEntry.unused')
          : rated === 0
            ? t('deskFaqEntry.used', { n: answered })
            : t('deskFaqEntry.usedRated', {
                n: answered,
                percent: Math.round((helpful * 100) / rated),
                rated,
              })}
      </Text>
      {recent.map(({ conversationId, question, at, helpful: helped }) => (
        <Row
          key={`${conversationId} ${at}`}
          label={question}
          value={`${helped === null ? '' : helped ? '👍 ' : '👎 '}${formatNear(at, serverNow(), t)}`}
          onPress={() => openPage('deskTalk', { id: conversationId })}
        />
      ))}
    </Card>
  )
}
