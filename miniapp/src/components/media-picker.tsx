// Choosing and sending photos and videos inside a form; the state lives in useUploads.
import { LIMITS } from '@shouhou/shared/domain/limits'
import { onlineManager } from '@tanstack/react-query'
import { Image, Text, View } from '@tarojs/components'
import { type ReactNode, useSyncExternalStore } from 'react'
import { mediaAddress } from '../api/http.ts'
import { TOO_LARGE, type UploadItem } from '../api/upload-queue.ts'
import type { Uploads } from '../hooks/use-uploads.ts'
import { errorText } from '../i18n/error-text.ts'
import { type Translate, useT } from '../i18n/index.ts'
import { Icon } from './icon.tsx'
import './media-picker.scss'
import { unnamed } from '../platform/aria.ts'
import { mayUsePhotos } from './privacy.tsx'

export function MediaPicker({ uploads }: { readonly uploads: Uploads }): ReactNode {
  const t = useT()
  const online = useSyncExternalStore(onlineManager.subscribe, isOnline, isOnline)
  const max = uploads.items.length + uploads.room
  return (
    <View className="picker">
      <View className="picker__cells">
        {uploads.items.map((item) => (
          <Cell key={item.key} item={item} uploads={uploads} online={online} t={t} />
        ))}
        {uploads.room > 0 && (
          <View
            className="picker__cell picker__cell--add"
            ariaRole="button"
            ariaLabel={t('photo.add')}
            onClick={() => void add(uploads)}
          >
            <Icon name="camera" size="l" />
            <Text>{t('photo.count', { n: uploads.items.length, max })}</Text>
          </View>
        )}
      </View>
      {uploads.items.map((item) =>
        item.state === 'failed' ? (
          <Text key={item.key} className="picker__error">{`✕ ${failure(item, t)}`}</Text>
        ) : null,
      )}
    </View>
  )
}

const isOnline = () => onlineManager.isOnline()

/** Camera and album, once the shopper has agreed to the use of photos. */
async function add(uploads: Uploads): Promise<void> {
  if (await mayUsePhotos()) await uploads.add()
}

interface CellProps {
  readonly item: UploadItem
  readonly uploads: Uploads
  readonly online: boolean
  readonly t: Translate
}

function Cell({ item, uploads, online, t }: CellProps): ReactNode {
  const canRetry = item.state === 'failed' && item.error !== TOO_LARGE
  return (
    <View className={`picker__cell picker__cell--${item.state}`}>
      {item.preview && (
        <Image
          {...unnamed}
          className="picker__image"
          src={mediaAddress(item.preview)}
          mode="aspectFill"
        />
      )}
      {!item.preview && <Text>{t(item.kind === 'video' ? 'photo.video' : 'photo.photo')}</Text>}
      {(item.state === 'sending' || item.state === 'waiting') && (
        <View className="picker__cover">
          <Text>{underWay(item, online, t)}</Text>
          <View className="picker__track">
            <View className="picker__bar" style={{ width: `${item.percent}%` }} />
          </View>
        </View>
      )}
      {canRetry && (
        <View className="picker__cover" ariaRole="button" onClick={() => uploads.retry(item.key)}>
          <Text>{t('retry')}</Text>
        </View>
      )}
      <View
        className="picker__remove"
        ariaRole="button"
        ariaLabel={t('remove')}
        onClick={() => uploads.remove(item.key)}
      >
        <View className="picker__cross">
          <Icon name="close" size="s" />
        </View>
      </View>
    </View>
  )
}

function underWay({ state, percent }: UploadItem, online: boolean, t: Translate): string {
  if (state === 'sending') return t('photo.sending', { n: percent })
  return online ? t('photo.queued') : t('photo.offline')
}

function failure(item: UploadItem, t: Translate): string {
  if (item.error !== TOO_LARGE) return errorText(item.error, t)
  const bytes = item.kind === 'video' ? LIMITS.videoBytes : LIMITS.photoBytes
  return t('photo.tooLarge', { n: Math.floor(bytes / 1024 / 1024) })
}
