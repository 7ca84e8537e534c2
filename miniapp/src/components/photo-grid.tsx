// Photos and videos of a case: small pictures that open large when tapped.
import type { Media } from '@shouhou/shared/contract/uploads'
import { Image, Text, Video, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { type ReactNode, useState } from 'react'
import { mediaAddress } from '../api/http.ts'
import { useT } from '../i18n/index.ts'
import './photo-grid.scss'
import { Sheet } from './sheet.tsx'

export function PhotoGrid({ media }: { readonly media: readonly Media[] }): ReactNode {
  const t = useT()
  const [playing, setPlaying] = useState<Media | null>(null)
  const photos = media.filter((one) => one.kind === 'photo')
  const open = (one: Media) => {
    if (one.kind === 'video') setPlaying(one)
    else {
      void Taro.previewImage({
        current: mediaAddress(one.url),
        urls: photos.map((photo) => mediaAddress(photo.url)),
      })
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
              className="photos__image"
              src={mediaAddress(one.thumbUrl)}
              mode="aspectFill"
              lazyLoad
            />
          )}
          {one.kind === 'video' && <Text className="photos__play">▶</Text>}
        </View>
      ))}
      <Sheet title={t('photo.video')} open={playing !== null} onClose={() => setPlaying(null)}>
        {playing && <Video className="photos__video" src={mediaAddress(playing.url)} autoplay />}
      </Sheet>
    </View>
  )
}
