// Every yuan of the refund with its reason, less of it for those who want less, and how it is decided.
import { Input } from '@nutui/nutui-react-taro'
import type { Quote } from '@shouhou/shared/contract/aftersale-views'
import { formatFen } from '@shouhou/shared/domain/money'
import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Button } from '../../../components/button.tsx'
import { DecisionView } from '../../../components/decision.tsx'
import { Field } from '../../../components/field.tsx'
import { Money } from '../../../components/money.tsx'
import { RefundParts } from '../../../components/refund-parts.tsx'
import { Sheet } from '../../../components/sheet.tsx'
import { useT } from '../../../i18n/index.ts'
import type { PickerProps } from './line-picker.tsx'

interface RefundSheetProps extends PickerProps {
  readonly quote: Quote
  readonly wrong: string
  readonly open: boolean
  readonly onClose: () => void
}

export function RefundSheet(props: RefundSheetProps): ReactNode {
  const { subject, application, quote, wrong, open, onChange, onClose } = props
  const t = useT()
  const { type, wantText } = application
  const names: Record<string, string> = {}
  for (const { id, name } of subject.order.lines) names[id] = name
  for (const { ref, name } of subject.order.gifts) names[ref] = name
  const ok = (
    <Button tone="primary" block onPress={onClose}>
      {t('ok')}
    </Button>
  )
  return (
    <Sheet title={t('quote.title')} open={open} onClose={onClose} footer={ok}>
      {type === 'EXCHANGE' ? (
        <Text>{t('quote.exchange')}</Text>
      ) : (
        <>
          <View className="apply__amount">
            <Text>{t('quote.refund')}</Text>
            <Money fen={quote.refundFen} size="l" />
          </View>
          <RefundParts parts={quote.parts} names={names} explained />
          <Text className="apply__note">{t('quote.way')}</Text>
        </>
      )}
      {type !== 'REFUND_ONLY' && (
        <Text className="apply__note">{t(`quote.carriage.${quote.freightPayer}`)}</Text>
      )}
      {type !== 'EXCHANGE' && (
        <View className="apply__want">
          <Field label={t('quote.want')} hint={t('quote.wantHint')} error={wrong || undefined}>
            <Input
              type="digit"
              value={wantText}
              placeholder={formatFen(quote.refundFen)}
              onChange={(text) => onChange({ wantText: text })}
            />
          </Field>
        </View>
      )}
      <Text className="apply__question">{t('quote.decision')}</Text>
      <DecisionView decision={quote.decision} />
    </Sheet>
  )
}
