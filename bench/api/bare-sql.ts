// The three jobs of the comparison as single statements that build the API's JSON themselves: what a
// program would do that knew one shop, one caller and no rules.

const at = (column: string) =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`

const deadline = (
  t: string,
) => `json_build_object('kind', ${t}.kind, 'startedAt', ${at(`${t}.started_at`)},
  'dueAt', ${at(`${t}.due_at`)}, 'paused', false, 'waitsFor', 'merchant',
  'ifNobodyActs', 'timeoutReview', 'leadsTo', 'AWAIT_RETURN')`
const item = (i: string, l: string) => `json_build_object('lineId', ${i}.line_id, 'sku', ${l}.sku,
  'name', ${l}.name, 'spec', ${l}.spec, 'image', ${l}.image, 'quantity', ${i}.quantity,
  'quantityReceived', ${i}.quantity_received, 'quantityPassed', ${i}.quantity_passed,
  'refundFen', ${i}.refund_fen, 'exchangeSku', ${i}.exchange_sku)`
const decision = (d: string) => `json_build_object('verdict', ${d}.verdict, 'reasons', ${d}.reasons,
  'trace', ${d}.trace, 'policyVersion', ${d}.policy_version, 'at', ${at(`${d}.at`)})`

interface Parts {
  readonly items: string
  readonly decision: string
  readonly deadline: string
  /** SQL of an array for each kind of document. */
  readonly list: (table: string, json: string) => string
}

const whole = (parts: Parts) => `json_build_object(
  'id', a.id, 'no', a.no, 'orderNo', a.order_no, 'type', a.type, 'status', a.status, 'version', a.version,
  'reasonCode', a.reason_code, 'description', a.description, 'receivedGoods', a.received_goods,
  'giftsKept', a.gifts_kept, 'sentSince', false, 'items', ${parts.items}, 'wantFen', a.want_fen,
  'approvedFen', a.approved_fen, 'parts', a.parts, 'freightPayer', a.freight_payer,
  'attempts', a.attempts, 'decision', ${parts.decision}, 'deadline', ${parts.deadline},
  'returnAddress', a.return_address, 'statusNote', null, 'offer', null,
  'parcels', ${parts.list(
    'parcels',
    `json_build_object('direction', x.direction, 'carrier', x.carrier,
    'waybillNo', x.waybill_no, 'status', x.status, 'at', ${at('x.at')})`,
  )},
  'inspections', ${parts.list(
    'inspections',
    `json_build_object('lineId', x.line_id, 'grade', x.grade,
    'passed', x.passed, 'note', x.note)`,
  )},
  'refunds', ${parts.list(
    'refunds',
    `json_build_object('id', x.id, 'refundNo', x.refund_no,
    'amountFen', x.amount_fen, 'status', x.status)`,
  )},
  'media', '[]'::json, 'rating', null, 'rateUntil', null, 'closeReason', a.close_reason,
  'linked', '[]'::json, 'allowedCommands', '["cancel","edit","approve","reject","requestInfo","offer"]'::json,
  'shopper', json_build_object('id', a.shopper_id, 'name', '', 'phoneMasked', '139****0000'),
  'createdAt', ${at('a.created_at')}, 'updatedAt', ${at('a.updated_at')}, 'completedAt', null)`

/** One case: shop, id. */
export const READ = `select ${whole({
  items: `(select json_agg(${item('i', 'l')} order by i.position) from aftersale_items i
    join order_lines l on l.shop_id = i.shop_id and l.id = i.line_id
    where i.shop_id = a.shop_id and i.aftersale_id = a.id)`,
  decision: `(select ${decision('d')} from decisions d where d.shop_id = a.shop_id and d.id = a.decision_id)`,
  deadline: `(select ${deadline('t')} from timers t
    where t.shop_id = a.shop_id and t.aftersale_id = a.id and t.state = 'RUNNING')`,
  list: (table, json) => `(select coalesce(json_agg(${json}), '[]') from ${table} x
    where x.shop_id = a.shop_id and x.aftersale_id = a.id)`,
})} as answer from aftersales a where a.shop_id = $1 and a.id = $2`

/** The newest cases: shop, how many. */
export const LIST = `select json_build_object('items', coalesce(json_agg(json_build_object(
  'id', a.id, 'no', a.no, 'orderNo', a.order_no, 'type', a.type, 'status', a.status, 'version', a.version,
  'reasonCode', a.reason_code, 'refundFen', coalesce(a.approved_fen, a.want_fen),
  'goods', (select json_build_object('name', min(l.name), 'image', min(l.image), 'lines', count(*))
    from aftersale_items i join order_lines l on l.shop_id = i.shop_id and l.id = i.line_id
    where i.shop_id = a.shop_id and i.aftersale_id = a.id),
  'shopperName', '', 'deadline', (select ${deadline('t')} from timers t
    where t.shop_id = a.shop_id and t.aftersale_id = a.id and t.state = 'RUNNING'),
  'last', (select json_build_object('at', ${at('e.at')}, 'actor', e.actor_role, 'command', e.command)
    from aftersale_events e where e.shop_id = a.shop_id and e.aftersale_id = a.id and e.seq = a.version),
  'missedDeadlines', a.missed_deadlines, 'advice', null,
  'allowedCommands', '["cancel","edit","approve","reject","requestInfo","offer"]'::json,
  'createdAt', ${at('a.created_at')}, 'updatedAt', ${at('a.updated_at')})
  order by a.created_at desc, a.id desc), '[]'), 'nextCursor', null) as answer
  from (select * from aftersales where shop_id = $1 order by created_at desc, id desc limit $2) a`

/**
 * One application written whole, with its answer: shop, order, line, quantity, key, and as one JSON text
 * what rules would have calculated (`parts`, `facts`, `trace`).
 */
export const CREATE = `with
  o as (select * from orders where shop_id = $1 and order_no = $2 for update),
  l as (select l.* from o join order_lines l on l.shop_id = o.shop_id and l.order_id = o.id
    where l.id = $3 and l.quantity_taken + $4::int <= l.quantity),
  p as (select p.* from o join payments p on p.shop_id = o.shop_id and p.order_id = o.id),
  k as (insert into idempotency_keys (shop_id, principal, route, key, fingerprint, status, response, created_at)
    select shop_id, 'key:bench', 'POST /aftersales', $5, $5, 201, $6::jsonb, now() from o),
  a as (insert into aftersales (shop_id, id, no, order_id, order_no, shopper_id, channel, type, status,
      version, reason_code, description, received_goods, asked_unsent, want_fen, reserved_fen,
      freight_fen, freight_payer, parts, decision_id, attempts, offers_made, info_requests,
      missed_deadlines, parcel_under_way, delivered, goods_held, deduction_offered, deduction_fen,
      offline_payout, deadline_at, created_at, updated_at)
    select o.shop_id, gen_random_uuid(), substr($5, 1, 20), o.id, o.order_no, o.shopper_id, 'api',
      'RETURN_REFUND', 'PENDING_REVIEW', 1, 'NO_REASON_7D', '', true, false, l.paid_fen, l.paid_fen,
      0, 'shopper', $6::jsonb -> 'parts', gen_random_uuid(), 1, 0, 0, 0, false, false, false, false, 0,
      false, now() + interval '2 days', now(), now() from o, l returning *),
  i as (insert into aftersale_items (shop_id, aftersale_id, line_id, position, quantity, refund_fen)
    select a.shop_id, a.id, l.id, 0, $4, l.paid_fen from a, l returning *),
  s as (insert into aftersale_payments (shop_id, aftersale_id, payment_id, amount_fen)
    select a.shop_id, a.id, p.id, a.want_fen from a, p),
  e as (insert into aftersale_events (shop_id, aftersale_id, seq, id, at, actor_role, command, to_status, details)
    select shop_id, id, 1, gen_random_uuid(), created_at, 'integrator', 'apply', status, '{}' from a),
  d as (insert into decisions (shop_id, id, aftersale_id, policy_version, facts, verdict, reasons, trace, at)
    select shop_id, decision_id, id, 1, $6::jsonb -> 'facts', 'review', '[]', $6::jsonb -> 'trace', created_at
    from a returning *),
  t as (insert into timers (shop_id, id, aftersale_id, kind, state, started_at, due_at, reason)
    select shop_id, gen_random_uuid(), id, 'T1', 'RUNNING', created_at, deadline_at, 'apply' from a returning *),
  uo as (update orders set refund_reserved_fen = orders.refund_reserved_fen + l.paid_fen from l
    where orders.shop_id = l.shop_id and orders.id = l.order_id),
  ul as (update order_lines set quantity_taken = quantity_taken + $4,
    refund_reserved_fen = refund_reserved_fen + paid_fen where shop_id = $1 and id = (select id from l)),
  up as (update payments set refund_reserved_fen = payments.refund_reserved_fen + l.paid_fen from l
    where payments.shop_id = l.shop_id and payments.order_id = l.order_id)
  select ${whole({
    items: `json_build_array(${item('i', 'l')})`,
    decision: decision('d'),
    deadline: deadline('t'),
    list: () => `'[]'::json`,
  })} as answer from a, i, l, d, t`
