// A reader's inbox: threads, notices, what is unread.
import type { Notice, NoticeThread } from '@shouhou/shared/contract/notices'
import { LIMITS } from '@shouhou/shared/domain/limits'
import { type NoticeLanguage, noticeSentences } from '@shouhou/shared/domain/notice-text'
import type { Tx } from '../../db/client.ts'
import { toPage } from '../../db/cursor.ts'
import type { Ctx } from '../../http/context.ts'
import { problem } from '../../http/problems.ts'
import {
  countUnread,
  isKnown,
  listNotices,
  listThreads,
  markRead,
  type NoticeRow,
  type Reader,
  type Which,
} from './notice-store.ts'
import { shopName, templatesOf } from './receiver-store.ts'

export const readerOf = ({ user }: Ctx): Reader => ({ shopId: user.shopId, readerId: user.id })

/** Notices as their reader sees them now: in the shop's words and the language of the request. */
async function viewer(tx: Tx, ctx: Ctx): Promise<(row: NoticeRow) => Notice> {
  const { shopId } = ctx.user
  const shop = await shopName(tx, shopId)
  const own = new Map((await templatesOf(tx, shopId)).map((row) => [row.event, row.wording]))
  const language: NoticeLanguage = ctx.language === 'en' ? 'en' : 'zh-CN'
  return ({ id, event, params, createdAt, readAt }) => ({
    id,
    event,
    ...noticeSentences(event, own.get(event) ?? null, params, shop, language),
    at: createdAt.toISOString(),
    readAt: readAt?.toISOString() ?? null,
  })
}

export async function readInbox(
  tx: Tx,
  ctx: Ctx,
  query: { readonly cursor?: string; readonly limit?: number; readonly unread?: boolean },
) {
  const limit = query.limit ?? LIMITS.pageSize
  const rows = await listThreads(tx, readerOf(ctx), query, limit + 1)
  const view = await viewer(tx, ctx)
  return toPage(
    rows,
    limit,
    ({ thread }) => ({ key: thread.lastAt, id: thread.subjectId }),
    ({ thread, notice, no }): NoticeThread => ({
      subject: { kind: notice.subjectKind, id: thread.subjectId, no },
      unread: thread.unread,
      latest: view(notice),
    }),
  )
}

/** @throws `not-found` for a subject nobody told the reader about. */
export async function readThread(
  tx: Tx,
  ctx: Ctx,
  subjectId: string,
  query: { readonly cursor?: string; readonly limit?: number },
) {
  const limit = query.limit ?? LIMITS.pageSize
  if (!(await isKnown(tx, readerOf(ctx), { subjectId }))) throw problem('not-found')
  const rows = await listNotices(tx, readerOf(ctx), subjectId, query.cursor, limit + 1)
  return toPage(rows, limit, ({ createdAt, id }) => ({ key: createdAt, id }), await viewer(tx, ctx))
}

export const readCount = async (tx: Tx, ctx: Ctx) => ({
  unread: await countUnread(tx, readerOf(ctx)),
})

/** @throws `not-found` for what is not there, or not the reader's. */
export async function readNotices(tx: Tx, ctx: Ctx, which: Which) {
  const reader = readerOf(ctx)
  const isNamed = which.noticeId !== undefined || which.subjectId !== undefined
  if (isNamed && !(await isKnown(tx, reader, which))) throw problem('not-found')
  const marked = await markRead(tx, reader, which, ctx.now)
  if (marked > 0) {
    const shopperId = ctx.user.role === 'shopper' ? ctx.user.id : null
    const id = which.subjectId ?? ctx.user.id
    ctx.deps.live.signal(tx, {
      shopId: reader.shopId,
      shopperId,
      kind: 'notice',
      id,
      version: 0,
    })
  }
  return readCount(tx, ctx)
}
