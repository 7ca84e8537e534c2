// A box to tick with its words; the whole line can be tapped.
import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Icon } from './icon.tsx'
import './tick.scss'

interface TickProps {
  readonly on: boolean
  readonly disabled?: boolean
  readonly onChange: (on: boolean) => void
  readonly children: ReactNode
}

export function Tick({ on, disabled = false, onChange, children }: TickProps): ReactNode {
  return (
    <View
      className={`tick ${disabled ? 'tick--off' : ''}`}
      ariaRole="checkbox"
      aria-checked={on ? 'true' : 'false'}
      aria-disabled={disabled ? 'true' : 'false'}
      onClick={() => !disabled && onChange(!on)}
    >
      <View className={`tick__box ${on ? 'tick__box--on' : ''}`}>
        {on && <Icon name="check" size="s" />}
      </View>
      <View className="tick__words">
        {typeof children === 'string' ? <Text>{children}</Text> : children}
      </View>
    </View>
  )
}
