// All photos of a case with who added them: small ones in a row, one full-screen to zoom, two to compare.
import type { TimelineEntry } from '@shouhou/shared/contract/aftersale-views'
import type { Media } from '@shouhou/shared/contract/uploads'
import { Image, Text, Video, View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { mediaAddress } from '../../../api/http.ts'
import { Chips } from '../../../components/chips.tsx'
import { Sheet } from '../../../components/sheet.tsx'
import { useT, wordFor } from '../../../i18n/index.ts'
import { Lightbox } from './lightbox.tsx'
import './photo-wall.scss'
import { unnamed } from '../../../platform/aria.ts'

interface PhotoWallProps {
  readonly media: readonly Media[]
  /** Say who added which file. */
  readonly events: readonly TimelineEntry[]
}

/** Most photos on screen at once. */
const SIDE_BY_SIDE = 2

export function PhotoWall({ media, events }: PhotoWallProps): ReactNode {
  const t = useT()
  const [playing, setPlaying] = useState<Media | null>(null)
  const [comparing, setComparing] = useState(false)
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [shown, setShown] = useState<readonly string[]>([])
  const photos = media.filter(({ kind }) => kind === 'photo')
  const whose = (id: string) => {
    const event = events.find((one) => one.media.some((file) => file.id === id))
    return event ? wordFor('actor.', event.actor) : ''
  }
  const press = (one: Media) => {
    if (one.kind === 'video') setPlaying(one)
    else if (!comparing) setShown([one.id])
    else {
      const next = chosen.includes(one.id)
        ? chosen.filter((id) => id !== one.id)
        : [...chosen, one.id]
      setChosen(next.length === SIDE_BY_SIDE ? [] : next)
      if (next.length === SIDE_BY_SIDE) setShown(next)
    }
  }
  return (
    <View className="photo-wall">
      <View className="photo-wall__row">
        {media.map((one, index) => (
          <View
            key={one.id}
            className={`photo-wall__cell ${chosen.includes(one.id) ? 'photo-wall__cell--on' : ''}`}
            ariaRole="button"
            ariaLabel={`${whose(one.id)} ${one.kind === 'video' ? t('photo.video') : t('photo.one', { n: index + 1 })}`}
            onClick={() => press(one)}
          >
            {one.thumbUrl && (
              <Image
                {...unnamed}
                className="photo-wall__image"
                src={mediaAddress(one.thumbUrl)}
                mode="aspectFill"
                lazyLoad
              />
            )}
            {one.kind === 'video' && <Text className="photo-wall__play">▶</Text>}
            <Text className="photo-wall__by">{whose(one.id)}</Text>
          </View>
        ))}
      </View>
      {photos.length > 1 && (
        <Chips
          chips={[{ value: 'compare', label: t(comparing ? 'photo.pickTwo' : 'photo.compare') }]}
          chosen={comparing ? ['compare'] : []}
          onPress={() => {
            setComparing(!comparing)
            setChosen([])
          }}
        />
      )}
      {shown.length > 0 && (
        <Lightbox
          photos={photos.map(({ id, url }) => ({ id, url: mediaAddress(url), by: whose(id) }))}
          start={shown}
          onClose={() => setShown([])}
        />
      )}
      <Sheet title={t('photo.video')} open={playing !== null} onClose={() => setPlaying(null)}>
        {playing && (
          <Video className="photo-wall__video" src={mediaAddress(playing.url)} autoplay />
        )}
      </Sheet>
    </View>
  )
}
