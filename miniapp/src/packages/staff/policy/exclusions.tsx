// Categories without the seven-day return, each with the ground the law knows for it.
import { Input } from '@nutui/nutui-react-taro'
import { EXCLUSION_GROUNDS, type ExclusionGround } from '@shouhou/shared/domain/aftersale-policy'
import { Text } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { Button } from '../../../components/button.tsx'
import { Card, Row } from '../../../components/card.tsx'
import { Chips } from '../../../components/chips.tsx'
import { Field } from '../../../components/field.tsx'
import { Sheet } from '../../../components/sheet.tsx'
import { clauseText } from '../../../i18n/clause.ts'
import { useT } from '../../../i18n/index.ts'
import { LONGEST_CATEGORY, MOST_EXCLUSIONS } from './draft.ts'
import type { PolicyForm } from './form.ts'

export function Exclusions({ form }: { readonly form: PolicyForm }): ReactNode {
  const t = useT()
  const { document, problemAt, disabled } = form
  const { exclusions } = document
  const [open, setOpen] = useState<number | null>(null)
  return (
    <Card title={t('deskPolicy.exclusions')}>
      <Text className="policy__about">
        {t('deskPolicy.exclusionsAbout', { clause: clauseText('seven-day-7', t) })}
      </Text>
      {exclusions.map(({ category, ground }, index) => (
        <Exclusion
          // biome-ignore lint/suspicious/noArrayIndexKey: rows have no other identity while typed.
          key={index}
          category={category}
          ground={ground}
          problem={problemAt(`/exclusions/${index}`)}
          onPress={() => !disabled && setOpen(index)}
        />
      ))}
      {!disabled && exclusions.length < MOST_EXCLUSIONS && (
        <Button onPress={() => setOpen(exclusions.length)}>{t('deskPolicy.addExclusion')}</Button>
      )}
      {open !== null && (
        <ExclusionSheet key={open} form={form} index={open} onClose={() => setOpen(null)} />
      )}
    </Card>
  )
}

interface ExclusionProps {
  readonly category: string
  readonly ground: ExclusionGround
  readonly problem: string | undefined
  readonly onPress: () => void
}

function Exclusion({ category, ground, problem, onPress }: ExclusionProps): ReactNode {
  const t = useT()
  return (
    <>
      <Row label={category} value={t(`ground.${ground}`)} onPress={onPress} />
      {problem && <Text className="policy__bad">{`✕ ${problem}`}</Text>}
    </>
  )
}

interface ExclusionSheetProps {
  readonly form: PolicyForm
  /** The one being edited; as many as there are for a new one. */
  readonly index: number
  readonly onClose: () => void
}

function ExclusionSheet({ form, index, onClose }: ExclusionSheetProps): ReactNode {
  const t = useT()
  const { document, set } = form
  const { exclusions } = document
  const stored = exclusions[index]
  const [category, setCategory] = useState(stored?.category ?? '')
  const [ground, setGround] = useState<ExclusionGround>(stored?.ground ?? EXCLUSION_GROUNDS[0])
  const put = (next: readonly (typeof exclusions)[number][]) => {
    set({ ...document, exclusions: [...next] })
    onClose()
  }
  const edited = { category: category.trim(), ground }
  const save = () =>
    put(stored ? exclusions.map((one, i) => (i === index ? edited : one)) : [...exclusions, edited])
  return (
    <Sheet
      title={t('deskPolicy.exclusion')}
      open
      onClose={onClose}
      footer={
        <>
          {stored && (
            <Button tone="danger" onPress={() => put(exclusions.filter((_one, i) => i !== index))}>
              {t('remove')}
            </Button>
          )}
          <Button tone="primary" block disabled={edited.category === ''} onPress={save}>
            {t('ok')}
          </Button>
        </>
      }
    >
      <Field label={t('deskPolicy.category')} hint={t('deskPolicy.categoryHint')}>
        <Input value={category} maxLength={LONGEST_CATEGORY} onChange={setCategory} />
      </Field>
      <Field label={t('deskPolicy.ground')} bare>
        <Chips
          chips={EXCLUSION_GROUNDS.map((value) => ({ value, label: t(`ground.${value}`) }))}
          chosen={[ground]}
          onPress={setGround}
        />
      </Field>
    </Sheet>
  )
}
