// Whose turn it is and how long they have: `等商家处理 · 剩余 3 小时`. Late is said in a word, not by colour alone.
import type { AftersaleSummary } from '@shouhou/shared/contract/aftersale-views'
import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Countdown } from '../../components/countdown.tsx'
import { useT } from '../../i18n/index.ts'
import './due.scss'

type Deadline = NonNullable<AftersaleSummary['deadline']>

export function Due({ deadline }: { readonly deadline: Deadline }): ReactNode {
  const t = useT()
  const { waitsFor, dueAt, paused } = deadline
  return (
    <View className="due">
      <Text className={`due__who due__who--${waitsFor}`}>{t(`waits.${waitsFor}`)}</Text>
      <Countdown dueAt={dueAt} paused={paused} />
    </View>
  )
}
