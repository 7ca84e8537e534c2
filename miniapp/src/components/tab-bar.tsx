// The bar at the bottom edge. Ours, so that the desk is offered to staff only, on both platforms.
import { Home, Order, Service, Store, User } from '@nutui/icons-react-taro'
import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { useIsStaff } from '../api/session.ts'
import { useT } from '../i18n/index.ts'
import { openPage } from '../pages.ts'
import './tab-bar.scss'

const TABS = [
  { name: 'home', page: 'home', word: 'tab.home', Icon: Home },
  { name: 'cases', page: 'cases', word: 'tab.cases', Icon: Order },
  { name: 'bot', page: 'bot', word: 'tab.bot', Icon: Service },
  { name: 'staff', page: 'desk', word: 'tab.staff', Icon: Store },
  { name: 'me', page: 'me', word: 'tab.me', Icon: User },
] as const
export type TabName = (typeof TABS)[number]['name']

export function TabBar({ current }: { readonly current: TabName }): ReactNode {
  const t = useT()
  const isStaff = useIsStaff()
  return (
    <View className="tab-bar">
      {TABS.filter((tab) => isStaff || tab.name !== 'staff').map(({ name, page, word, Icon }) => (
        <View
          key={name}
          className={`tab-bar__tab ${name === current ? 'tab-bar__tab--lit' : ''}`}
          ariaRole="tab"
          ariaLabel={t(word)}
          onClick={() => name !== current && openPage(page)}
        >
          <Icon size={22} />
          <Text className="tab-bar__word">{t(word)}</Text>
        </View>
      ))}
    </View>
  )
}
