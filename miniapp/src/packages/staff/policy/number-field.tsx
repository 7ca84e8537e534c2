// One setting that is a number: a sentence, the number, its unit, and what is wrong with it.
import { Input } from '@nutui/nutui-react-taro'
import { Text, View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { Field } from '../../../components/field.tsx'
import { NO_NUMBER } from './draft.ts'
import './number-field.scss'

interface NumberFieldProps {
  readonly label: string
  /** A word, or a choice of words. */
  readonly unit: ReactNode
  readonly value: number
  /** NaN while what is typed is no whole number. */
  readonly onChange: (value: number) => void
  readonly hint?: string
  readonly error?: string | undefined
  readonly disabled?: boolean
}

export function NumberField(props: NumberFieldProps): ReactNode {
  const { label, unit, value, onChange, hint, error, disabled = false } = props
  const [text, setText] = useState(Number.isFinite(value) ? String(value) : '')
  // Set from outside (loaded anew, another unit): show that instead of what was typed.
  const shown = Number.isFinite(value) && Number(text) !== value ? String(value) : text
  const change = (next: string) => {
    setText(next)
    onChange(/^\d{1,9}$/.test(next.trim()) ? Number(next) : NO_NUMBER)
  }
  return (
    <Field label={label} error={error} bare {...(hint ? { hint } : {})}>
      <View className={`number-field ${error ? 'number-field--bad' : ''}`}>
        <View className="number-field__number">
          <Input type="number" value={shown} disabled={disabled} onChange={change} />
        </View>
        {typeof unit === 'string' ? <Text className="number-field__unit">{unit}</Text> : unit}
      </View>
    </Field>
  )
}
