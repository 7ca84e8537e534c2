// Approving the ticked cases: what it will do before, what became of each after.
import type { AftersaleSummary } from '@shouhou/shared/contract/aftersale-views'
import { formatFen } from '@shouhou/shared/domain/money'
import { Text, View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { Button } from '../../../components/button.tsx'
import { Money } from '../../../components/money.tsx'
import { Sheet } from '../../../components/sheet.tsx'
import { errorText } from '../../../i18n/error-text.ts'
import { useT, wordFor } from '../../../i18n/index.ts'
import { type BatchPlan, planOf } from './batch-plan.ts'
import { type Outcome, useBatch } from './use-batch.ts'
import type { Queue } from './use-queue.ts'

interface BatchBarProps {
  readonly queue: Queue
  readonly ticks: ReadonlySet<string>
}

export function BatchBar({ queue, ticks }: BatchBarProps): ReactNode {
  const t = useT()
  const [plan, setPlan] = useState<BatchPlan | null>(null)
  const chosen = planOf(queue.items.filter(({ id }) => ticks.has(id)))
  return (
    <View className="queue-batch">
      <Text className="queue-batch__words">{t('queue.ticked', { n: ticks.size })}</Text>
      <Button onPress={queue.tickAll}>{t('queue.tickAll')}</Button>
      <Button tone="primary" disabled={ticks.size === 0} onPress={() => setPlan(chosen)}>
        {t('queue.approveTicked')}
      </Button>
      {plan && (
        <BatchSheet
          plan={plan}
          onClose={(done) => {
            setPlan(null)
            if (done) queue.batch(false)
          }}
        />
      )}
    </View>
  )
}

interface BatchSheetProps {
  readonly plan: BatchPlan
  readonly onClose: (done: boolean) => void
}

function BatchSheet({ plan, onClose }: BatchSheetProps): ReactNode {
  const t = useT()
  const { outcomes, isRunning, run } = useBatch()
  const states = plan.go.map(({ id }) => outcomes[id]?.state)
  const count = (state: Outcome['state']) => states.filter((one) => one === state).length
  const begun = states.some((state) => state !== undefined)
  const again = count('unknown')
  const close = () => !isRunning && onClose(begun)
  const amount = `¥${formatFen(plan.sumFen)}`
  const begin = plan.go.length > 0 && (!begun || again > 0 || isRunning)
  return (
    <Sheet
      title={t(begun ? 'batch.result' : 'batch.title')}
      open
      onClose={close}
      footer={
        begin ? (
          <Button tone="primary" block busy={isRunning} onPress={() => void run(plan.go)}>
            {again > 0 && !isRunning
              ? t('batch.again', { n: again })
              : t('batch.go', { n: plan.go.length, amount })}
          </Button>
        ) : (
          <Button tone="primary" block onPress={close}>
            {t('close')}
          </Button>
        )
      }
    >
      <View className="queue-batch__sum">
        <Text>
          {begun
            ? t('batch.counts', {
                done: count('done'),
                changed: count('changed'),
                refused: count('refused') + again,
              })
            : t('batch.count', { n: plan.go.length })}
        </Text>
        <Money fen={plan.sumFen} size="l" />
      </View>
      {!begun && plan.go.length > 0 && <Text>{t('batch.sure')}</Text>}
      {plan.go.map((kase) => (
        <Line key={kase.id} kase={kase} outcome={outcomes[kase.id]} />
      ))}
      {plan.look.length > 0 && (
        <>
          <Text className="queue-batch__part">{t('batch.look', { n: plan.look.length })}</Text>
          {plan.look.map(({ kase, why }) => (
            <Line key={kase.id} kase={kase} why={why} />
          ))}
        </>
      )}
    </Sheet>
  )
}

interface LineProps {
  readonly kase: AftersaleSummary
  readonly outcome?: Outcome | undefined
  /** Rules that want a person to look. */
  readonly why?: readonly string[]
}

function Line({ kase, outcome, why = [] }: LineProps): ReactNode {
  const t = useT()
  const reason = outcome && 'error' in outcome ? errorText(outcome.error, t) : ''
  const words = [...why.map((rule) => wordFor('look.', rule)), reason].filter(Boolean)
  return (
    <View className="queue-batch__case">
      <View className="queue-batch__name">
        <Text>{[kase.no, kase.shopperName].filter(Boolean).join(' · ')}</Text>
        {words.length > 0 && <Text className="queue-batch__why">{words.join(t('semicolon'))}</Text>}
      </View>
      {kase.type !== 'EXCHANGE' && <Money fen={kase.refundFen} />}
      {outcome && (
        <Text className={`queue-batch__state queue-batch__state--${outcome.state}`}>
          {t(`batch.${outcome.state}`)}
        </Text>
      )}
    </View>
  )
}
