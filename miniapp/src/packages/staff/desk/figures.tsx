// Today in numbers. A number that stands for a list opens it.
import type { Me } from '@shouhou/shared/contract/auth'
import type { Today } from '@shouhou/shared/contract/desk'
import { formatFen } from '@shouhou/shared/domain/money'
import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Card, Row } from '../../../components/card.tsx'
import { type PlainKey, useT, wordFor } from '../../../i18n/index.ts'
import { formatClock } from '../../../i18n/time.ts'
import { openPage } from '../../../pages.ts'
import { may } from '../may.ts'

interface FiguresProps {
  readonly today: Today
  readonly role: Me['role']
}

interface Figure {
  readonly label: PlainKey
  readonly value: string | number
  /** Somebody should look at it now. */
  readonly urgent?: boolean
  readonly open: () => void
}

const queue = (params: Readonly<Record<string, string>>) => () => openPage('deskQueue', params)
const soonest = queue({ status: 'OPEN', sort: 'due' })
const decided = (decidedBy: 'policy' | 'people') => queue({ decided: 'today', decidedBy })

function casesOf(today: Today): Figure[] {
  const { open, dueIn4h, dueIn24h, createdToday } = today
  return [
    { label: 'today.dueIn4h', value: dueIn4h, urgent: dueIn4h > 0, open: queue({ due: '4h' }) },
    { label: 'today.dueIn24h', value: dueIn24h, open: queue({ due: '24h' }) },
    { label: 'today.open', value: open, open: soonest },
    { label: 'today.created', value: createdToday, open: queue({ created: 'today' }) },
    { label: 'today.byPolicy', value: today.decidedByPolicyToday, open: decided('policy') },
    { label: 'today.byPeople', value: today.decidedByPeopleToday, open: decided('people') },
  ]
}

function restOf(today: Today, role: Me['role']): Figure[] {
  const { refundsToPay, conversationsWaiting, unansweredQuestions, ratingAverage } = today
  const waiting = conversationsWaiting > 0
  const money: Figure[] = [
    { label: 'today.toPay', value: refundsToPay, open: () => openPage('deskRefunds') },
    {
      label: 'today.paid',
      value: `¥${formatFen(today.refundsTodayFen)}`,
      open: () => openPage('deskRefunds', { status: 'SUCCEEDED' }),
    },
  ]
  return [
    ...(may(role, 'pay') ? money : []),
    {
      label: 'today.talks',
      value: conversationsWaiting,
      urgent: waiting,
      open: () => openPage('deskTalks'),
    },
    {
      label: 'today.unanswered',
      value: unansweredQuestions,
      open: () => openPage('deskUnanswered'),
    },
    {
      label: 'today.rating',
      value: ratingAverage === null ? '–' : ratingAverage.toFixed(1),
      open: () => openPage('deskRatings'),
    },
  ]
}

export function Figures({ today, role }: FiguresProps): ReactNode {
  const t = useT()
  const asOf = (
    <Text className="desk__as-of">{t('today.asOf', { time: formatClock(today.at) })}</Text>
  )
  return (
    <>
      <Card title={t('today.title')} aside={asOf}>
        <View className="figures">
          {[...casesOf(today), ...restOf(today, role)].map((figure) => (
            <FigureCell key={figure.label} {...figure} />
          ))}
        </View>
        <Row
          label={t('figures.charts')}
          value={t('figures.about')}
          onPress={() => openPage('deskFigures')}
        />
      </Card>
      {today.topReasons.length > 0 && <TopReasons reasons={today.topReasons} />}
    </>
  )
}

function FigureCell({ label, value, urgent = false, open }: Figure): ReactNode {
  const t = useT()
  return (
    <View className={`figure ${urgent ? 'figure--urgent' : ''}`} ariaRole="button" onClick={open}>
      <Text className="figure__value">{urgent ? `! ${value}` : value}</Text>
      <Text className="figure__label">{t(label)}</Text>
    </View>
  )
}

function TopReasons({ reasons }: { readonly reasons: Today['topReasons'] }): ReactNode {
  const t = useT()
  const most = Math.max(...reasons.map(({ count }) => count))
  return (
    <Card title={t('today.topReasons')}>
      {reasons.map(({ reasonCode, count }) => (
        <View
          key={reasonCode}
          className="top-reason"
          ariaRole="link"
          onClick={queue({ reasonCode, created: '30d' })}
        >
          <Text className="top-reason__name">{wordFor('reason.', reasonCode)}</Text>
          <View className="top-reason__track">
            <View className="top-reason__bar" style={{ width: `${(count / most) * 100}%` }} />
          </View>
          <Text className="top-reason__count">{count}</Text>
        </View>
      ))}
    </Card>
  )
}
