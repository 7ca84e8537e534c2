// Where a case stands on its way: a few steps, the present one marked by shape and weight, those behind
// it with the moment they were done.
import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { formatClock, formatDate } from '../i18n/time.ts'
import { Icon, type IconName } from './icon.tsx'
import './step-bar.scss'

export interface Step {
  readonly key: string
  readonly label: string
  readonly state: 'done' | 'now' | 'ahead' | 'failed'
  /** UTC instant, RFC 3339, at which it was done. */
  readonly at?: string
}

/** Where month and day begin in a date; the year goes without saying. */
const MONTH = 5

/** The present step has a dot and a step ahead an empty ring, both drawn by the stylesheet. */
const SHAPES: Partial<Record<Step['state'], IconName>> = { done: 'check', failed: 'close' }

export function StepBar({ steps }: { readonly steps: readonly Step[] }): ReactNode {
  return (
    <View className="steps" ariaRole="list">
      {steps.map(({ key, label, state, at }) => {
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
            {at && (
              <View className="steps__at">
                <Text>{formatDate(at).slice(MONTH)}</Text>
                <Text>{formatClock(at)}</Text>
              </View>
            )}
          </View>
        )
      })}
    </View>
  )
}
