// The bar that stays in view: what comes back, who would decide until when, and the button.
import type { Quote } from '@shouhou/shared/contract/aftersale-views'
import { Text, View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { Button } from '../../../components/button.tsx'
import { Money } from '../../../components/money.tsx'
import { type Translate, useT } from '../../../i18n/index.ts'
import { formatNear } from '../../../i18n/time.ts'
import { serverNow } from '../../../platform/server-clock.ts'
import { wantedFen } from './application.ts'
import type { PickerProps } from './line-picker.tsx'
import { RefundSheet } from './refund-sheet.tsx'
import './send-bar.scss'
import type { QuoteAnswer } from './use-quote.ts'

interface SendBarProps extends PickerProps {
  readonly quote: QuoteAnswer
  /** What keeps it from being sent, or what went wrong; said once the shopper has tried. */
  readonly wrong: string
  readonly wrongAmount: string
  readonly isSending: boolean
  readonly onSend: () => void
}

const SHAPES = { approve: '✓', review: '◔', refuse: '!' } as const

export function SendBar(props: SendBarProps): ReactNode {
  const { subject, quote, wrong, wrongAmount, isSending, onSend } = props
  const t = useT()
  const [open, setOpen] = useState(false)
  const { data } = quote
  const verdict = data?.decision.verdict
  return (
    <>
      <View className="page__footer send-bar">
        {wrong ? (
          <Text className="send-bar__wrong">{`✕ ${wrong}`}</Text>
        ) : (
          data &&
          verdict && (
            <Text className={`send-bar__preview send-bar__preview--${verdict}`}>
              {`${SHAPES[verdict]} ${preview(data, t)}`}
            </Text>
          )
        )}
        <View className="send-bar__row">
          <View
            className={`send-bar__amount ${quote.isOld && data ? 'send-bar__amount--old' : ''}`}
            ariaRole="button"
            onClick={() => data && setOpen(true)}
          >
            <View className="send-bar__label">
              <Text>{t('quote.refund')}</Text>
              {data && <Text className="send-bar__more">{`${t('quote.explain')} ›`}</Text>}
            </View>
            <Amount {...props} />
          </View>
          <Button tone="primary" busy={isSending} onPress={onSend}>
            {subject.original ? t('apply.sendChange') : t('apply.send')}
          </Button>
        </View>
      </View>
      {data && (
        <RefundSheet
          {...props}
          quote={data}
          wrong={wrongAmount}
          open={open}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  )
}

function Amount({ application, quote: { data } }: SendBarProps): ReactNode {
  const t = useT()
  if (application.type === 'EXCHANGE') {
    return <Text className="send-bar__none">{t('quote.exchangeShort')}</Text>
  }
  if (!data) return <Text className="send-bar__none">{t('quote.afterReason')}</Text>
  return <Money fen={wantedFen(application) ?? data.refundFen} size="l" />
}

function preview({ decision, answerBy }: Quote, t: Translate): string {
  if (decision.verdict !== 'review') return t(`quote.preview.${decision.verdict}`)
  if (!answerBy) return t('quote.preview.review')
  return t('quote.preview.reviewBy', { time: formatNear(answerBy, serverNow(), t) })
}
