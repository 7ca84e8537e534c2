// One rule as a sentence with its value inside, to be changed where it stands; what is wrong with it and
// what it was before stand below.
import { Input, Text, View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import './sentence.scss'

interface SentenceProps {
  /** Words before and after the value. */
  readonly words: readonly [string, string]
  readonly children: ReactNode
  readonly error?: string | undefined
  /** What the rules allow. */
  readonly hint?: string
  /** How it read before it was changed here. */
  readonly before?: string | null
}

export function Sentence({ words, children, error, hint, before }: SentenceProps): ReactNode {
  const [head, tail] = words
  return (
    <View className={`sentence ${before ? 'sentence--changed' : ''}`}>
      <View className="sentence__line">
        <Text>{head}</Text>
        {children}
        <Text>{tail}</Text>
      </View>
      {error ? (
        <Text className="sentence__bad">{`✕ ${error}`}</Text>
      ) : (
        hint && <Text className="sentence__hint">{hint}</Text>
      )}
      {before && <Text className="sentence__before">{before}</Text>}
    </View>
  )
}

interface SlotProps {
  /** What it is, for those who do not see the sentence around it. */
  readonly label: string
  readonly value: number
  /** NaN for what is no value. */
  readonly parse: (text: string) => number
  readonly format: (value: number) => string
  readonly onChange: (value: number) => void
  readonly bad: boolean
  readonly disabled: boolean
}

/** The value inside a sentence. */
export function Slot(props: SlotProps): ReactNode {
  const { label, value, parse, format, onChange, bad, disabled } = props
  const [text, setText] = useState(() => (Number.isFinite(value) ? format(value) : ''))
  // Set from outside (loaded anew, another unit): show that instead of what was typed.
  const shown = Number.isFinite(value) && parse(text) !== value ? format(value) : text
  return (
    <Input
      className={`sentence__slot ${bad ? 'sentence__slot--bad' : ''}`}
      style={{ width: `${Math.max(2, shown.length) + 2}ch` }}
      type="digit"
      value={shown}
      placeholder={label}
      aria-label={label}
      maxlength={12}
      disabled={disabled}
      onInput={(event) => {
        setText(event.detail.value)
        onChange(parse(event.detail.value))
      }}
    />
  )
}
