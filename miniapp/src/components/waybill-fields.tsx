// A waybill: paste the number, the carrier is recognised; choose it where several fit.
import { Input } from '@nutui/nutui-react-taro'
import {
  CARRIERS,
  type Carrier,
  checkWaybill,
  recogniseCarrier,
  tidyWaybill,
} from '@shouhou/shared/domain/waybill'
import { type ReactNode, useState } from 'react'
import { useT, wordFor } from '../i18n/index.ts'
import { Chips } from './chips.tsx'
import { Field } from './field.tsx'
import { WaybillHelps } from './waybill-helps.tsx'

export interface WaybillEntry {
  readonly text: string
  readonly carrier: Carrier | null
  /** What to send, or null while number and carrier do not fit each other. */
  readonly ready: { readonly carrier: Carrier; readonly waybillNo: string } | null
  readonly problem: 'waybill-malformed' | 'waybill-of-other-carrier' | null
  setText(text: string): void
  choose(carrier: Carrier): void
}

/** The state of one waybill form. */
export function useWaybill(): WaybillEntry {
  const [text, setText] = useState('')
  const [chosen, choose] = useState<Carrier | null>(null)
  const fits = recogniseCarrier(text)
  const carrier = chosen ?? fits[0] ?? null
  const check = checkWaybill(carrier ?? 'OTHER', text)
  return {
    text,
    carrier,
    ready: carrier && check.ok ? { carrier, waybillNo: check.waybill } : null,
    problem: check.ok || text === '' ? null : check.code,
    setText: (next) => {
      setText(next)
      // Another number may be another carrier's: what was chosen for the old one is let go.
      if (tidyWaybill(next) !== tidyWaybill(text)) choose(null)
    },
    choose,
  }
}

interface WaybillFieldsProps {
  readonly waybill: WaybillEntry
  /** What the server said about the number. */
  readonly error?: string | undefined
}

export function WaybillFields({ waybill, error }: WaybillFieldsProps): ReactNode {
  const t = useT()
  const { text, carrier, problem } = waybill
  const fits = recogniseCarrier(text)
  const ordered = [...fits, ...CARRIERS.filter((one) => !fits.includes(one))]
  return (
    <>
      <Field
        label={t('waybill.number')}
        hint={t('waybill.hint')}
        error={error ?? (problem ? t(problem) : undefined)}
      >
        <Input value={text} placeholder={t('waybill.placeholder')} onChange={waybill.setText} />
      </Field>
      <WaybillHelps onText={waybill.setText} />
      <Field label={t('waybill.carrier')} bare>
        <Chips
          chips={ordered.map((value) => ({ value, label: wordFor('carrier.', value) }))}
          chosen={carrier ? [carrier] : []}
          onPress={waybill.choose}
        />
      </Field>
    </>
  )
}
