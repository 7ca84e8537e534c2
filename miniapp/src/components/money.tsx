// An amount of fen as people read it: `¥1,234.56`.
import { type Fen, formatFen } from '@shouhou/shared/domain/money'
import { Text } from '@tarojs/components'
import type { ReactNode } from 'react'
import './money.scss'

interface MoneyProps {
  readonly fen: Fen
  readonly size?: 'm' | 'l'
  /** Writes `+` before what is added; a deduction shows its minus in any case. */
  readonly signed?: boolean
}

export function Money({ fen, size = 'm', signed = false }: MoneyProps): ReactNode {
  const sign = fen < 0 ? '-' : signed && fen > 0 ? '+' : ''
  return <Text className={`money money--${size}`}>{`${sign}¥${formatFen(Math.abs(fen))}`}</Text>
}
