// The end of a list that grows page by page: loads on when reached, says when that is all.
import { Text, View } from '@tarojs/components'
import { useReachBottom } from '@tarojs/taro'
import type { ReactNode } from 'react'
import { useT } from '../i18n/index.ts'
import { Button } from './button.tsx'
import './more.scss'

interface MoreProps {
  /** The answer of usePages. */
  readonly query: {
    readonly hasNextPage: boolean
    readonly isFetchingNextPage: boolean
    readonly fetchNextPage: () => unknown
  }
}

export function More({ query }: MoreProps): ReactNode {
  const t = useT()
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = query
  const next = () => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage()
  }
  useReachBottom(next)
  return (
    <View className="more">
      {hasNextPage ? (
        <Button busy={isFetchingNextPage} onPress={next}>
          {t('more')}
        </Button>
      ) : (
        <Text>{t('noMore')}</Text>
      )}
    </View>
  )
}
