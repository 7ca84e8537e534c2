// One kind of goods in a list: picture, name, variant, how many, what for.
import { Image, Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import './goods-line.scss'
import { unnamed } from '../platform/aria.ts'

interface GoodsLineProps {
  readonly name: string
  readonly spec?: string
  readonly image: string | null
  readonly quantity?: number
  /** At the right edge, usually an amount. */
  readonly aside?: ReactNode
  /** Below name and variant. */
  readonly children?: ReactNode
}

export function GoodsLine(props: GoodsLineProps): ReactNode {
  const { name, spec, image, quantity, aside, children } = props
  return (
    <View className="goods">
      <View className="goods__picture">
        {image ? (
          <Image {...unnamed} className="goods__image" src={image} mode="aspectFill" lazyLoad />
        ) : (
          <Text className="goods__letter">{name.slice(0, 1)}</Text>
        )}
      </View>
      <View className="goods__words">
        <Text className="goods__name">{name}</Text>
        {spec && <Text className="goods__spec">{spec}</Text>}
        {children}
      </View>
      {(aside !== undefined || quantity !== undefined) && (
        <View className="goods__aside">
          {aside}
          {quantity !== undefined && <Text className="goods__quantity">{`×${quantity}`}</Text>}
        </View>
      )}
    </View>
  )
}
