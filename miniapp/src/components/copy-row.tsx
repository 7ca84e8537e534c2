// A line of text somebody needs elsewhere, with a button that copies it.
import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { useT } from '../i18n/index.ts'
import { copyText } from './ask.ts'
import './copy-row.scss'
import { Icon } from './icon.tsx'

interface CopyRowProps {
  readonly label: string
  readonly text: string
}

export function CopyRow({ label, text }: CopyRowProps): ReactNode {
  const t = useT()
  return (
    <View className="copy-row">
      <Text className="copy-row__label">{label}</Text>
      <Text className="copy-row__text" userSelect>
        {text}
      </Text>
      <View className="copy-row__button" ariaRole="button" onClick={() => void copyText(text)}>
        <Icon name="copy" size="s" />
        <Text>{t('copy')}</Text>
      </View>
    </View>
  )
}
