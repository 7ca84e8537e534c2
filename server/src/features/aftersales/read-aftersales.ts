// Reading cases: lists, counts, one case, its timeline, and what only staff see.
import type { Aftersale } from '@shouhou/shared/contract/aftersale-views'
import { LIMITS } from '@shouhou/shared/domain/limits'
import { turnOf } from '@shouhou/shared/domain/queue'
import type { Tx } from '../../db/client.ts'
import { toPage } from '../../db/cursor.ts'
import type { Ctx, ShopPrincipal } from '../../http/context.ts'
import { isStaffPrincipal } from '../../http/context.ts'
import { problem } from '../../http/problems.ts'
import { paidOrder } from '../orders/index.ts'
import { mediaOf } from '../uploads/index.ts'
import type { CaseRow } from './case-store.ts'
import { insertNote, insertRating, notesOf } from './document-store.ts'
import {
  type CountRow,
  countStatement,
  countsView,
  type Listed,
  type Lister,
  type ListQuery,
  listStatement,
  type Needle,
  readListed,
} from './list-store.ts'
import { caseStatement, eventsOf, findCase, historyOf, partsIn } from './read-store.ts'
import { caseView, ratingEnds, ratingView } from './view.ts'
import { iso, summaryView } from './view-parts.ts'

type Viewing = Pick<Ctx, 'deps' | 'now' | 'user'>
type Reading = Viewing & Pick<Ctx, 'read'>

const readerOf = ({ role, id, shopId }: ShopPrincipal): Lister => ({
  shopId,
  shopperId: role === 'shopper' ? id : null,
  turn: turnOf(role),
})

/** @throws `not-found` for a missing case and, with the same words, for a foreign one. */
export async function caseFor(tx: Tx, user: ShopPrincipal, id: string): Promise<CaseRow> {
  const row = await findCase(tx, readerOf(user), id)
  if (!row) throw problem('not-found')
  return row
}

type Asked = Omit<ListQuery, 'needle'> & { readonly q?: string }

const MOBILE = /^1[3-9][0-9]{9}$/
const TAIL = /^[0-9]{4}$/

/** Numbers for everybody; for the shop also a phone, or its last four digits. */
function needleOf(
  { deps: { personal }, user }: Viewing,
  q: string | undefined,
): { readonly needle?: Needle } {
  const text = q?.trim() ?? ''
  if (text === '') return {}
  if (user.role === 'shopper') return { needle: { text } }
  if (MOBILE.test(text)) return { needle: { text, phoneIndex: personal.blindIndex('phone', text) } }
  if (!TAIL.test(text)) return { needle: { text } }
  return { needle: { text, phoneTailIndex: personal.blindIndex('phone-tail', text) } }
}

export async function readList(ctx: Reading, { q, ...query }: Asked) {
  const limit = query.limit ?? LIMITS.pageSize
  const reader = readerOf(ctx.user)
  const asked = { ...query, ...needleOf(ctx, q) }
  const { cases, policy } = readListed(
    await ctx.read<Listed>(listStatement(reader, asked, { limit: limit + 1, now: ctx.now })),
    reader.shopId,
  )
  const keyOf = ({ deadlineAt, createdAt }: CaseRow) =>
    query.sort === 'due' && deadlineAt ? deadlineAt : createdAt
  return toPage(
    cases.map((parts) => ({ parts, row: parts.row[0] as CaseRow })),
    limit,
    ({ row }) => ({ key: keyOf(row), id: row.id }),
    ({ parts }) => summaryView(ctx, parts, policy),
  )
}

export async function readCounts(ctx: Ctx) {
  const reader = readerOf(ctx.user)
  return countsView(await ctx.read<CountRow>(countStatement(reader, ctx.now)))
}

/** @throws `not-found` as {@link caseFor} does */
export async function readCase(ctx: Ctx, id: string): Promise<Aftersale> {
  const parts = partsIn(await ctx.read(caseStatement(readerOf(ctx.user), id)))
  if (!parts) throw problem('not-found')
  return caseView(ctx, parts)
}

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
  const mine = { ...readerOf(ctx.user), shopperId: row.shopperId }
  const [notes, history, order, found] = await Promise.all([
    notesOf(tx, row),
    historyOf(tx, row),
    paidOrder(tx, row.shopId, row.orderNo),
    tx.execute<Listed>(listStatement(mine, {}, { limit: RECENT + 1, now: ctx.now })),
  ])
  const { cases, policy } = readListed(found.rows, row.shopId)
  const others = cases.filter((parts) => parts.row[0]?.id !== row.id).slice(0, RECENT)
  return {
    notes: notes.map((note) => ({ ...note, at: iso(note.at), author: note.author ?? '' })),
    order,
    history: { ...history, recent: others.map((parts) => summaryView(ctx, parts, policy)) },
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
