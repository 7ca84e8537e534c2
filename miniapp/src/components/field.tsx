// One question of a form: its label, the control, what is wrong with the answer.
import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { isWeapp } from '../platform/target.ts'
import './field.scss'

interface FieldProps {
  readonly label: string
  readonly hint?: string
  readonly error?: string | undefined
  /** Without a frame, for controls that bring their own. */
  readonly bare?: boolean
  readonly children: ReactNode
}

export function Field({ label, hint, error, bare = false, children }: FieldProps): ReactNode {
  // In the browser a label names the input inside it, and a tap on its words goes there.
  const Frame = isWeapp || bare ? View : 'label'
  return (
    <Frame className={`field ${error ? 'field--bad' : ''}`}>
      <Text className="field__label">{label}</Text>
      <View className={bare ? '' : 'field__control'}>{children}</View>
      {error && <Text className="field__error">{`✕ ${error}`}</Text>}
      {hint && !error && <Text className="field__hint">{hint}</Text>}
    </Frame>
  )
}
