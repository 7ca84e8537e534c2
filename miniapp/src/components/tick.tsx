// A box to tick with its words; the whole line can be tapped.
import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
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
      onClick={() => !disabled && onChange(!on)}
    >
      <View className={`tick__box ${on ? 'tick__box--on' : ''}`}>
        <Text>{on ? '✓' : ''}</Text>
      </View>
      <View className="tick__words">
        {typeof children === 'string' ? <Text>{children}</Text> : children}
      </View>
    </View>
  )
}
