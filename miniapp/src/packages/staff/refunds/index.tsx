// Refunds: those to pay first, since people pay them by hand and say here how it ended.
import type { RefundTask } from '@shouhou/shared/contract/desk'
import { REFUND_STATUSES, type RefundStatus } from '@shouhou/shared/domain/aftersale-types'
import { Text, View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { type ReactNode, useState } from 'react'
import { Card } from '../../../components/card.tsx'
import { Chips } from '../../../components/chips.tsx'
import { Money } from '../../../components/money.tsx'
import { More } from '../../../components/more.tsx'
import { Page } from '../../../components/page.tsx'
import { Empty, QueryView } from '../../../components/states.tsx'
import { usePages } from '../../../hooks/use-api.ts'
import { useT, wordFor } from '../../../i18n/index.ts'
import { formatDateTime } from '../../../i18n/time.ts'
import { openPage } from '../../../pages.ts'
import { ExportLink } from '../export-link.tsx'
import { ForStaff } from '../for-staff.tsx'
import { RefundTag } from '../refund-tag.tsx'
import './index.scss'

export default function RefundsPage(): ReactNode {
  return (
    <Page title="deskPayouts.title">
      <ForStaff right="pay">{() => <Refunds />}</ForStaff>
    </Page>
  )
}

/** Statuses a refund of ours can wait in; a plan is what people pay. */
const SHOWN = ['PLANNED', 'SUBMITTED', 'ABNORMAL', 'SUCCEEDED', 'CLOSED'] as const

function Refunds(): ReactNode {
  useT()
  const { status: wanted, paidOn } = useRouter().params
  const asked = REFUND_STATUSES.find((one) => one === wanted)
  const [status, setStatus] = useState<RefundStatus>(asked ?? (paidOn ? 'SUCCEEDED' : 'PLANNED'))
  return (
    <>
      <Chips
        look="tabs"
        chips={SHOWN.map((value) => ({ value, label: wordFor('refund.', value) }))}
        chosen={[status]}
        onPress={setStatus}
      />
      <RefundList
        key={status}
        filter={{ status, ...(paidOn && status === 'SUCCEEDED' ? { paidOn } : {}) }}
      />
    </>
  )
}

interface RefundFilter {
  readonly status: RefundStatus
  /** The day that a bar of a chart stands for. */
  readonly paidOn?: string
}

function RefundList({ filter }: { readonly filter: RefundFilter }): ReactNode {
  const t = useT()
  const refunds = usePages('GET /refunds', { query: filter })
  return (
    <QueryView
      query={refunds}
      isEmpty={({ items }) => items.length === 0}
      empty={<Empty title={t('deskPayouts.empty')} text={t('deskPayouts.emptyText')} />}
    >
      {({ items }) => (
        <>
          {items.map((refund) => (
            <RefundRow key={refund.id} refund={refund} />
          ))}
          <More query={refunds} />
          <ExportLink list="refunds" filter={filter} />
        </>
      )}
    </QueryView>
  )
}

function RefundRow({ refund }: { readonly refund: RefundTask }): ReactNode {
  const t = useT()
  const { id, amountFen, status, splits, orderNo, aftersaleNo, requestedAt, succeededAt } = refund
  const methods = [...new Set(splits.map(({ method }) => wordFor('method.', method)))]
  return (
    <Card onPress={() => openPage('deskRefund', { id })}>
      <View className="refund-row">
        <Money fen={amountFen} size="l" />
        <RefundTag status={status} />
      </View>
      <Text className="refund-row__soft">
        {[methods.join(' + '), formatDateTime(succeededAt ?? requestedAt)]
          .filter(Boolean)
          .join(' · ')}
      </Text>
      <Text className="refund-row__soft">
        {[aftersaleNo, t('order.no', { no: orderNo })].join(' · ')}
      </Text>
    </Card>
  )
}
