// Where a case stands on its way: a few steps, the present one marked by shape and weight.
import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Icon, type IconName } from './icon.tsx'
import './step-bar.scss'

export interface Step {
  readonly key: string
  readonly label: string
  readonly state: 'done' | 'now' | 'ahead' | 'failed'
}

/** The present step has a dot and a step ahead an empty ring, both drawn by the stylesheet. */
const SHAPES: Partial<Record<Step['state'], IconName>> = { done: 'check', failed: 'close' }

export function StepBar({ steps }: { readonly steps: readonly Step[] }): ReactNode {
  return (
    <View className="steps" ariaRole="list">
      {steps.map(({ key, label, state }) => {
        const shape = SHAPES[state]
        return (
          <View
            key={key}
            className={`steps__step steps__step--${state}`}
            ariaRole="listitem"
            {...(state === 'now' ? { 'aria-current': 'step' } : {})}
          >
            <View className="steps__shape">{shape && <Icon name={shape} size="s" />}</View>
            <Text className="steps__label">{label}</Text>
          </View>
        )
      })}
    </View>
  )
}
