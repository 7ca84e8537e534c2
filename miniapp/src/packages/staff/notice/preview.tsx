// A notice as its receiver sees it, channel by channel.
import type { NoticePreview } from '@shouhou/shared/contract/notices'
import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Card } from '../../../components/card.tsx'
import { type Language, useT } from '../../../i18n/index.ts'

interface PreviewProps {
  readonly preview: NoticePreview
  readonly language: Language
}

export function Preview({ preview, language }: PreviewProps): ReactNode {
  const t = useT()
  const words = preview.previews.find((one) => one.language === language)
  if (!words) return null
  return (
    <Card title={t('noticeTpl.preview')}>
      <Arrived name={t('noticeTpl.inApp')} title={words.title} text={words.body} />
      {preview.wechat.length > 0 && (
        <Arrived
          name={t('noticeChannel.WECHAT')}
          title={words.title}
          text={preview.wechat.map(({ key, value }) => `${key}  ${value}`).join('\n')}
        />
      )}
      <Arrived name={t('noticeChannel.EMAIL')} title={words.emailSubject} text={words.emailText} />
      {words.smsText && <Arrived name={t('noticeChannel.SMS')} text={words.smsText} />}
    </Card>
  )
}

interface ArrivedProps {
  readonly name: string
  readonly title?: string
  readonly text: string
}

function Arrived({ name, title, text }: ArrivedProps): ReactNode {
  return (
    <View className="arrived">
      <Text className="arrived__name">{name}</Text>
      <View className="arrived__paper">
        {title && <Text className="arrived__title">{title}</Text>}
        <Text className="arrived__text">{text}</Text>
      </View>
    </View>
  )
}
