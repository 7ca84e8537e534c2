// Words typed by staff, as long as the contract allows.
import { TextArea } from '@nutui/nutui-react-taro'
import { LIMITS } from '@shouhou/shared/domain/limits'
import type { ReactNode } from 'react'
import { Field } from '../../components/field.tsx'

interface WordsFieldProps {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly placeholder?: string
  readonly hint?: string
  /** Most UTF-16 code units. */
  readonly max?: number
  readonly error?: string | undefined
}

export function WordsField(props: WordsFieldProps): ReactNode {
  const { label, value, onChange, placeholder = '', hint, error } = props
  const max = props.max ?? LIMITS.reasonTextLength
  return (
    <Field label={label} error={error} {...(hint ? { hint } : {})}>
      <TextArea
        value={value}
        onChange={onChange}
        maxLength={max}
        placeholder={placeholder}
        showCount
        autoSize
      />
    </Field>
  )
}
