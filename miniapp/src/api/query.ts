// react-query for a phone: when it may ask, when it asks again, and how answers go stale by noun.
import { focusManager, onlineManager, QueryClient } from '@tanstack/react-query'
import Taro from '@tarojs/taro'
import { isWeapp } from '../platform/target.ts'
import { ApiError } from './errors.ts'

/** Answers younger than this are shown without asking again. */
const FRESH_MS = 10_000

export const queryClient = new QueryClient({
  defaultOptions: {
    // Without a network a call fails and the page says so, instead of waiting without a word.
    queries: {
      networkMode: 'always',
      refetchOnReconnect: true,
      staleTime: FRESH_MS,
      // The request wrapper has tried twice already when no answer came; a refusal stays a refusal.
      retry: (failures, error) => error instanceof ApiError && error.status >= 502 && failures < 2,
    },
    mutations: { networkMode: 'always', retry: false },
  },
})

/** The nouns of the contract's paths that pages show and signals name. */
export type Noun =
  | 'aftersales'
  | 'conversations'
  | 'orders'
  | 'refunds'
  | 'today'
  | 'faq'
  | 'policy'
  | 'me'
  | 'staff'
  | 'invitations'
  | 'api-keys'
  | 'ratings'
  | 'exports'
  | 'queue-filters'
  | 'reply-templates'
  | 'notice-templates'

/** Marks every answer under these nouns as old; what is on screen is asked for again. */
export function invalidate(...nouns: readonly string[]): Promise<void> {
  return queryClient.invalidateQueries({
    predicate: ({ queryKey }) => {
      const [, path = ''] = String(queryKey[0]).split(' ')
      return nouns.includes(path.split('/')[1] ?? '')
    },
  })
}

/** Tells react-query about WeChat's network; browsers tell it by themselves. */
export function watchNetwork(): void {
  if (!isWeapp) return
  onlineManager.setEventListener((setOnline) => {
    const report = (status: { isConnected: boolean }) => setOnline(status.isConnected)
    Taro.onNetworkStatusChange(report)
    return () => Taro.offNetworkStatusChange(report)
  })
}

/** The app came to the front or went behind; stale answers are asked for again on return. */
export const setInFront = (inFront: boolean): void => focusManager.setFocused(inFront)
