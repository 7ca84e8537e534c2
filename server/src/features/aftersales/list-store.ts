// SQL of lists of cases: narrowed, searched, counted. Every branch is served by an index of the shop.
import type { QueueFilter } from '@shouhou/shared/contract/queue'
import {
  AFTERSALE_STATUSES,
  type AftersaleStatus,
  END_STATUSES,
} from '@shouhou/shared/domain/aftersale-types'
import { HOUR } from '@shouhou/shared/domain/china-time'
import { DECIDED_BY, DECIDING_COMMANDS, startOfPeriod } from '@shouhou/shared/domain/queue'
import { and, eq, gte, isNotNull, lte, type SQL, sql } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import { onDay } from '../../db/china-days.ts'
import { wordList } from '../../db/columns.ts'
import { behind, decodeCursor } from '../../db/cursor.ts'
import { shoppers } from '../auth/tables.ts'
import { policyInForce } from '../desk/index.ts'
import { summaryParts } from './case-parts-store.ts'
import { parcels } from './document-tables.ts'
import { aftersaleEvents, aftersales } from './tables.ts'

/** Whose cases may be seen: a shopper's own, or all of the shop. */
export interface Reader {
  readonly shopId: string
  readonly shopperId: string | null
}

/** Somebody who looks at a list. */
export interface Lister extends Reader {
  /** Statuses in which it is their turn. */
  readonly turn: readonly AftersaleStatus[]
}

export const seen = ({ shopId, shopperId }: Reader) =>
  and(
    eq(aftersales.shopId, shopId),
    shopperId === null ? undefined : eq(aftersales.shopperId, shopperId),
  )

/** What is looked for: the beginning of a number, and the blind index of a phone or of its end. */
export interface Needle {
  readonly text: string
  readonly phoneIndex?: string
  readonly phoneTailIndex?: string
}

export interface ListQuery extends QueueFilter {
  readonly cursor?: string
  readonly limit?: number
  /** Days in China, `2026-03-01`. */
  readonly createdOn?: string
  readonly decidedOn?: string
  readonly orderNo?: string
  readonly needle?: Needle
}

const ended = sql.raw(`(${wordList(END_STATUSES)})`)
const open = sql`${aftersales.status} not in ${ended}`
/** The reader's turn; a payout made by hand waits for the shopper. */
const readersTurn = ({ turn }: Lister) =>
  turn.length === 0
    ? sql`false`
    : sql`(${aftersales.status} in ${sql.raw(`(${wordList(turn)})`)} and not ${aftersales.offlinePayout})`

function statusIs(reader: Lister, status: ListQuery['status']): SQL | undefined {
  if (status === undefined) return undefined
  if (status === 'TODO') return readersTurn(reader)
  if (status === 'OPEN') return open
  if (status === 'ENDED') return sql`${aftersales.status} in ${ended}`
  return eq(aftersales.status, status)
}

const HOURS = { '4h': 4, '24h': 24 } as const

function dueWithin(due: ListQuery['due'], now: Date): SQL | undefined {
  if (due === undefined) return undefined
  if (due === 'overdue') {
    return sql`(${aftersales.deadlineAt} <= ${now} or (${aftersales.missedDeadlines} > 0 and ${open}))`
  }
  return lte(aftersales.deadlineAt, new Date(now.getTime() + HOURS[due] * HOUR))
}

/** Cases that were approved or refused in a period or on a day, found by the events of its days. */
function decidedIn({ decided, decidedOn, decidedBy }: ListQuery, shopId: string, now: Date) {
  if ((decided ?? decidedOn ?? decidedBy) === undefined) return undefined
  const from = new Date(startOfPeriod(decided ?? 'today', now.getTime()))
  const when = decidedOn ? onDay(aftersaleEvents.at, decidedOn) : gte(aftersaleEvents.at, from)
  const who = decidedBy === undefined ? DECIDED_BY : [decidedBy]
  const commands = sql.raw(`(${wordList(who.flatMap((one) => [...DECIDING_COMMANDS[one]]))})`)
  return sql`${aftersales.id} in (select ${aftersaleEvents.aftersaleId} from ${aftersaleEvents}
    where ${aftersaleEvents.shopId} = ${shopId} and ${when}
    and ${aftersaleEvents.command} in ${commands})`
}

/** Most cases that one way of searching finds; whoever meets it types one more digit. */
const FOUND = 500

/**
 * Rows whose number begins with the text, the highest numbers first. Unlike LIKE, `^@` is known to leak
 * nothing, so row security lets it use the index; the order is the index's own.
 */
const beginning = (column: PgColumn, table: Numbered, { shopId }: Reader, text: string) =>
  sql`(select ${table === parcels ? parcels.aftersaleId : aftersales.id} from ${table}
    where ${table.shopId} = ${shopId} and ${column} ^@ ${text}
    order by ${column} using ~>~ limit ${FOUND})`
type Numbered = typeof aftersales | typeof parcels

