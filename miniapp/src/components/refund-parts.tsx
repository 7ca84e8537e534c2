// A refund taken apart: every amount with why it is there.
import type { Quote } from '@shouhou/shared/contract/aftersale-views'
import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { useT, wordFor } from '../i18n/index.ts'
import { Money } from './money.tsx'
import './refund-parts.scss'

type Part = Quote['parts'][number]

interface RefundPartsProps {
  readonly parts: readonly Part[]
  /** Names of order lines by id, and of gifts by ref. */
  readonly names: Readonly<Record<string, string>>
  /** Says of each part why it is as it is. */
  readonly explained?: boolean
}

export function RefundParts({ parts, names, explained = false }: RefundPartsProps): ReactNode {
  useT()
  return (
    <View className="parts">
      {parts.map((part) => {
        const about = names[part.lineId ?? part.ref ?? '']
        return (
          <View key={`${part.code} ${part.lineId} ${part.ref}`} className="parts__part">
            <View className="parts__words">
              <Text>{wordFor('part.', part.code)}</Text>
              {about && <Text className="parts__about">{about}</Text>}
              {explained && <Text className="parts__about">{wordFor('partWhy.', part.code)}</Text>}
            </View>
            {part.fen !== 0 && <Money fen={part.fen} signed />}
          </View>
        )
      })}
    </View>
  )
}
