// What must hold of the stored data whatever happened: queries that return nothing. Run them after
// every race and every story; `atRest` ones once the worker has done all that is due.
import { DESTINATIONS } from '@shouhou/shared/domain/aftersale-destinations'
import { TRANSITIONS, type Transition } from '@shouhou/shared/domain/aftersale-transitions'
import type { AftersaleStatus } from '@shouhou/shared/domain/aftersale-types'
import { audienceOf, NOTICE_EVENT_NAMES } from '@shouhou/shared/domain/notice-events'
import { GOODS_HANDLERS } from '@shouhou/shared/domain/roles'
import { sql } from 'drizzle-orm'
import type { TestApp } from './app.ts'

export interface Invariant {
  readonly name: string
  /** Returns one row for each thing that is wrong. `$now` stands for the time of the test. */
  readonly query: string
  /** Holds only when nothing is due any more. */
  readonly atRest?: true
}

const always = (name: string, query: string): Invariant => ({ name, query })
const atRest = (name: string, query: string): Invariant => ({ name, query, atRest: true })

const text = (value: string | null) => (value === null ? 'null' : `'${value}'`)

/** Every step that the transition table allows, as rows of SQL. */
function allowedSteps(): string {
  const targets = ({ to }: Transition, from: AftersaleStatus | null): (string | null)[] => {
    if (typeof to === 'string') return [to]
    return to.by === 'same' ? [from] : [...DESTINATIONS[to.by].possible]
  }
  const rows = TRANSITIONS.flatMap((row) =>
    row.from.flatMap((from) =>
      targets(row, from).flatMap((to) =>
        row.by.map((by) => `(${[row.command, from, to, by].map(text).join(',')}, false)`),
      ),
    ),
  )
  // Units that fail an inspection begin as a case of their own.
  const split = GOODS_HANDLERS.map(
    (by) => `('failInspection', null, 'INSPECTION_FAILED', '${by}', true)`,
  )
  return [...rows, ...split].join(',\n')
}

const OPEN = `status not in ('COMPLETED', 'CLOSED')`

const MONEY: Invariant[] = [
  always(
    'no line gives back more than was paid for it',
    `select l.id from order_lines l join aftersale_items i on i.shop_id = l.shop_id and i.line_id = l.id
     join aftersales c on c.shop_id = i.shop_id and c.id = i.aftersale_id and c.status <> 'CLOSED'
     group by l.shop_id, l.id, l.paid_fen having sum(i.refund_fen) > l.paid_fen`,
  ),
  always(
    'no order gives back more than was paid',
    `select o.id from orders o join aftersales c on c.shop_id = o.shop_id and c.order_id = o.id
     group by o.shop_id, o.id, o.paid_fen having sum(c.reserved_fen) > o.paid_fen
     union all
     select o.id from orders o join refunds r on r.shop_id = o.shop_id and r.order_id = o.id
     where r.status = 'SUCCEEDED' group by o.shop_id, o.id, o.paid_fen having sum(r.amount_fen) > o.paid_fen`,
  ),
  always(
    'no payment gives back more than it brought',
    `select p.id from payments p join refund_splits s on s.shop_id = p.shop_id and s.payment_id = p.id
     join refunds r on r.shop_id = s.shop_id and r.id = s.refund_id and r.status <> 'CLOSED'
     group by p.shop_id, p.id, p.paid_fen having sum(s.amount_fen) > p.paid_fen`,
  ),
  always(
    'what an order has reserved is what its cases promise',
    `select o.id from orders o left join aftersales c on c.shop_id = o.shop_id and c.order_id = o.id
     group by o.shop_id, o.id, o.refund_reserved_fen, o.freight_reserved_fen
     having o.refund_reserved_fen <> coalesce(sum(c.reserved_fen), 0)
         or o.freight_reserved_fen <> coalesce(sum(c.freight_fen), 0)`,
  ),
  always(
    'what a line has reserved is what its cases promise',
    `select l.id from order_lines l
     left join (select i.* from aftersale_items i join aftersales c
       on c.shop_id = i.shop_id and c.id = i.aftersale_id and c.status <> 'CLOSED') i
       on i.shop_id = l.shop_id and i.line_id = l.id
     group by l.shop_id, l.id, l.refund_reserved_fen, l.quantity_taken
     having l.refund_reserved_fen <> coalesce(sum(i.refund_fen), 0)
         or l.quantity_taken <> coalesce(sum(i.quantity), 0)`,
  ),
  always(
    'what a payment has reserved is what its cases promise',
    `select p.id from payments p
     left join aftersale_payments a on a.shop_id = p.shop_id and a.payment_id = p.id
     group by p.shop_id, p.id, p.refund_reserved_fen
     having p.refund_reserved_fen <> coalesce(sum(a.amount_fen), 0)`,
  ),
  always(
    'a promise is the same money over lines and freight, over payments and in its calculation',
    `select c.id from aftersales c where c.status <> 'CLOSED' and (
       c.reserved_fen <> c.freight_fen + coalesce((select sum(i.refund_fen) from aftersale_items i
         where i.shop_id = c.shop_id and i.aftersale_id = c.id), 0)
       or c.reserved_fen <> coalesce((select sum(a.amount_fen) from aftersale_payments a
         where a.shop_id = c.shop_id and a.aftersale_id = c.id), 0)
       or c.reserved_fen <> coalesce((select sum((part ->> 'fen')::bigint)
         from jsonb_array_elements(c.parts) part), 0))`,
  ),
  always(
    'no more units are claimed than were bought',
    `select l.id from order_lines l join aftersale_items i on i.shop_id = l.shop_id and i.line_id = l.id
     join aftersales c on c.shop_id = i.shop_id and c.id = i.aftersale_id and c.status <> 'CLOSED'
     group by l.shop_id, l.id, l.quantity having sum(i.quantity) > l.quantity`,
  ),
]

