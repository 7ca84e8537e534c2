// What the shopper will get back, part by part, and how the request would be decided.
import { Input } from '@nutui/nutui-react-taro'
import type { Quote } from '@shouhou/shared/contract/aftersale-views'
import { formatFen } from '@shouhou/shared/domain/money'
import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Card } from '../../../components/card.tsx'
import { DecisionView } from '../../../components/decision.tsx'
import { Field } from '../../../components/field.tsx'
import { Money } from '../../../components/money.tsx'
import { RefundParts } from '../../../components/refund-parts.tsx'
import { ErrorState, SkeletonList } from '../../../components/states.tsx'
import { Tick } from '../../../components/tick.tsx'
import { useT } from '../../../i18n/index.ts'
import { formatNear } from '../../../i18n/time.ts'
import { serverNow } from '../../../platform/server-clock.ts'
import type { PickerProps } from './line-picker.tsx'
import type { QuoteAnswer } from './use-quote.ts'

interface QuoteCardProps extends PickerProps {
  readonly quote: QuoteAnswer
  /** What is wrong with amount or review, or empty. */
  readonly wrong: string
}

export function QuoteCard(props: QuoteCardProps): ReactNode {
  const t = useT()
  const { data, error, refetch, isAsked } = props.quote
  if (!isAsked) return null
  if (data) return <Answer {...props} data={data} />
  return (
    <Card title={t('quote.title')}>
      {error ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : (
        <SkeletonList rows={1} />
      )}
    </Card>
  )
}

function Answer(props: QuoteCardProps & { readonly data: Quote }): ReactNode {
  const { data, quote, subject, application, wrong, onChange } = props
  const t = useT()
  const names: Record<string, string> = {}
  for (const { id, name } of subject.order.lines) names[id] = name
  const { decision, answerBy, refundFen, parts, freightPayer } = data
  const { type, wantText, humanReview } = application
  const goodsBack = type !== 'REFUND_ONLY'
  return (
    <Card title={t('quote.title')} aside={quote.isOld && <Text>{t('quote.updating')}</Text>}>
      {type === 'EXCHANGE' ? (
        <Text>{t('quote.exchange')}</Text>
      ) : (
        <>
          <View className="apply__amount">
            <Text>{t('quote.refund')}</Text>
            <Money fen={refundFen} size="l" />
          </View>
          <RefundParts parts={parts} names={names} />
          <Field label={t('quote.want')} hint={t('quote.wantHint')}>
            <Input
              type="digit"
              value={wantText}
              placeholder={formatFen(refundFen)}
              onChange={(text) => onChange({ wantText: text })}
            />
          </Field>
        </>
      )}
      {goodsBack && <Text className="apply__note">{t(`quote.carriage.${freightPayer}`)}</Text>}
      <View className="apply__verdict">
        <DecisionView decision={decision} />
        {decision.verdict === 'refuse' && (
          <Tick on={humanReview} onChange={(on) => onChange({ humanReview: on })}>
            {t('quote.askPeople')}
          </Tick>
        )}
        {answerBy && (
          <Text className="apply__note">
            {t('quote.answerBy', { time: formatNear(answerBy, serverNow(), t) })}
          </Text>
        )}
      </View>
      {wrong && <Text className="apply__wrong">{`✕ ${wrong}`}</Text>}
    </Card>
  )
}
