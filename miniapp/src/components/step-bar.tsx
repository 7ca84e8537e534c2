// Where a case stands on its way: a few steps, the present one marked by shape and weight.
import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import './step-bar.scss'

export interface Step {
  readonly key: string
  readonly label: string
  readonly state: 'done' | 'now' | 'ahead' | 'failed'
}

const SHAPES: Record<Step['state'], string> = { done: '✓', now: '●', ahead: '○', failed: '✕' }

export function StepBar({ steps }: { readonly steps: readonly Step[] }): ReactNode {
  return (
    <View className="steps">
      {steps.map((step) => (
        <View key={step.key} className={`steps__step steps__step--${step.state}`}>
          <Text className="steps__shape">{SHAPES[step.state]}</Text>
          <Text className="steps__label">{step.label}</Text>
        </View>
      ))}
    </View>
  )
}
