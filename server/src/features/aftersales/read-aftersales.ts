// Reading cases: lists, counts, one case, its timeline, and what only staff see.
import type { AftersaleSummary } from '@shouhou/shared/contract/aftersale-views'
import { LIMITS } from '@shouhou/shared/domain/limits'
import type { Tx } from '../../db/client.ts'
import { toPage } from '../../db/cursor.ts'
import type { Ctx, ShopPrincipal } from '../../http/context.ts'
import { isStaffPrincipal } from '../../http/context.ts'
import { problem } from '../../http/problems.ts'
import { policyOf } from '../desk/index.ts'
import { mediaOf } from '../uploads/index.ts'
import { type CaseRow, sentSince } from './case-store.ts'
import { runningTimers } from './clock-store.ts'
import { insertNote, insertRating, notesOf } from './document-store.ts'
import {
  countCases,
  eventsOf,
  findCase,
  goodsOf,
  historyOf,
  type ListQuery,
  lastEvents,
  listCases,
  type Reader,
  shoppersOf,
} from './read-store.ts'
import { ratingEnds, ratingView, viewCase } from './view.ts'
import { iso, shopperView, summaryView } from './view-parts.ts'

type Viewing = Pick<Ctx, 'deps' | 'now' | 'user'>

const readerOf = ({ role, id, shopId }: ShopPrincipal): Reader => ({
  shopId,
  shopperId: role === 'shopper' ? id : null,
})

/** @throws `not-found` for a missing case and, with the same words, for a foreign one. */
export async function caseFor(tx: Tx, user: ShopPrincipal, id: string): Promise<CaseRow> {
  const row = await findCase(tx, readerOf(user), id)
  if (!row) throw problem('not-found')
  return row
}

export async function readList(tx: Tx, ctx: Viewing, query: ListQuery) {
  const limit = query.limit ?? LIMITS.pageSize
  const rows = await listCases(tx, readerOf(ctx.user), query, limit + 1)
  const summaries = await summariesOf(tx, ctx, rows)
  const keyOf = (row: CaseRow) =>
    query.sort === 'due' && row.deadlineAt ? row.deadlineAt : row.createdAt
  return toPage(
    rows,
    limit,
    (row) => ({ key: keyOf(row), id: row.id }),
    (row) => summaries.get(row.id) as AftersaleSummary,
  )
}

async function summariesOf(
  tx: Tx,
  { deps, user }: Viewing,
  rows: readonly CaseRow[],
): Promise<Map<string, AftersaleSummary>> {
  const ids = rows.map(({ id }) => id)
  if (ids.length === 0) return new Map()
  const goods = await goodsOf(tx, user.shopId, ids)
  const timers = await runningTimers(tx, user.shopId, ids)
  const events = await lastEvents(tx, user.shopId, ids)
  const { document: policy } = await policyOf(tx, user.shopId)
  const sent = await sentSince(tx, user.shopId, rows)
  const people = await shoppersOf(tx, user.shopId, [...new Set(rows.map((r) => r.shopperId))])
  return new Map(
    rows.map((row) => {
      const person = people.find(({ id }) => id === row.shopperId)
      const summary = summaryView(
        row,
        goods.filter(({ aftersaleId }) => aftersaleId === row.id),
        {
          timer: timers.find(({ aftersaleId }) => aftersaleId === row.id),
          last: events.find(({ aftersaleId }) => aftersaleId === row.id),
          policy,
          sentSince: sent.has(row.id),
          shopperName: shopperView(deps, row.shopperId, person).name,
        },
      )
      return [row.id, summary]
    }),
  )
}

export const readCounts = async (tx: Tx, { user }: Viewing) => ({
  items: await countCases(tx, readerOf(user)),
})

export const readCase = async (tx: Tx, ctx: Viewing, id: string) =>
  viewCase(tx, ctx, await caseFor(tx, ctx.user, id))

/** Events behind `after`. Shoppers learn that the shop acted, not which colleague did. */
export async function readTimeline(tx: Tx, ctx: Viewing, id: string, after: number) {
  const row = await caseFor(tx, ctx.user, id)
  const files = await mediaOf(tx, row.id, ctx)
  const events = await eventsOf(tx, row, after)
  const named = isStaffPrincipal(ctx.user)
  return {
    items: events.map(({ event, staffName }) => ({
      seq: event.seq,
      at: iso(event.at),
      actor: event.actorRole,
      actorName: named ? (staffName ?? '') : '',
      command: event.command,
      from: event.fromStatus,
      to: event.toStatus,
      details: { ...event.details },
      media: files.filter(({ seq }) => seq === event.seq).map(({ media }) => media),
    })),
  }
}

const RECENT = 10

export async function readDesk(tx: Tx, ctx: Viewing, id: string) {
  const row = await caseFor(tx, ctx.user, id)
  const notes = await notesOf(tx, row)
  const mine = { shopId: row.shopId, shopperId: row.shopperId }
  const recent = await listCases(tx, mine, {}, RECENT + 1)
  const others = recent.filter((other) => other.id !== row.id).slice(0, RECENT)
  const summaries = await summariesOf(tx, ctx, others)
  return {
    notes: notes.map((note) => ({ ...note, at: iso(note.at), author: note.author ?? '' })),
    history: { ...(await historyOf(tx, row)), recent: [...summaries.values()] },
  }
}

export async function addNote(tx: Tx, ctx: Viewing, id: string, text: string) {
  const row = await caseFor(tx, ctx.user, id)
  const note = { id: ctx.deps.ids.id(), text, at: ctx.now }
  await insertNote(tx, {
    ...note,
    shopId: row.shopId,
    aftersaleId: row.id,
    authorId: ctx.user.id,
  })
  const [stored] = await notesOf(tx, row)
  return { ...note, at: iso(note.at), author: stored?.author ?? '' }
}

export interface RatingIn {
  readonly attitude: number
  readonly speed: number
  readonly overall: number
  readonly tags: string[]
  readonly comment: string
}

/** @throws `wrong-status` unless it was completed within the last days, `already-exists` */
export async function rate(tx: Tx, ctx: Viewing, id: string, rating: RatingIn) {
  const row = await caseFor(tx, ctx.user, id)
  const ends = ratingEnds(row)
  if (ends === null || ctx.now > ends) throw problem('wrong-status', { why: 'rating-over' })
  const stored = { ...rating, shopId: row.shopId, aftersaleId: row.id, at: ctx.now }
  if (!(await insertRating(tx, stored))) throw problem('already-exists')
  return ratingView(stored)
}
