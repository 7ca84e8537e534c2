// Names with bars and counts, the longest bar as wide as there is room; each line opens its list.
import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import './bar-list.scss'

interface Bar {
  readonly key: string
  readonly label: string
  readonly count: number
  readonly open: () => void
}

export function BarList({ bars }: { readonly bars: readonly Bar[] }): ReactNode {
  const most = Math.max(1, ...bars.map(({ count }) => count))
  return (
    <View>
      {bars.map(({ key, label, count, open }) => (
        <View
          key={key}
          className="bar"
          ariaRole="link"
          ariaLabel={`${label} ${count}`}
          onClick={open}
        >
          <Text className="bar__label">{label}</Text>
          <View className="bar__track">
            <View className="bar__length" style={{ width: `${(count / most) * 100}%` }} />
          </View>
          <Text className="bar__count">{count}</Text>
          <Text className="bar__arrow">›</Text>
        </View>
      ))}
    </View>
  )
}
