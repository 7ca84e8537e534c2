// Start-up: the query client for all pages, the network watch, the live channel while somebody is signed
// in and the app is in front, the shop from the entry link.
import { QueryClientProvider } from '@tanstack/react-query'
import Taro, { useDidHide, useDidShow, useLaunch } from '@tarojs/taro'
import { createElement, type PropsWithChildren, type ReactNode, useEffect } from 'react'
import { watchAnswers } from './api/last-known.ts'
import { startLive, stopLive } from './api/live.ts'
import { queryClient, setInFront, watchNetwork } from './api/query.ts'
import { chooseShop, useSession } from './api/session.ts'
import './app.scss'
import { speakAria } from './platform/aria.ts'
import { isWeapp } from './platform/target.ts'

watchNetwork()
speakAria()
watchAnswers(queryClient)

/** Letters, digits and dashes: the form of a shop's slug. Anything else in a link is ignored. */
const SLUG = /^[a-z0-9][a-z0-9-]{1,39}$/

/** The root component; Taro demands a default export. */
export default function App({ children }: PropsWithChildren): ReactNode {
  const person = useSession((state) => state.session?.me.id)

  useLaunch(({ query }) => {
    // In the web page the link is `/?shop=…`, in front of Taro's own part of the address.
    const search = isWeapp ? null : new URLSearchParams(window.location.search)
    const shop = query?.shop ?? search?.get('shop')
    if (typeof shop === 'string' && SLUG.test(shop)) chooseShop(shop)
    if (isWeapp) {
      const update = Taro.getUpdateManager()
      update.onUpdateReady(() => update.applyUpdate())
    }
  })

  useEffect(() => {
    // Nobody sees answers that were meant for somebody else.
    queryClient.clear()
    if (person) startLive()
    return stopLive
  }, [person])

  useDidShow(() => {
    setInFront(true)
    if (useSession.getState().session) startLive()
  })
  useDidHide(() => {
    setInFront(false)
    stopLive()
  })

  return createElement(QueryClientProvider, { client: queryClient }, children)
}
