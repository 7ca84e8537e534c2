// The head of a page in the browser, where WeChat's own bar is missing: the title, and the way back.
import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { useT } from '../i18n/index.ts'
import { goBack } from '../pages.ts'
import './header.scss'
import { Icon } from './icon.tsx'

interface HeaderProps {
  readonly title: string
  readonly withBack: boolean
}

export function Header({ title, withBack }: HeaderProps): ReactNode {
  const t = useT()
  return (
    <View className="header">
      {withBack && (
        <View className="header__back" ariaRole="button" ariaLabel={t('back')} onClick={goBack}>
          <Icon name="back" size="l" />
        </View>
      )}
      <View className="header__title" ariaRole="heading" aria-level="1">
        <Text>{title}</Text>
      </View>
    </View>
  )
}
