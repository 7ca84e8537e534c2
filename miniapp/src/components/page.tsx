// The frame of every page: title in the person's language, NutUI's own words, room for a fixed bar below.
import { ConfigProvider } from '@nutui/nutui-react-taro'
import enUS from '@nutui/nutui-react-taro/dist/es/locales/en-US'
import zhCN from '@nutui/nutui-react-taro/dist/es/locales/zh-CN'
import { View } from '@tarojs/components'
import Taro, { useDidHide, useDidShow } from '@tarojs/taro'
import { type ReactNode, useEffect, useRef } from 'react'
import { type PlainKey, useLanguage, useT } from '../i18n/index.ts'
import { type Look, lookClass, paintFrame, useLook } from '../platform/look.ts'
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
  const look = useLook()
  useFrame(text, look)
  const language = useLanguage()
  return (
    <ConfigProvider locale={language === 'en' ? enUS : zhCN}>
      <View
        className={`${lookClass(look)} page ${tab ? 'page--tab' : ''} ${footer ? 'page--footer' : ''}`}
      >
        {!isWeapp && <Header title={text} withBack={!tab} />}
        <View className="page__body">{children}</View>
        {footer && <View className="page__footer">{footer}</View>}
        {tab && <TabBar current={tab} />}
      </View>
    </ConfigProvider>
  )
}

/**
 * Title and colours of what stands around the page, set only while it is the one on screen: tab pages stay
 * alive behind.
 */
function useFrame(title: string, look: Look): void {
  const shown = useRef(true)
  const set = () => {
    void Taro.setNavigationBarTitle({ title })
    paintFrame(look)
  }
  useDidShow(() => {
    shown.current = true
    set()
  })
  useDidHide(() => {
    shown.current = false
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: `set` is new each time; these decide.
  useEffect(() => {
    if (shown.current) set()
  }, [title, look])
}
