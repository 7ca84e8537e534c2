// Where in the CSV a finding of the server is: JSON pointer to row and column.
import type { Column, CsvRow } from './orders-csv.ts'

const OF_ORDER: Readonly<Record<string, Column>> = {
  version: 'version',
  'shopper/phone': 'shopper_phone',
  'shopper/openid': 'shopper_openid',
  'shopper/name': 'shopper_name',
  shopper: 'shopper_phone',
  'recipient/name': 'recipient_name',
  'recipient/phone': 'recipient_phone',
  'recipient/address': 'recipient_address',
  recipient: 'recipient_name',
  placedAt: 'placed_at',
  paidAt: 'paid_at',
  shippedAt: 'shipped_at',
  signedAt: 'signed_at',
  'freight/paidFen': 'freight_paid',
  'freight/fullFen': 'freight_full',
  'freight/freeFromFen': 'freight_free_from',
  discounts: 'discounts',
  gifts: 'gifts',
  payments: 'payments',
}
const OF_LINE: Readonly<Record<string, Column>> = {
  lineNo: 'line_no',
  sku: 'sku',
  name: 'name',
  spec: 'spec',
  image: 'image',
  category: 'category',
  unitPriceFen: 'unit_price',
  paidFen: 'paid',
  quantity: 'quantity',
  sevenDayReturn: 'seven_day_return',
  exclusionConfirmedAt: 'exclusion_confirmed_at',
  serialNos: 'serial_nos',
  batchNo: 'batch_no',
  shippedAt: 'line_shipped_at',
  signedAt: 'line_signed_at',
}

/** Line of the file and column; the first row of the order where nothing closer is known. */
export function placeOf(
  rows: readonly CsvRow[],
  pointer: string,
): { line: number; column: Column | null } {
  const [part = '', index = '', field = ''] = pointer.split('/').slice(1)
  const first = rows[0]?.line ?? 0
  if (part === 'lines' && index !== '') {
    return { line: rows[Number(index)]?.line ?? first, column: OF_LINE[field] ?? null }
  }
  return { line: first, column: OF_ORDER[`${part}/${index}`] ?? OF_ORDER[part] ?? null }
}
