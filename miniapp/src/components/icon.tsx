// Small line drawings in the colour of the words beside them. They say nothing by themselves: the word, or
// the name of the button around them, does.
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import './icon.scss'

export type IconName =
  | 'home'
  | 'case'
  | 'chat'
  | 'store'
  | 'user'
  | 'back'
  | 'next'
  | 'close'
  | 'check'
  | 'clock'
  | 'alert'
  | 'moving'
  | 'failed'
  | 'ended'
  | 'plus'
  | 'minus'
  | 'play'
  | 'search'
  | 'copy'
  | 'camera'
  | 'box'
  | 'lock'
  | 'offline'

interface IconProps {
  readonly name: IconName
  /** `s` stands in a line of small words, `l` in a tab bar, `xl` alone in the middle of a page. */
  readonly size?: 's' | 'm' | 'l' | 'xl'
}

export function Icon({ name, size = 'm' }: IconProps): ReactNode {
  return <View className={`icon icon--${name} icon--${size}`} aria-hidden="true" />
}
