// The shop in charts: what is open and due now, and what happened on each of the last days. Every number
// opens the list it counts.
import type { Me } from '@shouhou/shared/contract/auth'
import type { Figures } from '@shouhou/shared/contract/figures'
import { Text, View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { Card } from '../../../components/card.tsx'
import { Chips } from '../../../components/chips.tsx'
import { Page } from '../../../components/page.tsx'
import { QueryView } from '../../../components/states.tsx'
import { useApi } from '../../../hooks/use-api.ts'
import { useT, wordFor } from '../../../i18n/index.ts'
import { formatClock } from '../../../i18n/time.ts'
import { ForStaff } from '../../staff/for-staff.tsx'
import { may } from '../../staff/may.ts'
import { BarList } from './bar-list.tsx'
import { DayCard } from './day-card.tsx'
import { DECISIONS, paidTotal, REFUNDED, ratingTotal, STARS, sumOf } from './day-numbers.ts'
import './index.scss'
import { openQueue } from './lists.ts'
import { NowCards } from './now-cards.tsx'

export default function FiguresPage(): ReactNode {
  return (
    <Page title="figures.title">
      <ForStaff>{(me) => <Charts me={me} />}</ForStaff>
    </Page>
  )
}

const LENGTHS = ['14', '30'] as const
const REFRESH_MS = 60_000

function Charts({ me }: { readonly me: Me }): ReactNode {
  const t = useT()
  const [length, setLength] = useState<(typeof LENGTHS)[number]>('14')
  const figures = useApi('GET /figures', { query: { days: 30 } }, { refetchInterval: REFRESH_MS })
  return (
    <>
      <NowCards />
      <Chips
        look="tabs"
        chips={LENGTHS.map((value) => ({ value, label: t('figures.days', { n: value }) }))}
        chosen={[length]}
        onPress={setLength}
      />
      <QueryView query={figures}>
        {(all) => (
          // A chart chooses its day anew when their number changes.
          <DayCards
            key={length}
            figures={{ ...all, days: all.days.slice(-Number(length)) }}
            me={me}
          />
        )}
      </QueryView>
    </>
  )
}

function DayCards(props: { readonly figures: Figures; readonly me: Me }): ReactNode {
  const { days, reasons, at } = props.figures
  const t = useT()
  const decided = sumOf(days, (day) => day.byPolicy + day.byPeople)
  const created = sumOf(days, (day) => day.created)
  return (
    <>
      <DayCard
        id="chart-decided"
        title="figures.decided"
        days={days}
        numbers={DECISIONS}
        total={t('figures.decidedTotal', { created, decided })}
      />
      {may(props.me.role, 'pay') && (
        <DayCard
          id="chart-refunds"
          title="figures.refunds"
          days={days}
          numbers={REFUNDED}
          total={paidTotal(days, t)}
          axis={(fen) => String(fen / 100)}
        />
      )}
      <Card title={t('figures.reasons')}>
        {reasons.length === 0 && <Text className="figures-page__none">{t('figures.nothing')}</Text>}
        <BarList
          bars={reasons.map(({ reasonCode, count }) => ({
            key: reasonCode,
            label: wordFor('reason.', reasonCode),
            count,
            open: () => openQueue({ status: 'ALL', reasonCode, created: '30d', sort: 'newest' }),
          }))}
        />
      </Card>
      <DayCard
        id="chart-ratings"
        title="figures.ratings"
        days={days}
        numbers={STARS}
        total={ratingTotal(days, t)}
        from={1}
        to={5}
      />
      <View className="figures-page__foot">
        <Text>{t('figures.foot', { time: formatClock(at) })}</Text>
      </View>
    </>
  )
}
