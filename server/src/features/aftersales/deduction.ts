// A deduction for goods that did not come back as they should.
import { problem, say } from '../../http/problems.ts'
import type { CaseRow } from './case-store.ts'

/**
 * What the shopper would still get; null when no deduction is offered.
 * @throws `amount-exceeds-paid` when nothing would be left, or no money moves at all.
 */
export function leftAfter(
  { reservedFen }: Pick<CaseRow, 'reservedFen'>,
  deductionFen: number,
): number | null {
  if (deductionFen === 0) return null
  if (deductionFen < reservedFen) return reservedFen - deductionFen
  throw problem('amount-exceeds-paid', {
    errors: [
      {
        pointer: '/deductionFen',
        message: say('扣除金额必须小于退款金额', 'must be less than the refund'),
      },
    ],
  })
}
