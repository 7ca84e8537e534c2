// How many notices wait unread: a small number, nothing when there are none.
import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { useMe } from '../api/session.ts'
import { useApi } from '../hooks/use-api.ts'
import { useT } from '../i18n/index.ts'
import './unread-badge.scss'

export function Unread({ count }: { readonly count: number }): ReactNode {
  const t = useT()
  if (count === 0) return null
  return (
    <View className="unread" ariaRole="img" ariaLabel={t('inbox.unread', { n: count })}>
      <Text>{count > 99 ? '99+' : String(count)}</Text>
    </View>
  )
}

/** Of the person who is signed in. */
export function UnreadBadge(): ReactNode {
  const me = useMe()
  const hasInbox = me !== null && me.role !== 'arbiter'
  const { data } = useApi('GET /me/notice-count', {}, { enabled: hasInbox })
  return <Unread count={hasInbox ? (data?.unread ?? 0) : 0} />
}