const REFUNDS: Invariant[] = [
  always(
    'a refund is the sum of its splits and what its case promised',
    `select r.id from refunds r join aftersales c on c.shop_id = r.shop_id and c.id = r.aftersale_id
     left join lateral (select coalesce(sum(s.amount_fen), 0) as fen from refund_splits s
       where s.shop_id = r.shop_id and s.refund_id = r.id) s on true
     where s.fen <> r.amount_fen or (c.status <> 'CLOSED' and c.reserved_fen <> r.amount_fen)`,
  ),
  always(
    'a case has one refund at most, and a number belongs to one refund',
    `select min(id::text) from refunds group by shop_id, aftersale_id having count(*) > 1
     union all select min(id::text) from refunds group by shop_id, refund_no having count(*) > 1`,
  ),
  always(
    'a case and its refund agree on where the money is',
    `select c.id from aftersales c
     left join refunds r on r.shop_id = c.shop_id and r.aftersale_id = c.id
     where (c.status = 'REFUNDING' and coalesce(r.status, '') not in ('PLANNED', 'SUBMITTED', 'PROCESSING'))
        or (c.status = 'REFUND_ABNORMAL' and coalesce(r.status, '') not in ('ABNORMAL', 'SUBMITTED', 'PROCESSING'))
        or (c.status = 'COMPLETED' and c.reserved_fen > 0 and coalesce(r.status, '') <> 'SUCCEEDED')
        or (c.status <> 'COMPLETED' and r.status = 'SUCCEEDED')
        or (c.status = 'CLOSED' and r.status <> 'CLOSED')`,
  ),
  always(
    'the ledger balances in every transaction',
    `select transaction_id from ledger_entries group by shop_id, transaction_id
     having sum(amount_fen) <> 0 or count(*) < 2`,
  ),
  always(
    'money that left is the refunds that succeeded, and what is owed those that did not end',
    `select r.id from refunds r left join lateral (select
         coalesce(sum(e.amount_fen) filter (where e.account = 'cash_out'), 0) as paid,
         coalesce(sum(e.amount_fen) filter (where e.account = 'refund_liability'), 0) as owed
       from ledger_entries e where e.shop_id = r.shop_id and e.refund_id = r.id) e on true
     where -e.paid <> case when r.status = 'SUCCEEDED' then r.amount_fen else 0 end
        or -e.owed <> case when r.status in ('SUCCEEDED', 'CLOSED') then 0 else r.amount_fen end`,
  ),
  always(
    'somebody stands behind every payout, with its reference',
    `select id from refunds where status = 'SUCCEEDED' and amount_fen > 0
       and (confirmed_by is null or reference is null)`,
  ),
]

const EVENTS: Invariant[] = [
  always(
    'a case is where its last event took it, and its version is the number of that event',
    `select c.id from aftersales c left join lateral (select to_status, seq from aftersale_events e
       where e.shop_id = c.shop_id and e.aftersale_id = c.id order by seq desc limit 1) e on true
     where e.to_status is distinct from c.status or e.seq is distinct from c.version`,
  ),
  always(
    'events are numbered without gaps and begin where the last one ended',
    `select id from (select id, seq, from_status, lag(to_status) over w as came, lag(seq) over w as before
       from aftersale_events window w as (partition by shop_id, aftersale_id order by seq)) e
     where (before is null and (seq <> 1 or from_status is not null))
        or (before is not null and (seq <> before + 1 or from_status is distinct from came))`,
  ),
  always(
    'only steps of the transition table happen, by those who may take them',
    `with allowed (command, from_status, to_status, actor, split) as (values ${allowedSteps()})
     select e.id from aftersale_events e
     join aftersales c on c.shop_id = e.shop_id and c.id = e.aftersale_id
     where not exists (select 1 from allowed a where a.command = e.command
       and a.from_status is not distinct from e.from_status and a.to_status = e.to_status
       and a.actor = e.actor_role and a.split = (e.seq = 1 and c.parent_id is not null))`,
  ),
  always(
    'people and keys are named where they acted, the system where it did',
    `select id from aftersale_events where (actor_role = 'system') <> (actor_id is null)`,
  ),
]

