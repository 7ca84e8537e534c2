// One mark from 1 to 5.
import { LIMITS } from '@shouhou/shared/domain/limits'
import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { useT } from '../../../i18n/index.ts'
import './stars.scss'

interface StarsProps {
  readonly label: string
  /** 0: not given yet. */
  readonly value: number
  readonly onChange: (value: number) => void
}

const MARKS = Array.from({ length: LIMITS.ratingMax }, (_unused, index) => index + LIMITS.ratingMin)

export function Stars({ label, value, onChange }: StarsProps): ReactNode {
  const t = useT()
  return (
    <View className="stars">
      <Text className="stars__label">{label}</Text>
      <View className="stars__row">
        {MARKS.map((mark) => (
          <View
            key={mark}
            className={`stars__star ${mark <= value ? 'stars__star--on' : ''}`}
            ariaRole="button"
            ariaLabel={t('rate.stars', { label, n: mark })}
            onClick={() => onChange(mark)}
          >
            <Text>{mark <= value ? '★' : '☆'}</Text>
          </View>
        ))}
      </View>
    </View>
  )
}
