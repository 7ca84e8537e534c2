// An amount as people type it, in yuan; what comes out is whole fen, or null while it is no amount.
import { Input } from '@nutui/nutui-react-taro'
import { type Fen, formatFen, parseYuan } from '@shouhou/shared/domain/money'
import { Text, View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import './amount-input.scss'

interface AmountInputProps {
  /** Shown at the start; later the person's typing stands. */
  readonly fen: Fen | null
  readonly onChange: (fen: Fen | null) => void
  readonly placeholder?: string
}

const plain = (fen: Fen | null): string =>
  fen === null ? '' : formatFen(fen).replace(/,/g, '').replace(/\.00$/, '')

export function AmountInput({ fen, onChange, placeholder = '0.00' }: AmountInputProps): ReactNode {
  const [text, setText] = useState(() => plain(fen))
  const change = (next: string) => {
    setText(next)
    onChange(parseYuan(next))
  }
  return (
    <View className="amount">
      <Text className="amount__unit">¥</Text>
      <Input type="digit" value={text} placeholder={placeholder} onChange={change} />
    </View>
  )
}
