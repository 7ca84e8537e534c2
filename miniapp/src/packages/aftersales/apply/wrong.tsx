// What is wrong with an answer, next to it.
import { Text } from '@tarojs/components'
import type { ReactNode } from 'react'

export const Wrong = ({ text }: { readonly text: string }): ReactNode =>
  text ? <Text className="apply__wrong">{`✕ ${text}`}</Text> : null
