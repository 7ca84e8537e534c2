// One refund: where the money goes, what was booked, and saying how the payout ended.
import type { Output } from '@shouhou/shared/contract'
import type { RefundTask } from '@shouhou/shared/contract/desk'
import { Text } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { type ReactNode, useState } from 'react'
import { Button } from '../../../components/button.tsx'
import { Card, Row } from '../../../components/card.tsx'
import { CopyRow } from '../../../components/copy-row.tsx'
import { Money } from '../../../components/money.tsx'
import { Page } from '../../../components/page.tsx'
import { QueryView } from '../../../components/states.tsx'
import { useApi } from '../../../hooks/use-api.ts'
import { useT, wordFor } from '../../../i18n/index.ts'
import { formatDateTime } from '../../../i18n/time.ts'
import { openPage } from '../../../pages.ts'
import { ForStaff } from '../for-staff.tsx'
import { RefundTag } from '../refund-tag.tsx'
import { PayoutSheet } from './payout-sheets.tsx'

type Ending = 'confirm' | 'fail'

export default function RefundPage(): ReactNode {
  const t = useT()
  const { id = '' } = useRouter().params
  const [ending, setEnding] = useState<Ending | null>(null)
  const query = useApi('GET /refunds/:id', { params: { id } }, { enabled: id !== '' })
  const refund = query.data?.refund
  const planned = refund?.status === 'PLANNED'
  // One that was held up may turn out to be paid after all.
  const footer =
    planned || refund?.status === 'ABNORMAL' ? (
      <>
        {planned && <Button onPress={() => setEnding('fail')}>{t('deskPayout.fail')}</Button>}
        <Button tone="primary" onPress={() => setEnding('confirm')}>
          {t('deskPayout.confirm')}
        </Button>
      </>
    ) : undefined
  return (
    <Page title="deskPayout.title" footer={footer}>
      <ForStaff right="pay">
        {() => (
          <QueryView query={query}>
            {(answer) => (
              <>
                <Refund refund={answer.refund} />
                <Ledger entries={answer.ledger} />
                {ending && (
                  <PayoutSheet
                    key={ending}
                    ending={ending}
                    refund={answer.refund}
                    onClose={() => setEnding(null)}
                  />
                )}
              </>
            )}
          </QueryView>
        )}
      </ForStaff>
    </Page>
  )
}

function Refund({ refund }: { readonly refund: RefundTask }): ReactNode {
  const t = useT()
  const { amountFen, status, splits, reference, requestedAt, succeededAt } = refund
  return (
    <>
      <Card title={t('deskPayout.amount')} aside={<RefundTag status={status} />}>
        <Money fen={amountFen} size="l" />
        <CopyRow label={t('deskPayout.no')} text={refund.refundNo} />
        <CopyRow label={t('deskCase.order')} text={refund.orderNo} />
        <Row label={t('deskPayout.requestedAt')} value={formatDateTime(requestedAt)} />
        {succeededAt && <Row label={t('deskPayout.paidAt')} value={formatDateTime(succeededAt)} />}
        {reference && <CopyRow label={t('deskPayout.reference')} text={reference} />}
        <Row
          label={t('deskPayout.toCase')}
          value={refund.aftersaleNo}
          onPress={() => openPage('deskCase', { id: refund.aftersaleId })}
        />
      </Card>
      <Card title={t('deskPayout.splits')}>
        {splits.map(({ paymentNo, method, amountFen: fen }) => (
          <Row
            key={paymentNo}
            label={wordFor('method.', method)}
            value={
              <>
                <Text>{`${paymentNo} `}</Text>
                <Money fen={fen} />
              </>
            }
          />
        ))}
      </Card>
    </>
  )
}

type Entries = Output<'GET /refunds/:id'>['ledger']

function Ledger({ entries }: { readonly entries: Entries }): ReactNode {
  const t = useT()
  return (
    <Card title={t('deskPayout.ledger')}>
      {entries.length === 0 && <Text>{t('deskPayout.noLedger')}</Text>}
      {entries.map(({ id, account, amountFen, at }) => (
        <Row
          key={id}
          label={`${t(amountFen > 0 ? 'deskPayout.debit' : 'deskPayout.credit')} ${wordFor('account.', account)}`}
          value={
            <>
              <Text>{`${formatDateTime(at)} `}</Text>
              <Money fen={Math.abs(amountFen)} />
            </>
          }
        />
      ))}
    </Card>
  )
}
