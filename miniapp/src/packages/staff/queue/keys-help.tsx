// What each key does.
import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Sheet } from '../../../components/sheet.tsx'
import { type PlainKey, useT } from '../../../i18n/index.ts'

const KEYS: readonly (readonly [keys: string, word: PlainKey])[] = [
  ['j  ↓', 'keys.down'],
  ['k  ↑', 'keys.up'],
  ['Enter  o', 'keys.open'],
  ['a', 'keys.approve'],
  ['r', 'keys.reject'],
  ['x', 'keys.tick'],
  ['b', 'keys.batch'],
  ['/', 'keys.search'],
  ['?', 'keys.help'],
  ['Esc', 'keys.close'],
]

interface KeysHelpProps {
  readonly open: boolean
  readonly onClose: () => void
}

export function KeysHelp({ open, onClose }: KeysHelpProps): ReactNode {
  const t = useT()
  return (
    <Sheet title={t('keys.title')} open={open} onClose={onClose}>
      {KEYS.map(([keys, word]) => (
        <View key={keys} className="keys-help">
          <Text className="keys-help__key">{keys}</Text>
          <Text>{t(word)}</Text>
        </View>
      ))}
    </Sheet>
  )
}