const TIME: Invariant[] = [
  always(
    'every open case has one running clock, and its deadline is that of the clock',
    `select c.id from aftersales c left join timers t on t.shop_id = c.shop_id and t.aftersale_id = c.id
       and t.state = 'RUNNING'
     where c.${OPEN} and (t.id is null or c.deadline_at is distinct from t.due_at)`,
  ),
  always(
    'no clock lives on an ended case',
    `select t.id from timers t join aftersales c on c.shop_id = t.shop_id and c.id = t.aftersale_id
     where t.state in ('RUNNING', 'PAUSED') and not (c.${OPEN})`,
  ),
  always(
    'no clock fired before it was due',
    `select id from timers where fired_at < due_at and state = 'FIRED'`,
  ),
  atRest(
    'no case waits behind its deadline',
    `select id from aftersales where ${OPEN} and deadline_at <= $now`,
  ),
]

const EDGES: Invariant[] = [
  always(
    'what belongs to a case belongs to its shop, its shopper and its order',
    `select c.id from aftersales c join orders o on o.id = c.order_id
       where o.shop_id <> c.shop_id or o.shopper_id <> c.shopper_id or o.order_no <> c.order_no
     union all select i.aftersale_id from aftersale_items i
       join aftersales c on c.id = i.aftersale_id join order_lines l on l.id = i.line_id
       where i.shop_id <> c.shop_id or l.shop_id <> c.shop_id or l.order_id <> c.order_id
     union all select r.id from refunds r join aftersales c on c.id = r.aftersale_id
       where r.shop_id <> c.shop_id or r.order_id <> c.order_id
     union all select s.refund_id from refund_splits s join refunds r on r.id = s.refund_id
       join payments p on p.id = s.payment_id where p.shop_id <> r.shop_id or p.order_id <> r.order_id
     union all select e.id from aftersale_events e join aftersales c on c.id = e.aftersale_id
       where e.shop_id <> c.shop_id
     union all select c.id from aftersales c join aftersales p on p.id = c.parent_id
       where p.shop_id <> c.shop_id or p.order_id <> c.order_id`,
  ),
  always(
    'an offer is open exactly while its case waits for the answer',
    `select c.id from aftersales c left join offers o on o.shop_id = c.shop_id and o.aftersale_id = c.id
       and o.answer = 'OPEN' where (c.status = 'OFFER_SENT') <> (o.id is not null)`,
  ),
  always(
    'every case of its own has the decision it began with',
    `select c.id from aftersales c left join decisions d on d.shop_id = c.shop_id and d.id = c.decision_id
     where c.parent_id is null and (d.id is null or d.aftersale_id <> c.id)`,
  ),
]

const forShoppers = NOTICE_EVENT_NAMES.filter((event) => audienceOf(event) === 'shopper')
  .map(text)
  .join(',')

const NOTICES: Invariant[] = [
  always(
    'a thread counts its unread notices and shows one of its own',
    `select t.subject_id from notice_threads t
     left join notices n on n.shop_id = t.shop_id and n.reader_id = t.reader_id
       and n.subject_id = t.subject_id
     group by t.shop_id, t.reader_id, t.subject_id, t.unread, t.last_notice_id
     having t.unread <> count(n.id) filter (where n.read_at is null)
         or not bool_or(n.id is not null and n.id = t.last_notice_id)`,
  ),
  always(
    'what a shopper is told of is their own case, what staff are told of their own shop’s',
    `select n.id from notices n join aftersales c on c.id = n.subject_id
       where n.shop_id <> c.shop_id or (n.event in (${forShoppers}) and n.reader_id <> c.shopper_id)
     union all select n.id from notices n left join staff s on s.shop_id = n.shop_id
       and s.account_id = n.reader_id where n.event not in (${forShoppers}) and s.account_id is null`,
  ),
]

export const INVARIANTS: readonly Invariant[] = [
  ...MONEY,
  ...REFUNDS,
  ...EVENTS,
  ...TIME,
  ...EDGES,
  ...NOTICES,
]

/** The query of an invariant, with the time filled in. */
export const queryAt = ({ query }: Invariant, now: Date): string =>
  query.replaceAll('$now', `'${now.toISOString()}'::timestamptz`)

/** Throws with every invariant that is broken now. `rest: false` while something may be due. */
export async function checkInvariants(t: TestApp, { rest = true } = {}): Promise<void> {
  const broken: string[] = []
  await t.deps.db.transact('platform', async (tx) => {
    for (const invariant of INVARIANTS) {
      if (invariant.atRest && !rest) continue
      const { rows } = await tx.execute<Record<string, unknown>>(
        sql.raw(queryAt(invariant, t.clock.now())),
      )
      if (rows.length > 0) broken.push(`${invariant.name}: ${JSON.stringify(rows.slice(0, 3))}`)
    }
  })
  if (broken.length > 0) throw new Error(`Broken:\n${broken.join('\n')}`)
}
