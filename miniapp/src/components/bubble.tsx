// One message of a conversation: who said it and when, words, pictures, and for a bot the entry it stands on.
import type { Message } from '@shouhou/shared/contract/conversations'
import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { useT } from '../i18n/index.ts'
import { formatNear } from '../i18n/time.ts'
import { serverNow } from '../platform/server-clock.ts'
import './bubble.scss'
import { PhotoGrid } from './photo-grid.tsx'

interface BubbleProps {
  readonly message: Message
  /** The reader's own side stands at the right. */
  readonly own: boolean
  /** Who it is, in the reader's words; the name is added. */
  readonly who: string
  /** Below the words: buttons, feedback. */
  readonly children?: ReactNode
}

export function Bubble({ message, own, who, children }: BubbleProps): ReactNode {
  const t = useT()
  const { sender, senderName, at, text, media, citation } = message
  const time = formatNear(at, serverNow(), t)
  if (sender === 'system') {
    return (
      <View className="bubble bubble--system">
        <Text className="bubble__notice">{text}</Text>
        {children}
      </View>
    )
  }
  return (
    <View className={`bubble ${own ? 'bubble--own' : ''}`}>
      <Text className="bubble__who">{[who, senderName, time].filter(Boolean).join(' · ')}</Text>
      <View className="bubble__box">
        <Text className="bubble__text" userSelect>
          {text}
        </Text>
        {media.length > 0 && <PhotoGrid media={media} />}
        {citation && <Text className="bubble__source">{t('bubble.source', citation)}</Text>}
      </View>
      {children}
    </View>
  )
}
