// What happened, one entry under the other, with the files that came with it.
import type { Media } from '@shouhou/shared/contract/uploads'
import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { useT } from '../i18n/index.ts'
import { formatNear } from '../i18n/time.ts'
import { serverNow } from '../platform/server-clock.ts'
import { PhotoGrid } from './photo-grid.tsx'
import './timeline.scss'

export interface TimelineItem {
  readonly key: string | number
  /** UTC instant, RFC 3339. */
  readonly at: string
  readonly title: string
  /** Who did it. */
  readonly actor?: string
  readonly text?: string
  readonly media?: readonly Media[]
}

/** Entries in the order given; the first one is lit as the latest. */
export function Timeline({ items }: { readonly items: readonly TimelineItem[] }): ReactNode {
  const t = useT()
  const now = serverNow()
  return (
    <View className="timeline" ariaRole="list">
      {items.map((item) => (
        <View key={item.key} className="timeline__item" ariaRole="listitem">
          <View className="timeline__head">
            <Text className="timeline__title">{item.title}</Text>
            <Text className="timeline__at">{formatNear(item.at, now, t)}</Text>
          </View>
          {item.actor && <Text className="timeline__actor">{item.actor}</Text>}
          {item.text && <Text className="timeline__text">{item.text}</Text>}
          {item.media && item.media.length > 0 && <PhotoGrid media={item.media} />}
        </View>
      ))}
    </View>
  )
}
