// Photos and videos of a case: small pictures that open large when tapped.
import type { Media } from '@shouhou/shared/contract/uploads'
import { Image, View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { mediaAddress } from '../api/http.ts'
import { useT } from '../i18n/index.ts'
import { showPhotos } from '../platform/show-photos.ts'
import { Icon } from './icon.tsx'
import './photo-grid.scss'
import { unnamed } from '../platform/aria.ts'
import { Sheet } from './sheet.tsx'

export function PhotoGrid({ media }: { readonly media: readonly Media[] }): ReactNode {
  const t = useT()
  const [playing, setPlaying] = useState<Media | null>(null)
  const photos = media.filter((one) => one.kind === 'photo')
  const open = (one: Media) => {
    if (one.kind === 'video') setPlaying(one)
    else {
      void showPhotos(
        photos.map((photo) => mediaAddress(photo.url)),
        mediaAddress(one.url),
      )
    }
  }
  return (
    <View className="photos">
      {media.map((one, index) => (
        <View
          key={one.id}
          className="photos__cell"
          ariaRole="button"
          ariaLabel={one.kind === 'video' ? t('photo.video') : t('photo.one', { n: index + 1 })}
          onClick={() => open(one)}
        >
          {one.thumbUrl && (
            <Image
              {...unnamed}
              className="photos__image"
              src={mediaAddress(one.thumbUrl)}
              mode="aspectFill"
              lazyLoad
            />
          )}
          {one.kind === 'video' && (
            <View className="photos__play">
              <Icon name="play" size="l" />
            </View>
          )}
        </View>
      ))}
      <Sheet title={t('photo.video')} open={playing !== null} onClose={() => setPlaying(null)}>
        {playing && (
          // Always MP4, so the player of the browser will do; WeChat's gets it by the same name.
          // biome-ignore lint/a11y/useMediaCaption: shoppers' own recordings have none
          <video className="photos__video" src={mediaAddress(playing.url)} autoPlay controls />
        )}
      </Sheet>
    </View>
  )
}
