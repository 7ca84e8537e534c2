// Everything that a page about a case shows, in one statement: each part is a list of rows that hang on
// the case. A new column of a table comes along by itself; a new part is one more entry here.
import { isEnd } from '@shouhou/shared/domain/aftersale-types'
import { type Placeholder, type SQL, sql } from 'drizzle-orm'
import { alias, type PgColumn } from 'drizzle-orm/pg-core'
import { jsonParts, manyRows, oneRow, ownRow, picked, wholeRow } from '../../db/json-rows.ts'
import { shoppers } from '../auth/tables.ts'
import { policyInForce } from '../desk/index.ts'
import { orderLines, orders } from '../orders/tables.ts'
import { filesOf } from '../uploads/index.ts'
import type { CaseRow } from './case-store.ts'
import { inspections, offers, parcels } from './document-tables.ts'
import { refunds } from './refund-tables.ts'
import {
  aftersaleEvents,
  aftersaleItems,
  aftersales,
  decisions,
  ratings,
  timers,
} from './tables.ts'

/** The case that parts hang on: values where they are known, which the database likes best. */
interface Key {
  readonly shopId: PgColumn | Placeholder
  readonly id: PgColumn | Placeholder
}
const rowKey: Key = { shopId: aftersales.shopId, id: aftersales.id }

type OfCase =
  | typeof timers
  | typeof offers
  | typeof parcels
  | typeof inspections
  | typeof refunds
  | typeof ratings
  | typeof aftersaleItems
  | typeof aftersaleEvents
const ofCase = (table: OfCase, { shopId, id }: Key): SQL =>
  sql`${table.shopId} = ${shopId} and ${table.aftersaleId} = ${id}`

/** Asked goods, each with when it was sent, by itself or with its order. */
const goods = (key: Key) =>
  manyRows(
    picked({
      lineId: aftersaleItems.lineId,
      sku: orderLines.sku,
      name: orderLines.name,
      spec: orderLines.spec,
      image: orderLines.image,
      quantity: aftersaleItems.quantity,
      quantityReceived: aftersaleItems.quantityReceived,
      quantityPassed: aftersaleItems.quantityPassed,
      refundFen: aftersaleItems.refundFen,
      exchangeSku: aftersaleItems.exchangeSku,
      lineShippedAt: orderLines.shippedAt,
      orderShippedAt: orders.shippedAt,
    }),
    sql`from ${aftersaleItems} join ${orderLines}
      on ${orderLines.shopId} = ${key.shopId} and ${orderLines.id} = ${aftersaleItems.lineId}
      join ${orders} on ${orders.shopId} = ${key.shopId} and ${orders.id} = ${orderLines.orderId}
      where ${ofCase(aftersaleItems, key)}`,
    sql`${aftersaleItems.position}, ${aftersaleItems.lineId}`,
  )

const shopper = oneRow(
  picked({ nameSealed: shoppers.nameSealed, phoneSealed: shoppers.phoneSealed }),
  sql`from ${shoppers}
    where ${shoppers.shopId} = ${aftersales.shopId} and ${shoppers.id} = ${aftersales.shopperId}`,
)
const fromDecision = sql`from ${decisions}
  where ${decisions.shopId} = ${aftersales.shopId} and ${decisions.id} = ${aftersales.decisionId}`
const timer = (key: Key) =>
  oneRow(
    wholeRow(timers),
    sql`from ${timers} where ${ofCase(timers, key)} and ${timers.state} = 'RUNNING'`,
  )

/** A case in a list. */
export const summaryParts = jsonParts({
  row: ownRow(wholeRow(aftersales)),
  goods: goods(rowKey),
  shopper,
  timers: timer(rowKey),
  verdict: oneRow(picked({ verdict: decisions.verdict, reasons: decisions.reasons }), fromDecision),
  /** The newest event: its number is the version of the case. */
  last: oneRow(
    picked({
      at: aftersaleEvents.at,
      actorRole: aftersaleEvents.actorRole,
      command: aftersaleEvents.command,
    }),
    sql`from ${aftersaleEvents}
      where ${ofCase(aftersaleEvents, rowKey)} and ${aftersaleEvents.seq} = ${aftersales.version}`,
  ),
})

const linked = alias(aftersales, 'linked')

/** A case on its own page. */
export const caseParts = (key: Key) =>
  jsonParts({
    row: ownRow(wholeRow(aftersales)),
    goods: goods(key),
    shopper,
    timers: timer(key),
    decision: oneRow(
      picked({
        verdict: decisions.verdict,
        reasons: decisions.reasons,
        trace: decisions.trace,
        policyVersion: decisions.policyVersion,
        at: decisions.at,
      }),
      fromDecision,
    ),
    /** The newest first: the open one, when there is one. */
    offers: manyRows(
      wholeRow(offers),
      sql`from ${offers} where ${ofCase(offers, key)}`,
      sql`${offers.madeAt} desc, ${offers.id} desc`,
    ),
    refund: oneRow(wholeRow(refunds), sql`from ${refunds} where ${ofCase(refunds, key)}`),
    rating: oneRow(wholeRow(ratings), sql`from ${ratings} where ${ofCase(ratings, key)}`),
    parcels: manyRows(
      wholeRow(parcels),
      sql`from ${parcels} where ${ofCase(parcels, key)}`,
      sql`${parcels.at}, ${parcels.id}`,
    ),
    inspections: manyRows(
      wholeRow(inspections),
      sql`from ${inspections} where ${ofCase(inspections, key)}`,
      sql`${inspections.at}, ${inspections.id}`,
    ),
    /** The case this one was split off from, and those split off from it. */
    linked: manyRows(
      picked({ id: linked.id, no: linked.no, status: linked.status }),
      sql`from ${aftersales} ${sql.identifier('linked')} where ${linked.shopId} = ${key.shopId}
        and (${linked.parentId} = ${key.id} or ${linked.id} = ${aftersales.parentId})`,
      sql`${linked.createdAt}, ${linked.id}`,
    ),
    files: filesOf({ shopId: key.shopId, usedById: key.id }),
    policy: policyInForce(key.shopId),
  })

export type SummaryParts = ReturnType<typeof summaryParts.read>
export type CaseParts = ReturnType<ReturnType<typeof caseParts>['read']>

/** Asked for unsent, and something of it has been sent since. */
export const wasSentSince = (row: CaseRow, sent: SummaryParts['goods']): boolean =>
  row.askedUnsent &&
  !isEnd(row.status) &&
  sent.some(({ lineShippedAt, orderShippedAt }) => (lineShippedAt ?? orderShippedAt) !== null)
