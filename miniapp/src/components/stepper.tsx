// A whole number between two limits, by thumb.
import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { useT } from '../i18n/index.ts'
import { Icon, type IconName } from './icon.tsx'
import './stepper.scss'

interface StepperProps {
  readonly value: number
  readonly min: number
  readonly max: number
  readonly onChange: (value: number) => void
}

export function Stepper({ value, min, max, onChange }: StepperProps): ReactNode {
  const t = useT()
  const button = (shape: IconName, label: string, next: number) => {
    const off = next < min || next > max
    return (
      <View
        className={`stepper__button ${off ? 'stepper__button--off' : ''}`}
        ariaRole="button"
        ariaLabel={label}
        aria-disabled={off ? 'true' : 'false'}
        onClick={(event) => {
          event.stopPropagation()
          if (!off) onChange(next)
        }}
      >
        <Icon name={shape} />
      </View>
    )
  }
  return (
    <View className="stepper">
      {button('minus', t('stepper.less'), value - 1)}
      <Text className="stepper__value">{value}</Text>
      {button('plus', t('stepper.more'), value + 1)}
    </View>
  )
}
