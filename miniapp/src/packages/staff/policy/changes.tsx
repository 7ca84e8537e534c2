// Sentences that change, old above new.
import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { useT } from '../../../i18n/index.ts'
import type { Change } from './sayings.ts'
import './changes.scss'

export function Changes({ changes }: { readonly changes: readonly Change[] }): ReactNode {
  const t = useT()
  return (
    <View className="changes">
      {changes.map(({ key, before, after }) => (
        <View key={key} className="changes__one">
          {before !== null && (
            <Text className="changes__before">{t('deskPolicy.old', { text: before })}</Text>
          )}
          <Text className="changes__after">
            {t('deskPolicy.new', { text: after ?? t('deskPolicy.gone') })}
          </Text>
        </View>
      ))}
    </View>
  )
}
