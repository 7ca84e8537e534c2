// What is open at this moment: by deadline, and by status.
import { OPEN_STATUSES } from '@shouhou/shared/domain/aftersale-types'
import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Card } from '../../../components/card.tsx'
import { Empty, QueryView } from '../../../components/states.tsx'
import { useApi } from '../../../hooks/use-api.ts'
import { type PlainKey, useT, wordFor } from '../../../i18n/index.ts'
import { BarList } from './bar-list.tsx'
import { openQueue } from './lists.ts'

export function NowCards(): ReactNode {
  const counts = useApi('GET /aftersales/counts', {})
  const t = useT()
  return (
    <QueryView query={counts}>
      {({ items, overdue, dueIn4h, dueIn24h }) => {
        const open = items.filter(({ status }) => OPEN_STATUSES.includes(status))
        const some = open.filter(({ count }) => count > 0)
        const all = open.reduce((sum, { count }) => sum + count, 0)
        if (all === 0) {
          return <Empty title={t('figures.noneOpen')} text={t('figures.noneOpenText')} />
        }
        return (
          <>
            <View className="due-figures">
              <Due label="figures.overdue" count={overdue} due="overdue" alarming />
              <Due label="figures.in4h" count={dueIn4h} due="4h" />
              <Due label="figures.in24h" count={dueIn24h} due="24h" />
            </View>
            <Card title={t('figures.open', { n: all })}>
              <BarList
                bars={some.map(({ status, count }) => ({
                  key: status,
                  label: wordFor('status.', status),
                  count,
                  open: () => openQueue({ status, sort: 'newest' }),
                }))}
              />
            </Card>
          </>
        )
      }}
    </QueryView>
  )
}

interface DueProps {
  readonly label: PlainKey
  readonly count: number
  readonly due: 'overdue' | '4h' | '24h'
  readonly alarming?: boolean
}

function Due({ label, count, due, alarming = false }: DueProps): ReactNode {
  const t = useT()
  const tone = count > 0 ? (alarming ? 'due-figure--bad' : 'due-figure--some') : ''
  return (
    <View
      className={`due-figure ${tone}`}
      ariaRole="link"
      ariaLabel={`${t(label)} ${count}`}
      onClick={() => openQueue({ status: 'OPEN', due, sort: 'due' })}
    >
      <Text className="due-figure__count">{alarming && count > 0 ? `! ${count}` : count}</Text>
      <Text className="due-figure__label">{t(label)}</Text>
    </View>
  )
}
