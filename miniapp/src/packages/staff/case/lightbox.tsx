// Photos over the whole screen: one, or two next to each other; zoomed with wheel or fingers, moved by dragging.
import { Image, Text, View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { useT } from '../../../i18n/index.ts'
import { useKeys } from '../wide.ts'
import './lightbox.scss'
import { unnamed } from '../../../platform/aria.ts'
import { type Place, useZoom, WHOLE } from './use-zoom.ts'

interface Photo {
  readonly id: string
  readonly url: string
  readonly by: string
}

interface LightboxProps {
  readonly photos: readonly Photo[]
  /** Ids to show first: one, or two to compare. */
  readonly start: readonly string[]
  readonly onClose: () => void
}

export function Lightbox({ photos, start, onClose }: LightboxProps): ReactNode {
  const t = useT()
  const [ids, setIds] = useState(start)
  const single = ids.length === 1
  const index = photos.findIndex(({ id }) => id === ids[0])
  const go = (step: number) => {
    const next = photos[index + step]
    if (single && next) setIds([next.id])
  }
  useKeys({ escape: onClose, arrowleft: () => go(-1), arrowright: () => go(1) }, true)
  return (
    <View className="lightbox" catchMove>
      <View className="lightbox__bar">
        <Text>{single ? `${index + 1} / ${photos.length}` : t('photo.compare')}</Text>
        <View
          className="lightbox__close"
          ariaRole="button"
          ariaLabel={t('close')}
          onClick={onClose}
        >
          <Text>✕</Text>
        </View>
      </View>
      <View className={`lightbox__photos ${single ? '' : 'lightbox__photos--two'}`}>
        {ids.map((id) => {
          const photo = photos.find((one) => one.id === id)
          return photo && <Zoomable key={id} photo={photo} />
        })}
      </View>
      {single && photos.length > 1 && (
        <View className="lightbox__ways">
          {[-1, 1].map((step) => (
            <View
              key={step}
              className={`lightbox__way ${photos[index + step] ? '' : 'lightbox__way--off'}`}
              ariaRole="button"
              ariaLabel={t(step < 0 ? 'photo.before' : 'photo.after')}
              onClick={() => go(step)}
            >
              <Text>{step < 0 ? '‹' : '›'}</Text>
            </View>
          ))}
        </View>
      )}
    </View>
  )
}

function Zoomable({ photo }: { readonly photo: Photo }): ReactNode {
  const t = useT()
  const { place, set, frame, touches } = useZoom()
  const next = (): Place => (place.scale > 1 ? WHOLE : { ...WHOLE, scale: 2.5 })
  return (
    <View className="lightbox__frame" ref={frame} {...touches}>
      <Image
        {...unnamed}
        className="lightbox__image"
        src={photo.url}
        mode="aspectFit"
        style={{
          transform: `translate(${place.x}px, ${place.y}px) scale(${place.scale})`,
        }}
      />
      <View className="lightbox__foot">
        <Text>{photo.by}</Text>
        <View
          className="lightbox__zoom"
          ariaRole="button"
          ariaLabel={t('photo.zoom')}
          onClick={() => set(next())}
        >
          <Text>{`${Math.round(place.scale * 100)}%`}</Text>
        </View>
      </View>
    </View>
  )
}
