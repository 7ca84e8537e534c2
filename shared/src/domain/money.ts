// Money is whole fen (分, 1/100 yuan). Splitting never loses or invents a fen.

/** Whole fen of CNY. */
export type Fen = number

/** True for an amount that may be stored: a safe whole number of fen, zero or more. */
export const isFen = (value: number): value is Fen => Number.isSafeInteger(value) && value >= 0

export const sumFen = (amounts: readonly Fen[]): Fen => amounts.reduce((sum, a) => sum + a, 0)

export const clampFen = (value: number, lowest: Fen, highest: Fen): Fen =>
  Math.max(lowest, Math.min(highest, value))

/**
 * Shares `total` in proportion to `weights` by the largest-remainder method: the parts sum exactly to
 * `total`, no part differs from its exact share by a whole fen, equal remainders go to the earlier part.
 * All weights zero: shared evenly. No weights: no parts. Exact for every safe integer (no floats).
 */
export function splitFen(total: Fen, weights: readonly number[]): Fen[] {
  if (weights.length === 0) return []
  const weightSum = weights.reduce((sum, w) => sum + w, 0)
  const used = weightSum > 0 ? weights : weights.map(() => 1)
  const divisor = weightSum > 0 ? weightSum : weights.length
  const shares = used.map((weight, index) => ({ index, ...divide(total, weight, divisor) }))
  let left = total - sumFen(shares.map((share) => share.whole))
  const parts = shares.map((share) => share.whole)
  const order = [...shares].sort((a, b) => b.rest - a.rest || a.index - b.index)
  for (const share of order) {
    if (left <= 0) break
    parts[share.index] = share.whole + 1
    left -= 1
  }
  return parts
}

/** `total × weight ÷ divisor` as whole part and rest, without leaving the safe integers. */
function divide(total: Fen, weight: number, divisor: number): { whole: Fen; rest: number } {
  const product = total * weight
  if (Number.isSafeInteger(product)) {
    return { whole: Math.floor(product / divisor), rest: product % divisor }
  }
  // Long multiplication: take `weight` bit by bit, reducing by `divisor` at each step.
  let whole = 0
  let rest = 0
  for (let bit = Math.floor(Math.log2(weight)); bit >= 0; bit--) {
    const add = Math.floor(weight / 2 ** bit) % 2 === 1 ? total : 0
    const next = rest * 2 + (add % divisor)
    whole = whole * 2 + Math.floor(add / divisor) + Math.floor(next / divisor)
    rest = next % divisor
  }
  return { whole, rest }
}

/** Fen as yuan with two decimals and no sign of currency: 123456 → `1,234.56`. */
export function formatFen(fen: Fen): string {
  const sign = fen < 0 ? '-' : ''
  const absolute = Math.abs(fen)
  const yuan = String(Math.floor(absolute / 100)).replace(/\B(?=(\d{3})+$)/g, ',')
  return `${sign}${yuan}.${String(absolute % 100).padStart(2, '0')}`
}

/** Reads yuan as a person types it (`12`, `12.5`, `1,234.56`, `￥3`); null when it is no amount. */
export function parseYuan(text: string): Fen | null {
  const bare = text
    .trim()
    .replace(/^[¥￥]/, '')
    .replace(/,/g, '')
  const match = /^(\d{1,11})(?:\.(\d{1,2}))?$/.exec(bare)
  if (!match) return null
  return Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'))
}
