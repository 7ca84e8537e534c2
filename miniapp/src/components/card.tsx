// Grouping on a page: a white card with an optional heading, and rows inside it.
import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import './card.scss'
import { Icon } from './icon.tsx'

interface CardProps {
  readonly title?: string
  /** Right of the title, for a tag or a small link. */
  readonly aside?: ReactNode
  readonly onPress?: () => void
  readonly children?: ReactNode
}

export function Card({ title, aside, onPress, children }: CardProps): ReactNode {
  return (
    <View
      className={`card ${onPress ? 'card--link' : ''}`}
      ariaRole={onPress ? 'button' : 'group'}
      {...(onPress ? { hoverClass: 'card--pressed', onClick: onPress } : {})}
    >
      {(title || aside) && (
        <View className="card__head">
          <Text className="card__title">{title}</Text>
          {aside}
        </View>
      )}
      {children}
    </View>
  )
}

interface RowProps {
  readonly label: string
  /** Text or elements at the right. */
  readonly value?: ReactNode
  /** Makes the row a link with an arrow. */
  readonly onPress?: () => void
}

/** Label at the left, value at the right; as tall as a thumb when it can be tapped. */
export function Row({ label, value, onPress }: RowProps): ReactNode {
  return (
    <View
      className={`row ${onPress ? 'row--link' : ''}`}
      ariaRole={onPress ? 'button' : 'group'}
      {...(onPress ? { hoverClass: 'row--pressed', onClick: onPress } : {})}
    >
      <Text className="row__label">{label}</Text>
      <View className="row__value">{typeof value === 'string' ? <Text>{value}</Text> : value}</View>
      {onPress && <Icon name="next" size="s" />}
    </View>
  )
}
