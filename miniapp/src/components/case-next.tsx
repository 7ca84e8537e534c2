// What a case waits for, in words for the shopper: what is going on, whose turn it is, until when, and
// what happens if nobody acts.
import type { AftersaleSummary } from '@shouhou/shared/contract/aftersale-views'
import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { useT, wordFor } from '../i18n/index.ts'
import { formatNear } from '../i18n/time.ts'
import './case-next.scss'
import { Countdown, useNow } from './countdown.tsx'

interface CaseNextProps {
  readonly status: AftersaleSummary['status']
  readonly deadline: AftersaleSummary['deadline']
  /** Leaves out what happens if nobody acts. */
  readonly short?: boolean
}

export function CaseNext({ status, deadline, short = false }: CaseNextProps): ReactNode {
  const t = useT()
  const now = useNow(deadline !== null)
  return (
    <View className="case-next">
      <Text className="case-next__now">{wordFor('now.', status)}</Text>
      {deadline && (
        <View className="case-next__turn">
          <Text>
            {deadline.paused
              ? t('turn.paused')
              : t(`turn.${deadline.waitsFor}`, { time: formatNear(deadline.dueAt, now, t) })}
          </Text>
          {!deadline.paused && <Countdown dueAt={deadline.dueAt} />}
        </View>
      )}
      {!short && deadline?.ifNobodyActs && !deadline.paused && (
        <Text className="case-next__else">
          {silenceText(deadline.ifNobodyActs, deadline.leadsTo ?? '')}
        </Text>
      )}
    </View>
  )
}

/** What happens if nobody acts; where it leads makes a difference for some commands only. */
export function silenceText(command: string, leadsTo: string): string {
  const exact = `${command}.${leadsTo}`
  const words = wordFor('else.', exact)
  return words === exact ? wordFor('else.', command) : words
}
