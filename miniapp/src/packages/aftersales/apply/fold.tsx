// A line that unfolds what most people do not need.
import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'

interface FoldProps {
  readonly label: string
  readonly onPress: () => void
}

export function Fold({ label, onPress }: FoldProps): ReactNode {
  return (
    <View className="apply__fold" ariaRole="button" ariaLabel={label} onClick={onPress}>
      <Text>{label}</Text>
      <Text className="apply__fold-mark">＋</Text>
    </View>
  )
}
