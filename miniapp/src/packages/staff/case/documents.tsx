// The papers of a case: offer, return address, parcels, inspections, refunds, rating, linked cases.
import type { Aftersale } from '@shouhou/shared/contract/aftersale-views'
import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { useMe } from '../../../api/session.ts'
import { Card, Row } from '../../../components/card.tsx'
import { CopyRow } from '../../../components/copy-row.tsx'
import { Money } from '../../../components/money.tsx'
import { useT, wordFor } from '../../../i18n/index.ts'
import { formatDateTime } from '../../../i18n/time.ts'
import { openPage } from '../../../pages.ts'
import { DeskStatus } from '../desk-status.tsx'
import { may } from '../may.ts'
import { RatingCard } from '../rating-card.tsx'
import './documents.scss'

interface Shown {
  readonly aftersale: Aftersale
}

export function Documents({ aftersale }: Shown): ReactNode {
  const { offer, returnAddress, parcels, inspections, refunds, rating, linked } = aftersale
  return (
    <>
      {offer && <OfferCard offer={offer} />}
      {returnAddress && <AddressCard address={returnAddress} />}
      {parcels.length > 0 && <Parcels aftersale={aftersale} />}
      {inspections.length > 0 && <Inspections aftersale={aftersale} />}
      {refunds.length > 0 && <Refunds aftersale={aftersale} />}
      {linked.length > 0 && <Linked aftersale={aftersale} />}
      {rating && <RatingCard rating={rating} />}
    </>
  )
}

function OfferCard({ offer }: { readonly offer: NonNullable<Aftersale['offer']> }): ReactNode {
  const t = useT()
  const { kind, type, amountFen, text, expiresAt } = offer
  return (
    <Card title={t('deskCase.offer')}>
      <Row label={t('deskOffer.kind')} value={t(`offerKind.${kind}`)} />
      {kind === 'CHANGE_TYPE' && type && (
        <Row label={t('deskOffer.type')} value={wordFor('type.', type)} />
      )}
      {amountFen !== null && (
        <Row label={t('deskOffer.amount')} value={<Money fen={amountFen} />} />
      )}
      {text && <Text className="case-paper__text">{text}</Text>}
      <Row label={t('deskCase.answerBy')} value={formatDateTime(expiresAt)} />
    </Card>
  )
}

type Address = NonNullable<Aftersale['returnAddress']>

function AddressCard({ address }: { readonly address: Address }): ReactNode {
  const t = useT()
  return (
    <Card title={t('deskCase.returnAddress')}>
      <Text className="case-paper__text">{`${address.name} ${address.phone}`}</Text>
      <Text className="case-paper__text">{address.address}</Text>
    </Card>
  )
}

function Parcels({ aftersale }: Shown): ReactNode {
  const t = useT()
  return (
    <Card title={t('deskCase.parcels')}>
      {aftersale.parcels.map(({ direction, carrier, waybillNo, status, at }) => (
        <View key={`${direction} ${waybillNo}`} className="case-paper">
          <Row
            label={wordFor('parcel.', direction)}
            value={`${wordFor('parcelStatus.', status)} · ${formatDateTime(at)}`}
          />
          <CopyRow label={wordFor('carrier.', carrier)} text={waybillNo} />
        </View>
      ))}
    </Card>
  )
}

function Inspections({ aftersale }: Shown): ReactNode {
  const t = useT()
  const nameOf = (lineId: string) =>
    aftersale.items.find((item) => item.lineId === lineId)?.name ?? ''
  return (
    <Card title={t('deskCase.inspections')}>
      {aftersale.inspections.map((one, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line may be inspected twice; the list only grows.
        <View key={`${one.lineId} ${index}`} className="case-paper">
          <Row
            label={t(one.passed ? 'deskCase.passed' : 'deskCase.failed')}
            value={[
              one.reason ? wordFor('inspection.', one.reason) : '',
              one.grade ? wordFor('grade.', one.grade) : '',
              one.restock ? wordFor('restock.', one.restock) : '',
            ]
              .filter(Boolean)
              .join(' · ')}
          />
          <Text className="case-paper__soft">{nameOf(one.lineId)}</Text>
          {one.deductionFen > 0 && (
            <Row label={t('fail.deduction')} value={<Money fen={-one.deductionFen} />} />
          )}
          {one.note && <Text className="case-paper__text">{one.note}</Text>}
        </View>
      ))}
    </Card>
  )
}

function Refunds({ aftersale }: Shown): ReactNode {
  const t = useT()
  const me = useMe()
  const mayOpen = me !== null && may(me.role, 'pay')
  return (
    <Card title={t('deskCase.refunds')}>
      {aftersale.refunds.map(({ id, refundNo, amountFen, status, reference, succeededAt }) => (
        <View key={id} className="case-paper">
          <Row
            label={wordFor('refund.', status)}
            value={<Money fen={amountFen} />}
            {...(mayOpen ? { onPress: () => openPage('deskRefund', { id }) } : {})}
          />
          <CopyRow label={t('deskPayout.no')} text={refundNo} />
          {reference && <CopyRow label={t('deskPayout.reference')} text={reference} />}
          {succeededAt && (
            <Row label={t('deskPayout.paidAt')} value={formatDateTime(succeededAt)} />
          )}
        </View>
      ))}
    </Card>
  )
}

function Linked({ aftersale }: Shown): ReactNode {
  const t = useT()
  return (
    <Card title={t('deskCase.linked')}>
      {aftersale.linked.map(({ id, no, status, parent }) => (
        <Row
          key={id}
          label={t(parent ? 'deskCase.parent' : 'deskCase.child')}
          value={
            <View className="case-paper__linked">
              <Text>{no}</Text>
              <DeskStatus status={status} />
            </View>
          }
          onPress={() => openPage('deskCase', { id })}
        />
      ))}
    </Card>
  )
}
