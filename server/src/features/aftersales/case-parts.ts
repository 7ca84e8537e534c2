// Everything that a page about a case shows, in one statement: each part is a list of rows that hang on
// the case. A new column of a table comes along by itself; a new part is one more entry here.
import { END_STATUSES } from '@shouhou/shared/domain/aftersale-types'
import { getColumns, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { jsonParts, jsonRows } from '../../db/json-rows.ts'
import { shoppers } from '../auth/tables.ts'
import { policyInForce } from '../desk/index.ts'
import { orderLines, orders } from '../orders/tables.ts'
import { filesOf } from '../uploads/index.ts'
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

type OfCase = Pick<typeof timers, 'shopId' | 'aftersaleId'>
const ofCase = (table: { [K in keyof OfCase]: unknown }): SQL =>
  sql`${table.shopId} = ${aftersales.shopId} and ${table.aftersaleId} = ${aftersales.id}`
const from = (
  table:
    | typeof timers
    | typeof offers
    | typeof parcels
    | typeof inspections
    | typeof refunds
    | typeof ratings,
  order = sql``,
) => sql`from ${table} where ${ofCase(table)} ${order}`

const ended = sql.raw(END_STATUSES.map((status) => `'${status}'`).join(', '))
const linked = alias(aftersales, 'linked')

/** What a line in a list needs. */
const brief = {
  row: jsonRows(getColumns(aftersales), sql``),
  goods: jsonRows(
    {
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
    },
    sql`from ${aftersaleItems} join ${orderLines}
      on ${orderLines.shopId} = ${aftersaleItems.shopId} and ${orderLines.id} = ${aftersaleItems.lineId}
      where ${ofCase(aftersaleItems)} order by ${aftersaleItems.position}, ${aftersaleItems.lineId}`,
  ),
  timers: jsonRows(
    getColumns(timers),
    sql`from ${timers} where ${ofCase(timers)} and ${timers.state} = 'RUNNING'`,
  ),
  /** Lines sent since money was asked for them unsent. */
  sent: jsonRows(
    { lineId: aftersaleItems.lineId },
    sql`from ${aftersaleItems} join ${orderLines}
      on ${orderLines.shopId} = ${aftersaleItems.shopId} and ${orderLines.id} = ${aftersaleItems.lineId}
      join ${orders} on ${orders.shopId} = ${orderLines.shopId} and ${orders.id} = ${orderLines.orderId}
      where ${aftersales.askedUnsent} and ${aftersales.status} not in (${ended})
      and ${ofCase(aftersaleItems)}
      and (${orderLines.shippedAt} is not null or ${orders.shippedAt} is not null) limit 1`,
  ),
  shopper: jsonRows(
    { nameSealed: shoppers.nameSealed, phoneSealed: shoppers.phoneSealed },
    sql`from ${shoppers} where ${shoppers.shopId} = ${aftersales.shopId} and ${shoppers.id} = ${aftersales.shopperId}`,
  ),
}

/** A case in a list. */
export const summaryParts = jsonParts({
  ...brief,
  verdict: jsonRows(
    { verdict: decisions.verdict, reasons: decisions.reasons },
    sql`from ${decisions} where ${decisions.shopId} = ${aftersales.shopId} and ${decisions.id} = ${aftersales.decisionId}`,
  ),
  /** The newest event: its number is the version of the case. */
  last: jsonRows(
    {
      at: aftersaleEvents.at,
      actorRole: aftersaleEvents.actorRole,
      command: aftersaleEvents.command,
    },
    sql`from ${aftersaleEvents}
      where ${ofCase(aftersaleEvents)} and ${aftersaleEvents.seq} = ${aftersales.version}`,
  ),
})

/** A case on its own page. */
export const caseParts = jsonParts({
  ...brief,
  decision: jsonRows(
    getColumns(decisions),
    sql`from ${decisions} where ${decisions.shopId} = ${aftersales.shopId} and ${decisions.id} = ${aftersales.decisionId}`,
  ),
  /** The newest; the open one, when there is one. */
  offer: jsonRows(
    getColumns(offers),
    from(offers, sql`order by ${offers.madeAt} desc, ${offers.id} desc limit 1`),
  ),
  refund: jsonRows(getColumns(refunds), from(refunds)),
  rating: jsonRows(getColumns(ratings), from(ratings)),
  parcels: jsonRows(getColumns(parcels), from(parcels, sql`order by ${parcels.at}, ${parcels.id}`)),
  inspections: jsonRows(
    getColumns(inspections),
    from(inspections, sql`order by ${inspections.at}, ${inspections.id}`),
  ),
  /** The case this one was split off from, and those split off from it. */
  linked: jsonRows(
    { id: linked.id, no: linked.no, status: linked.status },
    sql`from ${aftersales} ${sql.identifier('linked')} where ${linked.shopId} = ${aftersales.shopId}
      and (${linked.parentId} = ${aftersales.id} or ${linked.id} = ${aftersales.parentId})
      order by ${linked.createdAt}, ${linked.id}`,
  ),
  files: filesOf({ shopId: aftersales.shopId, usedById: aftersales.id }),
  policy: policyInForce(aftersales.shopId),
})

export type SummaryParts = ReturnType<typeof summaryParts.read>
export type CaseParts = ReturnType<typeof caseParts.read>
