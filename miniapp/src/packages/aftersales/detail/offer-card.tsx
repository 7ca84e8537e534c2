// Other terms that the shop offers, with the answer to them.
import type { Aftersale } from '@shouhou/shared/contract/aftersale-views'
import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Card, Row } from '../../../components/card.tsx'
import { Money } from '../../../components/money.tsx'
import { useT, wordFor } from '../../../i18n/index.ts'
import { PlainButton } from './actions.tsx'

interface OfferCardProps {
  readonly aftersale: Aftersale
  readonly offer: NonNullable<Aftersale['offer']>
}

export function OfferCard({ aftersale, offer }: OfferCardProps): ReactNode {
  const t = useT()
  const { kind, type, amountFen, text } = offer
  const { allowedCommands } = aftersale
  const terms =
    kind === 'CHANGE_TYPE' && type
      ? t('offer.CHANGE_TYPE', { type: wordFor('type.', type) })
      : wordFor('offer.', kind)
  return (
    <Card title={t('offer.title')}>
      <Text className="case__strong">{terms}</Text>
      {amountFen !== null && amountFen > 0 && (
        <Row label={t('money.refund')} value={<Money fen={amountFen} size="l" />} />
      )}
      {text && <Text className="case__said">{text}</Text>}
      <View className="case__answers">
        {allowedCommands.includes('declineOffer') && (
          <PlainButton act="declineOffer" aftersale={aftersale} primary={false} />
        )}
        {allowedCommands.includes('acceptOffer') && (
          <PlainButton act="acceptOffer" aftersale={aftersale} primary />
        )}
      </View>
    </Card>
  )
}
