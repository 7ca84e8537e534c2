// A panel that comes up from the bottom edge, with a title and a way to close it.
import { Popup } from '@nutui/nutui-react-taro'
import { ScrollView, Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { useT } from '../i18n/index.ts'
import { Icon } from './icon.tsx'
import './sheet.scss'

interface SheetProps {
  readonly title: string
  readonly open: boolean
  readonly onClose: () => void
  /** Buttons below the content. */
  readonly footer?: ReactNode
  readonly children?: ReactNode
}

export function Sheet({ title, open, onClose, footer, children }: SheetProps): ReactNode {
  const t = useT()
  return (
    <Popup visible={open} position="bottom" round destroyOnClose onClose={onClose}>
      <View className="sheet" ariaRole="dialog" ariaLabel={title} aria-modal="true">
        <View className="sheet__head">
          <Text className="sheet__title">{title}</Text>
          <View className="sheet__close" ariaRole="button" ariaLabel={t('close')} onClick={onClose}>
            <Icon name="close" />
          </View>
        </View>
        <ScrollView scrollY className="sheet__body">
          {open && children}
        </ScrollView>
        {footer && <View className="sheet__footer">{footer}</View>}
      </View>
    </Popup>
  )
}
