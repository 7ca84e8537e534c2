// Gifts that go back with the goods; one that stays costs its declared price.
import type { Order } from '@shouhou/shared/contract/orders'
import { formatFen } from '@shouhou/shared/domain/money'
import { Text } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Card } from '../../../components/card.tsx'
import { Tick } from '../../../components/tick.tsx'
import { useT } from '../../../i18n/index.ts'
import type { PickerProps } from './line-picker.tsx'

interface GiftsCardProps extends Pick<PickerProps, 'application' | 'onChange'> {
  readonly gifts: Order['gifts']
}

export function GiftsCard({ gifts, application, onChange }: GiftsCardProps): ReactNode {
  const t = useT()
  if (gifts.length === 0) return null
  const { giftsKept } = application
  const others = (ref: string) => giftsKept.filter((one) => one !== ref)
  return (
    <Card title={t('apply.gifts')}>
      {gifts.map(({ ref, name, quantity, declaredFen }) => {
        const back = !giftsKept.includes(ref)
        const yuan = formatFen(declaredFen * quantity)
        return (
          <Tick
            key={ref}
            on={back}
            onChange={(on) => onChange({ giftsKept: on ? others(ref) : [...others(ref), ref] })}
          >
            <Text className="apply__gift">{t('apply.gift', { name, n: quantity })}</Text>
            <Text className="apply__gift-effect">
              {back ? t('apply.giftBack') : t('apply.giftKept', { yuan })}
            </Text>
          </Tick>
        )
      })}
    </Card>
  )
}
