// What happened, day by day, with who did it and the files that came with it.
import type { Media } from '@shouhou/shared/contract/uploads'
import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { useT } from '../i18n/index.ts'
import { formatClock, formatDay } from '../i18n/time.ts'
import { serverNow } from '../platform/server-clock.ts'
import { PhotoGrid } from './photo-grid.tsx'
import './timeline.scss'

export interface TimelineItem {
  readonly key: string | number
  /** UTC instant, RFC 3339. */
  readonly at: string
  readonly title: string
  /** Who did it, in front of what they did. */
  readonly who?: string
  /** Who did it and more, on a line of its own. */
  readonly actor?: string
  readonly text?: string
  readonly media?: readonly Media[]
}

/** Entries in the order given, under their day; the first one is lit as the latest. */
export function Timeline({ items }: { readonly items: readonly TimelineItem[] }): ReactNode {
  const t = useT()
  const now = serverNow()
  const days = items.map(({ at }) => formatDay(at, now, t))
  return (
    <View className="timeline" ariaRole="list">
      {items.map((item, index) => (
        <View key={item.key} className="timeline__item" ariaRole="listitem">
          {days[index] !== days[index - 1] && <Text className="timeline__day">{days[index]}</Text>}
          <View className="timeline__head">
            <View className="timeline__what">
              {item.who && <Text className="timeline__who">{item.who}</Text>}
              <Text className="timeline__title">{item.title}</Text>
            </View>
            <Text className="timeline__at">{formatClock(item.at)}</Text>
          </View>
          {item.actor && <Text className="timeline__actor">{item.actor}</Text>}
          {item.text && <Text className="timeline__text">{item.text}</Text>}
          {item.media && item.media.length > 0 && <PhotoGrid media={item.media} />}
        </View>
      ))}
    </View>
  )
}
