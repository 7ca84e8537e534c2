// Offering other terms: another type, another amount, keeping the goods, or calling it off.
import {
  OFFERED_TYPES,
  type OfferedType,
  type OfferKind,
} from '@shouhou/shared/domain/aftersale-types'
import { type ReactNode, useState } from 'react'
import { AmountInput } from '../../../../components/amount-input.tsx'
import { Chips } from '../../../../components/chips.tsx'
import { Field } from '../../../../components/field.tsx'
import { fieldError } from '../../../../i18n/error-text.ts'
import { useT, wordFor } from '../../../../i18n/index.ts'
import { ActSheet } from '../act-sheet.tsx'
import { amountOf, kindsOf, typesOf } from '../offer-rules.ts'
import { type Scene, seen, target, useAct } from '../scene.ts'
import { WordsFor } from '../words-for.tsx'

export function Offer({ scene }: { readonly scene: Scene }): ReactNode {
  const t = useT()
  const { facts } = scene
  const [kind, setKind] = useState<OfferKind | null>(null)
  const [chosenType, setType] = useState<OfferedType | null>(null)
  const [fen, setFen] = useState<number | null>(null)
  const [text, setText] = useState('')
  const act = useAct('POST /aftersales/:id/offer', scene)
  const type = kind === 'CHANGE_TYPE' ? chosenType : null
  const amount = amountOf(facts, kind, type)
  const ready =
    kind !== null &&
    (kind !== 'CHANGE_TYPE' || type !== null) &&
    (amount !== 'needed' || (fen !== null && fen > 0)) &&
    text.trim() !== ''
  const terms = {
    ...(type ? { type } : {}),
    ...(amount !== 'none' && fen !== null && fen > 0 ? { amountFen: fen } : {}),
  }
  const submit = () => {
    if (kind === null) return
    const body = { ...seen(scene), kind, ...terms, text: text.trim() }
    act.mutate({ params: target(scene), body })
  }
  return (
    <ActSheet
      command="offer"
      scene={scene}
      input={{ offer: { kind: kind ?? 'CANCEL', ...(type ? { type } : {}) } }}
      act={act}
      ready={ready}
      onSubmit={submit}
    >
      <Field label={t('deskOffer.kind')} bare>
        <Chips
          chips={kindsOf(facts).map((value) => ({ value, label: t(`offerKind.${value}`) }))}
          chosen={kind ? [kind] : []}
          onPress={setKind}
        />
      </Field>
      {kind === 'CHANGE_TYPE' && (
        <Field label={t('deskOffer.type')} bare>
          <Chips
            chips={typesOf(facts, OFFERED_TYPES).map((value) => ({
              value,
              label: wordFor('type.', value),
            }))}
            chosen={type ? [type] : []}
            onPress={setType}
          />
        </Field>
      )}
      {amount !== 'none' && (
        <Field
          label={amount === 'needed' ? t('deskOffer.amount') : t('deskOffer.amountOptional')}
          hint={amount === 'needed' ? '' : t('deskOffer.amountHint')}
          error={fieldError(act.error, '/amountFen')}
        >
          <AmountInput fen={fen} onChange={setFen} />
        </Field>
      )}
      <WordsFor
        act="offer"
        label={t('ask.toShopper')}
        value={text}
        onChange={setText}
        placeholder={t('deskOffer.example')}
      />
    </ActSheet>
  )
}
