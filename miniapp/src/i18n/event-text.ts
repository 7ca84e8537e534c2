// What an entry of a timeline said: reason, terms, amounts, parcel, and the words of whoever acted.
import type { TimelineEntry } from '@shouhou/shared/contract/aftersale-views'
import { formatFen } from '@shouhou/shared/domain/money'
import { type Translate, wordFor } from './index.ts'

/** Families of reason codes by the command that gave one. */
const REASONS: Readonly<Record<string, string>> = {
  apply: 'reason.',
  edit: 'reason.',
  reject: 'refusal.',
  failInspection: 'inspection.',
}

/** A line for each thing said; empty when nothing was. */
export function eventText(entry: TimelineEntry, t: Translate): string {
  const { command, details } = entry
  const { text, reasonCode, type, kind, carrier, waybillNo } = details
  const family = REASONS[command]
  const lines = [
    family && typeof reasonCode === 'string' && wordFor(family, reasonCode),
    command === 'offer' && typeof kind === 'string' && terms(kind, type, t),
    ...amounts(details, t),
    typeof waybillNo === 'string' && `${wordFor('carrier.', String(carrier))} ${waybillNo}`,
    typeof text === 'string' && text,
  ]
  return lines.filter(Boolean).join('\n')
}

function terms(kind: string, type: unknown, t: Translate): string {
  if (kind !== 'CHANGE_TYPE' || typeof type !== 'string') return wordFor('offer.', kind)
  return t('offer.CHANGE_TYPE', { type: wordFor('type.', type) })
}

function amounts(details: TimelineEntry['details'], t: Translate): string[] {
  const { wantFen, amountFen, deductionFen } = details
  const line = (key: 'event.wanted' | 'event.amount' | 'event.deduction', fen: unknown) =>
    typeof fen === 'number' && fen > 0 ? [t(key, { yuan: formatFen(fen) })] : []
  return [
    ...line('event.wanted', wantFen),
    ...line('event.amount', amountFen),
    ...line('event.deduction', deductionFen),
  ]
}