function found(reader: Reader, { text, phoneIndex, phoneTailIndex }: Needle): SQL {
  const { shopId, id, no, orderNo, shopperId } = aftersales
  const ways = [
    beginning(no, aftersales, reader, text),
    beginning(orderNo, aftersales, reader, text),
    beginning(parcels.waybillNo, parcels, reader, text.toUpperCase()),
  ]
  const person =
    phoneIndex === undefined
      ? phoneTailIndex && eq(shoppers.phoneTailIndex, phoneTailIndex)
      : eq(shoppers.phoneIndex, phoneIndex)
  if (person) {
    ways.push(sql`(select ${id} from ${shoppers} join ${aftersales}
      on ${shopId} = ${shoppers.shopId} and ${shopperId} = ${shoppers.id}
      where ${shoppers.shopId} = ${reader.shopId} and ${person} limit ${FOUND})`)
  }
  return sql`${id} in (${sql.join(ways, sql` union all `)})`
}

/** Agreed, or asked for. */
const amount = sql`coalesce(${aftersales.approvedFen}, ${aftersales.wantFen})`

function narrowed(reader: Lister, query: ListQuery, now: Date) {
  const { created, createdOn, minFen, maxFen, needle, orderNo, reasonCode, type } = query
  return and(
    seen(reader),
    statusIs(reader, query.status),
    type && eq(aftersales.type, type),
    reasonCode && eq(aftersales.reasonCode, reasonCode),
    orderNo === undefined ? undefined : eq(aftersales.orderNo, orderNo),
    minFen === undefined ? undefined : sql`${amount} >= ${minFen}`,
    maxFen === undefined ? undefined : sql`${amount} <= ${maxFen}`,
    dueWithin(query.due, now),
    created && gte(aftersales.createdAt, new Date(startOfPeriod(created, now.getTime()))),
    createdOn === undefined ? undefined : onDay(aftersales.createdAt, createdOn),
    decidedIn(query, reader.shopId, now),
    needle && found(reader, needle),
  )
}

/**
 * Up to `limit` cases behind the cursor with what a list shows of them, and the policy in force. By due
 * time only those appear that wait for somebody.
 */
export function listStatement(
  reader: Lister,
  query: ListQuery,
  { limit, now }: { readonly limit: number; readonly now: Date },
): SQL {
  const due = query.sort === 'due'
  const key = due ? aftersales.deadlineAt : aftersales.createdAt
  const direction = due ? 'asc' : 'desc'
  const order = sql.raw(direction)
  const where = and(
    narrowed(reader, query, now),
    due ? isNotNull(aftersales.deadlineAt) : undefined,
    behind(decodeCursor(query.cursor, 'instant'), { key, id: aftersales.id }, direction),
  )
  // The page stands under the name of its table, so that the parts can refer to it.
  const page = sql`(select * from ${aftersales} where ${where}
    order by ${key} ${order}, ${aftersales.id} ${order} limit ${limit}) ${sql.identifier('aftersales')}`
  return sql`select ${policyInForce(reader.shopId).sql} as policy, (
    select coalesce(json_agg(${summaryParts.sql} order by ${key} ${order}, ${aftersales.id} ${order}), '[]')
    from ${page}) as cases`
}

export interface Listed extends Record<string, unknown> {
  readonly policy: unknown
  readonly cases: readonly unknown[]
}

/** The rows that {@link listStatement} found. */
export function readListed(found: readonly Listed[], shopId: string) {
  const [{ policy, cases }] = found as [Listed]
  return { policy: policyInForce(shopId).read(policy)[0], cases: cases.map(summaryParts.read) }
}

export type CountRow = Record<'status', string> &
  Record<'n' | 'todo' | 'overdue' | 'due_4h' | 'due_24h', number>

/**
 * Number of cases in every status, and of the open ones that wait or are due. Open cases are read from
 * an index that holds only them, ended ones from the index of statuses.
 */
export function countStatement(reader: Lister, now: Date): SQL {
  const { status } = aftersales
  const within = (due: ListQuery['due']) => sql`count(*) filter (where ${dueWithin(due, now)})::int`
  return sql`
    select ${status} as status, count(*)::int as n,
      count(*) filter (where ${readersTurn(reader)})::int as todo,
      ${within('overdue')} as overdue, ${within('4h')} as due_4h, ${within('24h')} as due_24h
    from ${aftersales} where ${seen(reader)} and ${open} group by ${status}
    union all
    select ${status}, count(*)::int, 0, 0, 0, 0
    from ${aftersales} where ${seen(reader)} and ${status} in ${ended} group by ${status}`
}

/** Zeros included. */
export function countsView(rows: readonly CountRow[]) {
  const sum = (name: keyof CountRow) => rows.reduce((all, row) => all + Number(row[name]), 0)
  return {
    items: AFTERSALE_STATUSES.map((one) => ({
      status: one,
      count: rows.find((row) => row.status === one)?.n ?? 0,
    })),
    todo: sum('todo'),
    overdue: sum('overdue'),
    dueIn4h: sum('due_4h'),
    dueIn24h: sum('due_24h'),
  }
}
