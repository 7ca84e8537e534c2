// One way to break each invariant, so that a check that never fails is known to work.

/** SQL that makes the invariant of this name false; `drop` names constraints that stand in the way. */
export const CORRUPTIONS: Readonly<Record<string, { drop?: readonly string[]; sql: string }>> = {
  'no line gives back more than was paid for it': {
    sql: `update aftersale_items set refund_fen = 1000000 where refund_fen > 0`,
  },
  'no order gives back more than was paid': {
    sql: `update aftersales set reserved_fen = 1000000 where status = 'COMPLETED'`,
  },
  'no payment gives back more than it brought': {
    sql: `update refund_splits set amount_fen = 1000000`,
  },
  'what an order has reserved is what its cases promise': {
    sql: `update orders set refund_reserved_fen = refund_reserved_fen - 1 where refund_reserved_fen > 0`,
  },
  'what a line has reserved is what its cases promise': {
    sql: `update order_lines set quantity_taken = quantity_taken - 1 where quantity_taken > 0`,
  },
  'what a payment has reserved is what its cases promise': {
    sql: `update payments set refund_reserved_fen = refund_reserved_fen - 1 where refund_reserved_fen > 0`,
  },
  'a promise is the same money over lines and freight, over payments and in its calculation': {
    sql: `update aftersales set parts = '[]' where reserved_fen > 0`,
  },
  'no more units are claimed than were bought': {
    sql: `update aftersale_items set quantity = 99`,
  },
  'a refund is the sum of its splits and what its case promised': {
    sql: `update refunds set amount_fen = amount_fen - 1 where amount_fen > 0`,
  },
  'a case has one refund at most, and a number belongs to one refund': {
    drop: ['refunds.refunds_of', 'refunds.refunds_no'],
    sql: `update refunds set aftersale_id = (select aftersale_id from refunds order by id limit 1)`,
  },
  'a case and its refund agree on where the money is': {
    sql: `update refunds set status = 'ABNORMAL', succeeded_at = null where status = 'SUCCEEDED'`,
  },
  'the ledger balances in every transaction': {
    sql: `delete from ledger_entries where account = 'cash_out'`,
  },
  'money that left is the refunds that succeeded, and what is owed those that did not end': {
    sql: `delete from ledger_entries where transaction_id in
          (select transaction_id from ledger_entries where account = 'cash_out')`,
  },
  'somebody stands behind every payout, with its reference': {
    sql: `update refunds set confirmed_by = null where status = 'SUCCEEDED'`,
  },
  'a case is where its last event took it, and its version is the number of that event': {
    sql: `update aftersales set version = version + 1`,
  },
  'events are numbered without gaps and begin where the last one ended': {
    sql: `delete from aftersale_events where seq = 2`,
  },
  'only steps of the transition table happen, by those who may take them': {
    sql: `update aftersale_events set actor_role = 'shopper' where command = 'approve'`,
  },
  'people and keys are named where they acted, the system where it did': {
    sql: `update aftersale_events set actor_id = null where actor_role = 'agent'`,
  },
  'every open case has one running clock, and its deadline is that of the clock': {
    sql: `update timers set state = 'STOPPED' where state = 'RUNNING'`,
  },
  'no clock lives on an ended case': {
    sql: `update timers t set state = 'RUNNING' from aftersales c where c.id = t.aftersale_id
          and c.status in ('COMPLETED', 'CLOSED') and t.id = (select id from timers o
            where o.aftersale_id = c.id order by id limit 1)`,
  },
  'no clock fired before it was due': {
    sql: `update timers set state = 'FIRED', fired_at = due_at - interval '1 ms' where state = 'STOPPED'`,
  },
  'no case waits behind its deadline': {
    sql: `update aftersales set deadline_at = '2020-01-01' where deadline_at is not null`,
  },
  'what belongs to a case belongs to its shop, its shopper and its order': {
    sql: `update refunds set order_id = (select id from orders o where o.id <> refunds.order_id
          and o.shop_id = refunds.shop_id limit 1)`,
  },
  'an offer is open exactly while its case waits for the answer': {
    sql: `update offers set answer = 'DECLINED' where answer = 'OPEN'`,
  },
  'every case of its own has the decision it began with': {
    sql: `update aftersales set decision_id = null`,
  },
  'a thread counts its unread notices and shows one of its own': {
    sql: `update notice_threads set unread = unread + 1`,
  },
  'what a shopper is told of is their own case, what staff are told of their own shop’s': {
    sql: `update notices set reader_id = gen_random_uuid() where event = 'NEW_CASE'`,
  },
}
