// Where an entry belongs: one of the usual categories, or a word of the shop's own.
import { Input } from '@nutui/nutui-react-taro'
import { LIMITS } from '@shouhou/shared/domain/limits'
import { type ReactNode, useState } from 'react'
import { Chips } from '../../../components/chips.tsx'
import { Field } from '../../../components/field.tsx'
import { useT } from '../../../i18n/index.ts'

/** Those of the entries a new shop starts with. */
const USUAL = [
  'applying',
  'conditions',
  'sending',
  'refunds',
  'exchange-repair',
  'problems',
  'orders',
  'service',
] as const
type Usual = (typeof USUAL)[number]

interface CategoryFieldProps {
  readonly category: string
  readonly disabled: boolean
  readonly onChange: (category: string) => void
}

export function CategoryField({ category, disabled, onChange }: CategoryFieldProps): ReactNode {
  const t = useT()
  const isUsual = USUAL.includes(category as Usual)
  const [own, setOwn] = useState(category !== '' && !isUsual)
  const chips = [...USUAL, 'OWN' as const].map((value) => ({
    value,
    label: t(`faqCategory.${value}`),
    disabled,
  }))
  const choose = (value: Usual | 'OWN') => {
    setOwn(value === 'OWN')
    onChange(value === 'OWN' ? '' : value)
  }
  return (
    <>
      <Field label={t('deskFaqEntry.category')} bare>
        <Chips
          chips={chips}
          chosen={own ? ['OWN'] : isUsual ? [category as Usual] : []}
          onPress={choose}
        />
      </Field>
      {own && (
        <Field label={t('deskFaqEntry.ownCategory')}>
          <Input
            value={category}
            maxLength={LIMITS.nameLength}
            disabled={disabled}
            onChange={onChange}
          />
        </Field>
      )}
    </>
  )
}
