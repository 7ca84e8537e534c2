// Right after sending: it arrived, what happens next, by whom, until when, and what if nobody acts.
// Gone as soon as something else happens.
import type { Aftersale } from '@shouhou/shared/contract/aftersale-views'
import { Text, View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { Card } from '../../../components/card.tsx'
import { silenceText } from '../../../components/case-next.tsx'
import { useNow } from '../../../components/countdown.tsx'
import { useT, wordFor } from '../../../i18n/index.ts'
import { formatNear } from '../../../i18n/time.ts'
import { NoticeAsk } from './notice-ask.tsx'
import './sent-card.scss'

export function SentCard({ aftersale }: { readonly aftersale: Aftersale }): ReactNode {
  const t = useT()
  const now = useNow()
  const { status, decision, deadline } = aftersale
  const [sentAs] = useState(status)
  if (status !== sentAs) return null
  const approved = decision?.verdict === 'approve'
  const next: string[] = [wordFor('now.', status)]
  if (deadline) {
    const time = formatNear(deadline.dueAt, now, t)
    next.push(t(`turn.${deadline.waitsFor}`, { time }))
    if (deadline.ifNobodyActs) next.push(silenceText(deadline.ifNobodyActs, deadline.leadsTo ?? ''))
  }
  return (
    <Card>
      <View className="sent">
        <View className="sent__mark">
          <Text>✓</Text>
        </View>
        <View className="sent__words">
          <Text className="sent__title">{t('sent.title')}</Text>
          <Text className="sent__text">{t(approved ? 'sent.approved' : 'sent.waits')}</Text>
        </View>
      </View>
      <View className="sent__steps">
        {next.map((words, index) => (
          <View key={words} className="sent__step">
            <Text className="sent__number">{index + 1}</Text>
            <Text className="sent__next">{words}</Text>
          </View>
        ))}
      </View>
      <NoticeAsk />
    </Card>
  )
}
