// One setting that is a number: a sentence, the number, its unit, and what is wrong with it.
import { Input } from '@nutui/nutui-react-taro'
import { Text, View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { Field } from '../../../components/field.tsx'
import { isNumber, NO_NUMBER } from './draft.ts'
import './number-field.scss'

interface NumberFieldProps {
  readonly label: string
  readonly unit: string
  readonly value: number
  /** NaN while what is typed is no whole number. */
  readonly onChange: (value: number) => void
  readonly hint?: string
  readonly error?: string | undefined
  readonly disabled?: boolean
}

export function NumberField(props: NumberFieldProps): ReactNode {
  const { label, unit, value, onChange, hint, error, disabled = false } = props
  const [text, setText] = useState(isNumber(value) ? String(value) : '')
  // Set from outside (loaded anew, another unit): show that instead of what was typed.
  const shown = isNumber(value) && Number(text) !== value ? String(value) : text
  const change = (next: string) => {
    setText(next)
    onChange(/^\d{1,9}$/.test(next.trim()) ? Number(next) : NO_NUMBER)
  }
  return (
    <Field label={label} error={error} {...(hint ? { hint } : {})}>
      <View className="number-field">
        <Input type="number" value={shown} disabled={disabled} onChange={change} />
        <Text className="number-field__unit">{unit}</Text>
      </View>
    </Field>
  )
}
