// Grey shapes of the cards that are on their way, as tall as the real ones, so that nothing jumps.
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { useT } from '../../i18n/index.ts'
import './skeletons.scss'

export function CardSkeleton({ tall = false }: { readonly tall?: boolean }): ReactNode {
  const t = useT()
  return (
    <View className="card card-skeleton" ariaLabel={t('loading')}>
      <View className="skeleton__line skeleton__line--short" />
      <View className="card-skeleton__goods">
        <View className="card-skeleton__picture" />
        <View className="card-skeleton__words">
          <View className="skeleton__line" />
          <View className="skeleton__line skeleton__line--short" />
        </View>
      </View>
      {tall && <View className="skeleton__line" />}
      {tall && <View className="skeleton__line skeleton__line--short" />}
    </View>
  )
}
