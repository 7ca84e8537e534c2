// Where the goods go back to, and the parcels on their way in either direction.
import type { Aftersale, TimelineEntry } from '@shouhou/shared/contract/aftersale-views'
import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { ReactNode } from 'react'
import { copyText } from '../../../components/ask.ts'
import { Button } from '../../../components/button.tsx'
import { Card, Row } from '../../../components/card.tsx'
import { CopyRow } from '../../../components/copy-row.tsx'
import { useT, wordFor } from '../../../i18n/index.ts'
import { formatDateTime } from '../../../i18n/time.ts'
import { carrierPhone, parcelCourse, pastedAddress } from './parcel-course.ts'

export function ReturnAddressCard({ aftersale }: { readonly aftersale: Aftersale }): ReactNode {
  const t = useT()
  const { returnAddress, status, freightPayer, no } = aftersale
  if (!returnAddress || status !== 'AWAIT_RETURN') return null
  const { name, phone, address } = returnAddress
  return (
    <Card title={t('address.title')}>
      <Text className="case__said">{`${name} ${phone}`}</Text>
      <Text className="case__said">{address}</Text>
      <Button block onPress={() => void copyText(pastedAddress(returnAddress))}>
        {t('address.copy')}
      </Button>
      <Text className="case__small">{t('address.paste')}</Text>
      <Text className="case__small">{t('address.note', { no })}</Text>
      <Text className="case__small">{t(`quote.carriage.${freightPayer}`)}</Text>
    </Card>
  )
}

interface ParcelsCardProps {
  readonly parcels: Aftersale['parcels']
  readonly events: readonly TimelineEntry[]
}

export function ParcelsCard({ parcels, events }: ParcelsCardProps): ReactNode {
  const t = useT()
  if (parcels.length === 0) return null
  return (
    <Card title={t('parcels.title')}>
      {parcels.map((parcel) => (
        <ParcelView key={parcel.waybillNo} parcel={parcel} events={events} />
      ))}
    </Card>
  )
}

interface ParcelViewProps {
  readonly parcel: Aftersale['parcels'][number]
  readonly events: readonly TimelineEntry[]
}

function ParcelView({ parcel, events }: ParcelViewProps): ReactNode {
  const t = useT()
  const { direction, carrier, waybillNo, status } = parcel
  const name = wordFor('carrier.', carrier)
  const phone = carrierPhone(carrier)
  return (
    <View className="case__block">
      <Row
        label={direction === 'RESHIP' ? t('parcels.toMe') : wordFor('parcel.', 'RETURN')}
        value={wordFor('parcelStatus.', status)}
      />
      <CopyRow label={name} text={waybillNo} />
      {phone && (
        <Row
          label={t('parcels.call', { name })}
          value={phone}
          onPress={() => void Taro.makePhoneCall({ phoneNumber: phone })}
        />
      )}
      {parcelCourse(parcel, events).map(({ command, at }) => (
        <View key={command} className="case__event">
          <Text>{wordFor('did.', command)}</Text>
          <Text className="case__small">{formatDateTime(at)}</Text>
        </View>
      ))}
    </View>
  )
}
