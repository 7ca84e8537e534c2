// A case in the queue, in as few lines as it takes: what, why, how much, whose turn and until when.
import type { AftersaleSummary } from '@shouhou/shared/contract/aftersale-views'
import { Image, Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Money } from '../../../components/money.tsx'
import { useT, wordFor } from '../../../i18n/index.ts'
import { DeskStatus } from '../desk-status.tsx'
import { Due } from '../due.tsx'
import './queue-row.scss'
import { unnamed } from '../../../platform/aria.ts'
import { useSwipe } from './use-swipe.ts'

/** Decisions that can be made from the list. */
export type QuickCommand = 'approve' | 'reject'
export const QUICK: readonly QuickCommand[] = ['approve', 'reject']

interface QueueRowProps {
  readonly aftersale: AftersaleSummary
  /** The one that is open beside the list. */
  readonly current: boolean
  /** Ticked for a batch; null while nothing is being ticked, false when it cannot be. */
  readonly ticked: boolean | null
  readonly onPress: () => void
  readonly onQuick: (command: QuickCommand) => void
}

export function QueueRow(props: QueueRowProps): ReactNode {
  const { aftersale, current, ticked, onPress, onQuick } = props
  const t = useT()
  const quick = QUICK.filter((command) => aftersale.allowedCommands.includes(command))
  const swipe = useSwipe(ticked === null && quick.length > 0)
  const tickable = quick.includes('approve')
  const press = () => (swipe.open ? swipe.close() : onPress())
  return (
    <View
      className={`queue-row ${current ? 'queue-row--current' : ''}`}
      id={`case-${aftersale.id}`}
      {...swipe.touches}
    >
      <View
        className={`queue-row__slide ${swipe.open ? 'queue-row__slide--open' : ''}`}
        ariaRole="button"
        onClick={press}
      >
        {ticked !== null && (
          <View
            className={`queue-row__tick ${ticked ? 'queue-row__tick--on' : ''} ${tickable ? '' : 'queue-row__tick--off'}`}
          >
            <Text>{ticked ? '✓' : ''}</Text>
          </View>
        )}
        <Facts aftersale={aftersale} />
      </View>
      {swipe.open && (
        <View className="queue-row__quick">
          {quick.map((command) => (
            <View
              key={command}
              className={`queue-row__act queue-row__act--${command}`}
              ariaRole="button"
              onClick={() => {
                swipe.close()
                onQuick(command)
              }}
            >
              <Text>{t(`act.${command}`)}</Text>
            </View>
          ))}
        </View>
      )}
    </View>
  )
}

function Facts({ aftersale }: Pick<QueueRowProps, 'aftersale'>): ReactNode {
  const t = useT()
  const { no, orderNo, type, status, reasonCode, goods, refundFen, shopperName } = aftersale
  const { deadline, advice, missedDeadlines } = aftersale
  const who = [shopperName, goods.lines > 1 ? t('goods.more', { n: goods.lines }) : '']
  return (
    <View className="queue-row__facts">
      <View className="queue-row__line">
        <Text className="queue-row__what">
          {`${wordFor('type.', type)} · ${wordFor('reason.', reasonCode)}`}
        </Text>
        {refundFen > 0 && type !== 'EXCHANGE' && <Money fen={refundFen} />}
      </View>
      <View className="queue-row__line queue-row__line--goods">
        {goods.image && (
          <Image
            {...unnamed}
            className="queue-row__image"
            src={goods.image}
            mode="aspectFill"
            lazyLoad
          />
        )}
        <Text className="queue-row__goods">{[goods.name, ...who].filter(Boolean).join(' · ')}</Text>
        <DeskStatus status={status} />
      </View>
      <View className="queue-row__line">
        {deadline ? <Due deadline={deadline} /> : <View />}
        <View className="queue-row__marks">
          {missedDeadlines > 0 && (
            <Text className="queue-row__mark queue-row__mark--late">
              {t('queue.late', { n: missedDeadlines })}
            </Text>
          )}
          {status === 'PENDING_REVIEW' && advice && advice.look.length > 0 && (
            <Text className="queue-row__mark">{t('queue.look')}</Text>
          )}
        </View>
      </View>
      <View className="queue-row__numbers">
        <Text>{no}</Text>
        <Text>{t('order.no', { no: orderNo })}</Text>
      </View>
    </View>
  )
}
