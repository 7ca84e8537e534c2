// The bar at the bottom edge. Ours, so that the desk is offered to staff only, on both platforms.
import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { useIsStaff } from '../api/session.ts'
import { useT } from '../i18n/index.ts'
import { openPage } from '../pages.ts'
import { Icon } from './icon.tsx'
import './tab-bar.scss'
import { UnreadBadge } from './unread-badge.tsx'

const TABS = [
  { name: 'home', page: 'home', word: 'tab.home', icon: 'home' },
  { name: 'cases', page: 'cases', word: 'tab.cases', icon: 'case' },
  { name: 'bot', page: 'bot', word: 'tab.bot', icon: 'chat' },
  { name: 'staff', page: 'desk', word: 'tab.staff', icon: 'store' },
  { name: 'me', page: 'me', word: 'tab.me', icon: 'user' },
] as const
/** People of the shop have a desk; the pages of shoppers are not for them. */
const OF_STAFF: readonly TabName[] = ['staff', 'me']
export type TabName = (typeof TABS)[number]['name']

export function TabBar({ current }: { readonly current: TabName }): ReactNode {
  const t = useT()
  const isStaff = useIsStaff()
  return (
    <View className="tab-bar" ariaRole="tablist">
      {TABS.filter(({ name }) => (isStaff ? OF_STAFF.includes(name) : name !== 'staff')).map(
        ({ name, page, word, icon }) => (
          <View
            key={name}
            className={`tab-bar__tab ${name === current ? 'tab-bar__tab--lit' : ''}`}
            ariaRole="tab"
            aria-selected={name === current ? 'true' : 'false'}
            onClick={() => name !== current && openPage(page)}
          >
            <View className="tab-bar__icon">
              <Icon name={icon} size="l" />
              {name === 'me' && <UnreadBadge />}
            </View>
            <Text className="tab-bar__word">{t(word)}</Text>
          </View>
        ),
      )}
    </View>
  )
}
