// Where the goods go back to, and the parcels on their way in either direction.
import type { Aftersale } from '@shouhou/shared/contract/aftersale-views'
import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { copyText } from '../../../components/ask.ts'
import { Button } from '../../../components/button.tsx'
import { Card, Row } from '../../../components/card.tsx'
import { CopyRow } from '../../../components/copy-row.tsx'
import { useT, wordFor } from '../../../i18n/index.ts'
import { formatDateTime } from '../../../i18n/time.ts'

export function ReturnAddressCard({ aftersale }: { readonly aftersale: Aftersale }): ReactNode {
  const t = useT()
  const { returnAddress, status, freightPayer, no } = aftersale
  if (!returnAddress || status !== 'AWAIT_RETURN') return null
  const { name, phone, address } = returnAddress
  return (
    <Card title={t('address.title')}>
      <Text className="case__said">{`${name} ${phone}`}</Text>
      <Text className="case__said">{address}</Text>
      <Button block onPress={() => void copyText(`${name} ${phone} ${address}`)}>
        {t('address.copy')}
      </Button>
      <Text className="case__small">{t('address.note', { no })}</Text>
      <Text className="case__small">{t(`quote.carriage.${freightPayer}`)}</Text>
    </Card>
  )
}

export function ParcelsCard({ parcels }: { readonly parcels: Aftersale['parcels'] }): ReactNode {
  const t = useT()
  if (parcels.length === 0) return null
  return (
    <Card title={t('parcels.title')}>
      {parcels.map((parcel) => (
        <View key={parcel.waybillNo} className="case__block">
          <Row
            label={parcel.direction === 'RESHIP' ? t('parcels.toMe') : wordFor('parcel.', 'RETURN')}
            value={wordFor('parcelStatus.', parcel.status)}
          />
          <CopyRow label={wordFor('carrier.', parcel.carrier)} text={parcel.waybillNo} />
          <Text className="case__small">{formatDateTime(parcel.at)}</Text>
        </View>
      ))}
    </Card>
  )
}
