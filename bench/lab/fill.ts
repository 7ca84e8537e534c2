// Fills a database by SQL: shoppers, orders of one line, and cases about them. Ids follow from numbers,
// so that a bench can name any row without asking.
import { createHash } from 'node:crypto'
import pg from 'pg'

const uuid = (text: string) => `md5(${text})::uuid`
const sqlId = (kind: string) => uuid(`'${kind}' || $1 || g`)

/** Id of the `n`th row of a kind in a shop. */
export function idOf(
  kind: 'order' | 'line' | 'case' | 'shopper',
  shopId: string,
  n: number,
): string {
  const hex = createHash('md5').update(`${kind}${shopId}${n}`).digest('hex')
  return [8, 12, 16, 20, 32].map((end, i, ends) => hex.slice(ends[i - 1] ?? 0, end)).join('-')
}
export const orderNoOf = (n: number) => `B${String(n).padStart(9, '0')}`

const NUMBERS = 'generate_series($2::int, $3::int) g'
/** Shop, first and last number. */
const ORDERS = [
  `insert into shoppers (shop_id, id, created_at) select $1::uuid, ${sqlId('shopper')}, now() from ${NUMBERS}`,
  `insert into orders (shop_id, id, order_no, version, fingerprint, shopper_id, placed_at, paid_at, shipped_at,
    signed_at, discounts, gifts, freight_paid_fen, freight_full_fen, paid_fen, created_at, updated_at)
    select $1::uuid, ${sqlId('order')}, 'B' || lpad(g::text, 9, '0'), 1, '', ${sqlId('shopper')},
      now() - interval '5 days', now() - interval '5 days', now() - interval '4 days',
      now() - interval '2 days', '[]', '[]', 0, 0, 50000, now(), now() from ${NUMBERS}`,
  `insert into order_lines (shop_id, id, order_id, position, line_no, sku, name, spec, category,
    unit_price_fen, paid_fen, quantity, seven_day_return, serial_nos)
    select $1::uuid, ${sqlId('line')}, ${sqlId('order')}, 0, '1', 'CUP', '马克杯', '白色', '家居',
      50000, 50000, 1, true, '[]' from ${NUMBERS}`,
  `insert into payments (shop_id, id, order_id, position, payment_no, method, paid_fen)
    select $1::uuid, ${sqlId('payment')}, ${sqlId('order')}, 0, '1', 'WECHAT_PAY', 50000 from ${NUMBERS}`,
]

/** Nine of ten cases have ended; times go back one second a case, so that order means something. */
const CASES = [
  `insert into aftersales (shop_id, id, no, order_id, order_no, shopper_id, channel, type, status, version,
    reason_code, description, received_goods, asked_unsent, want_fen, approved_fen, reserved_fen,
    freight_fen, freight_payer, parts, decision_id, attempts, offers_made, info_requests, missed_deadlines,
    parcel_under_way, delivered, goods_held, deduction_offered, deduction_fen, offline_payout,
    deadline_at, created_at, updated_at, completed_at)
    select $1::uuid, ${sqlId('case')}, '20260101' || lpad(g::text, 7, '0'), ${sqlId('order')},
      'B' || lpad(g::text, 9, '0'), ${uuid(`'shopper' || $1 || ($2 + g % greatest(1, ($3 - $2) / 20))`)},
      'shopper', 'RETURN_REFUND', case when g % 10 = 0 then 'PENDING_REVIEW' else 'COMPLETED' end, 1,
      'NO_REASON_7D', '', true, false, 50000, case when g % 10 = 0 then null else 50000 end, 50000, 0,
      'shopper', '[]', ${sqlId('decision')}, 1, 0, 0, 0, false, false, false, false, 0, false,
      case when g % 10 = 0 then now() + g * interval '1 second' end, now() - g * interval '1 second',
      now() - g * interval '1 second', case when g % 10 = 0 then null else now() end from ${NUMBERS}`,
  `insert into aftersale_items (shop_id, aftersale_id, line_id, position, quantity, refund_fen)
    select $1::uuid, ${sqlId('case')}, ${sqlId('line')}, 0, 1, 50000 from ${NUMBERS}`,
  `insert into aftersale_events (shop_id, aftersale_id, seq, id, at, actor_role, command, to_status, details)
    select $1::uuid, ${sqlId('case')}, 1, ${sqlId('event')}, now() - g * interval '1 second', 'shopper',
      'apply', 'PENDING_REVIEW', '{}' from ${NUMBERS}`,
  `insert into decisions (shop_id, id, aftersale_id, policy_version, facts, verdict, reasons, trace, at)
    select $1::uuid, ${sqlId('decision')}, ${sqlId('case')}, 1, '{}', 'review', '[]', '[]', now()
    from ${NUMBERS}`,
  `insert into aftersale_payments (shop_id, aftersale_id, payment_id, amount_fen)
    select $1::uuid, ${sqlId('case')}, ${sqlId('payment')}, 50000 from ${NUMBERS}`,
  `insert into timers (shop_id, id, aftersale_id, kind, state, started_at, due_at, reason)
    select $1::uuid, ${sqlId('timer')}, ${sqlId('case')}, 'T1', 'RUNNING', now(),
      now() + g * interval '1 second', 'apply' from ${NUMBERS} where g % 10 = 0`,
]

/** Rows numbered `from` … `to` of a shop, in one transaction without waiting for the disk. */
export async function fill(
  url: string,
  what: 'orders' | 'cases',
  { shopId, from, to }: { readonly shopId: string; readonly from: number; readonly to: number },
): Promise<void> {
  const client = new pg.Client({ connectionString: url, options: '-c role=shouhou_platform' })
  await client.connect()
  try {
    await client.query('begin; set local synchronous_commit = off')
    const values = [shopId, from, to]
    for (const text of what === 'orders' ? ORDERS : [...ORDERS, ...CASES]) {
      await client.query(text, values)
    }
    await client.query('commit')
  } finally {
    await client.end()
  }
}

/** Statistics and visibility, as autovacuum would bring them in time. Needs the owner of the tables. */
export async function settle(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query('vacuum analyze')
  await client.end()
}
