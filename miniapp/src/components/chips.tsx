// A few words to choose from: one of them, or several. Shape and weight tell the chosen ones, not colour alone.
import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import './chips.scss'

export interface Chip<V extends string> {
  readonly value: V
  readonly label: string
  /** Small words behind the label, for instance a number. */
  readonly note?: string
  readonly disabled?: boolean
}

interface ChipsProps<V extends string> {
  readonly chips: readonly Chip<V>[]
  readonly chosen: readonly V[]
  readonly onPress: (value: V) => void
  /** `tabs` stay in one line that scrolls. */
  readonly look?: 'wrap' | 'tabs'
}

export function Chips<V extends string>(props: ChipsProps<V>): ReactNode {
  const { chips, chosen, onPress, look = 'wrap' } = props
  return (
    <View className={`chips chips--${look}`} ariaRole={look === 'tabs' ? 'tablist' : 'group'}>
      {chips.map(({ value, label, note, disabled = false }) => {
        const on = chosen.includes(value)
        return (
          <View
            key={value}
            className={`chip ${on ? 'chip--on' : ''} ${disabled ? 'chip--off' : ''}`}
            ariaRole={look === 'tabs' ? 'tab' : 'checkbox'}
            {...(look === 'tabs'
              ? { 'aria-selected': on ? 'true' : 'false' }
              : { 'aria-checked': on ? 'true' : 'false' })}
            aria-disabled={disabled ? 'true' : 'false'}
            onClick={() => !disabled && onPress(value)}
          >
            <Text>{look === 'wrap' && on ? `✓ ${label}` : label}</Text>
            {note && <Text className="chip__note">{note}</Text>}
          </View>
        )
      })}
    </View>
  )
}
