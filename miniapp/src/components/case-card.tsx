// A case in a list: what it is about, where it stands, whose turn it is.
import type { AftersaleSummary } from '@shouhou/shared/contract/aftersale-views'
import { Text } from '@tarojs/components'
import type { ReactNode } from 'react'
import { useT, wordFor } from '../i18n/index.ts'
import { openPage } from '../pages.ts'
import { Card } from './card.tsx'
import { CaseNext } from './case-next.tsx'
import { GoodsLine } from './goods-line.tsx'
import { Money } from './money.tsx'
import { StatusTag } from './status-tag.tsx'

export function CaseCard({ aftersale }: { readonly aftersale: AftersaleSummary }): ReactNode {
  const t = useT()
  const { id, type, status, goods, refundFen, deadline } = aftersale
  return (
    <Card
      title={wordFor('type.', type)}
      aside={<StatusTag status={status} />}
      onPress={() => openPage('caseDetail', { id })}
    >
      <GoodsLine
        name={goods.name}
        image={goods.image}
        aside={refundFen > 0 && <Money fen={refundFen} />}
      >
        {goods.lines > 1 && (
          <Text className="goods__spec">{t('goods.more', { n: goods.lines })}</Text>
        )}
      </GoodsLine>
      <CaseNext status={status} deadline={deadline} short />
    </Card>
  )
}
