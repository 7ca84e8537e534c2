// What a rule saw and what it wanted, as words.
import type { TraceStep } from '@shouhou/shared/domain/assess'
import { formatFen } from '@shouhou/shared/domain/money'
import { wordFor } from './index.ts'
import { formatDateTime } from './time.ts'

/** Families of words that a value of unit `word` may belong to, nearest first. */
const FAMILIES = ['fact.', 'type.', 'reason.', 'why.'] as const

/** `¥200.00`, `2026-03-05 14:07`, `3`, `20%`, or a word; a number that is no number stays as it is. */
export function traceValue(value: string, unit: TraceStep['unit']): string {
  const number = Number(value)
  if (unit === 'word' || Number.isNaN(number)) return word(value)
  if (unit === 'fen') return `¥${formatFen(number)}`
  if (unit === 'instant') return formatDateTime(number)
  return unit === 'percent' ? `${value}%` : value
}

function word(value: string): string {
  for (const family of FAMILIES) {
    const found = wordFor(family, value)
    if (found !== value) return found
  }
  return value
}
