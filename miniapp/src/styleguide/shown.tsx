// How the styleguide lays out what it shows.
import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Card } from '../components/card.tsx'

interface ShownProps {
  /** The component's name. */
  readonly name: string
  readonly children: ReactNode
}

/** One component with its states below each other. */
export function Shown({ name, children }: ShownProps): ReactNode {
  return (
    <Card title={name}>
      <View className="shown">{children}</View>
    </Card>
  )
}

/** Short things beside each other. */
export function Line({ children }: { readonly children: ReactNode }): ReactNode {
  return <View className="shown__line">{children}</View>
}

/** What the state below is called. */
export function Called({ name }: { readonly name: string }): ReactNode {
  return <Text className="shown__called">{name}</Text>
}
