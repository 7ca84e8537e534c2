// The frame of every page: title in the person's language, NutUI's own words, room for a fixed bar below.
import { ConfigProvider } from '@nutui/nutui-react-taro'
import enUS from '@nutui/nutui-react-taro/dist/es/locales/en-US'
import zhCN from '@nutui/nutui-react-taro/dist/es/locales/zh-CN'
import { View } from '@tarojs/components'
import Taro, { useDidHide, useDidShow } from '@tarojs/taro'
import { type ReactNode, useEffect, useRef } from 'react'
import { type PlainKey, useLanguage, useT } from '../i18n/index.ts'
import { isWeapp } from '../platform/target.ts'
import { Header } from './header.tsx'
import './page.scss'
import { TabBar, type TabName } from './tab-bar.tsx'

interface PageProps {
  readonly title: PlainKey
  /** Shows the tab bar with this tab lit. */
  readonly tab?: TabName
  /** Buttons that stay at the bottom edge. */
  readonly footer?: ReactNode
  readonly children?: ReactNode
}

export function Page({ title, tab, footer, children }: PageProps): ReactNode {
  const text = useT()(title)
  useTitle(text)
  const language = useLanguage()
  return (
    <ConfigProvider locale={language === 'en' ? enUS : zhCN}>
      <View className={`page ${tab ? 'page--tab' : ''} ${footer ? 'page--footer' : ''}`}>
        {!isWeapp && <Header title={text} withBack={!tab} />}
        <View className="page__body">{children}</View>
        {footer && <View className="page__footer">{footer}</View>}
        {tab && <TabBar current={tab} />}
      </View>
    </ConfigProvider>
  )
}

/** Sets the title of this page only while it is the one on screen: tab pages stay alive behind. */
function useTitle(text: string): void {
  const shown = useRef(true)
  const set = () => void Taro.setNavigationBarTitle({ title: text })
  useDidShow(() => {
    shown.current = true
    set()
  })
  useDidHide(() => {
    shown.current = false
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: `set` is new each time; the text decides.
  useEffect(() => {
    if (shown.current) set()
  }, [text])
}
