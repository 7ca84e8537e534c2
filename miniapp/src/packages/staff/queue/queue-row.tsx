// A case in the queue: what it is, whose, how much, and who must act until when.
import type { AftersaleSummary } from '@shouhou/shared/contract/aftersale-views'
import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Card } from '../../../components/card.tsx'
import { GoodsLine } from '../../../components/goods-line.tsx'
import { Money } from '../../../components/money.tsx'
import { useT, wordFor } from '../../../i18n/index.ts'
import { openPage } from '../../../pages.ts'
import { DeskStatus } from '../desk-status.tsx'
import { Due } from '../due.tsx'
import './queue-row.scss'

export function QueueRow({ aftersale }: { readonly aftersale: AftersaleSummary }): ReactNode {
  const t = useT()
  const { id, no, orderNo, type, status, goods, refundFen, shopperName, deadline } = aftersale
  return (
    <Card
      title={wordFor('type.', type)}
      aside={<DeskStatus status={status} />}
      onPress={() => openPage('deskCase', { id })}
    >
      <GoodsLine
        name={goods.name}
        image={goods.image}
        aside={refundFen > 0 && <Money fen={refundFen} />}
      >
        <Text className="queue-row__more">
          {[shopperName, goods.lines > 1 ? t('goods.more', { n: goods.lines }) : '']
            .filter(Boolean)
            .join(' · ')}
        </Text>
      </GoodsLine>
      {deadline && <Due deadline={deadline} />}
      <View className="queue-row__numbers">
        <Text>{no}</Text>
        <Text>{t('order.no', { no: orderNo })}</Text>
      </View>
    </Card>
  )
}
