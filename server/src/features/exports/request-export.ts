// Asking for an export, and looking at those of the shop.

import { API_PREFIX } from '@shouhou/shared/contract'
import type { Export } from '@shouhou/shared/contract/exports'
import { chinaDay, dayText } from '@shouhou/shared/domain/china-time'
import type { ExportFormat, ExportList } from '@shouhou/shared/domain/exports'
import { LIMITS } from '@shouhou/shared/domain/limits'
import { addressExpiry } from '../../adapters/signed-address.ts'
import type { Tx } from '../../db/client.ts'
import { decodeCursor, toPage } from '../../db/cursor.ts'
import type { Ctx } from '../../http/context.ts'
import { isStaffPrincipal } from '../../http/context.ts'
import { problem, say } from '../../http/problems.ts'
import { SOURCES } from './sources.ts'
import {
  countUnfinished,
  type ExportRow,
  findExport,
  insertExport,
  listExports,
  type NamedExport,
} from './store.ts'
import { KEPT_MS, writeAtOnce } from './write-exports.ts'

interface Asked {
  readonly format: ExportFormat
  readonly filter: Readonly<Record<string, string | number>>
}

/**
 * The job. A small file is written before the answer leaves, so that the next look finds it ready; the
 * answer itself is the one of the moment it was asked for, also when it is repeated.
 * @throws `limit-reached`
 */
export async function requestExport(ctx: Ctx, list: ExportList, asked: Asked): Promise<Export> {
  const made = await ctx.transact((tx) => insertJob(tx, ctx, list, asked))
  await writeAtOnce(ctx.deps, made.id, ctx.signal).catch((err: unknown) =>
    ctx.deps.log.error({ err, export: made.id }, 'an export is left to the worker'),
  )
  return made
}

async function insertJob(tx: Tx, ctx: Ctx, list: ExportList, asked: Asked): Promise<Export> {
  const { user, now, deps } = ctx
  if (!isStaffPrincipal(user)) throw problem('not-allowed')
  if ((await countUnfinished(tx, user.shopId)) >= LIMITS.exportsAtOnce) {
    const detail = say('还有几份导出没有完成，请稍后再试', 'Several exports are not finished yet')
    throw problem('limit-reached', { detail })
  }
  const id = deps.ids.id()
  await insertExport(tx, {
    shopId: user.shopId,
    id,
    list,
    ...asked,
    language: ctx.language,
    requestedBy: user.id,
    role: user.role,
    state: 'WAITING',
    leaseUntil: now,
    createdAt: now,
  })
  return viewOf(ctx, await find(tx, user.shopId, id))
}

async function find(tx: Tx, shopId: string, id: string): Promise<NamedExport> {
  const found = await findExport(tx, shopId, id)
  if (!found) throw problem('not-found')
  return found
}

/** @throws `not-found` */
export const readExport = async (tx: Tx, ctx: Ctx, id: string): Promise<Export> =>
  viewOf(ctx, await find(tx, ctx.user.shopId, id))

export async function readExports(tx: Tx, ctx: Ctx, query: { cursor?: string; limit?: number }) {
  const limit = query.limit ?? LIMITS.pageSize
  const position = decodeCursor(query.cursor, 'instant')
  return toPage(
    await listExports(tx, ctx.user.shopId, position, limit + 1),
    limit,
    ({ row }) => ({ key: row.createdAt, id: row.id }),
    (found) => viewOf(ctx, found),
  )
}

function viewOf(ctx: Ctx, { row, by }: NamedExport): Export {
  const { id, list, format, state, rows, cut, bytes, createdAt, finishedAt } = row
  return {
    id,
    list,
    format,
    state,
    rows,
    cut,
    bytes,
    fileName: fileNameOf(row),
    url: addressOf(ctx, row),
    requestedBy: by ?? '',
    createdAt: createdAt.toISOString(),
    keptUntil: finishedAt && new Date(finishedAt.getTime() + KEPT_MS).toISOString(),
  }
}

export function fileNameOf({ list, format, language, createdAt }: ExportRow): string {
  const [zh, en] = SOURCES[list].name
  return `${language === 'en' ? en : zh}-${dayText(chinaDay(createdAt.getTime()))}.${format}`
}

/** For the caller alone, and for a few minutes. */
function addressOf({ deps, user, now }: Ctx, { shopId, id, fileKey }: ExportRow): string | null {
  if (fileKey === null) return null
  const address = { key: fileKey, viewer: `staff:${user.id}`, expiresAt: addressExpiry(now) }
  const { viewer, expires, signature } = deps.addresses.sign(address, now)
  const query = new URLSearchParams({ shop: shopId, viewer, expires: String(expires), signature })
  return `${API_PREFIX}/exports/${id}/file?${query}`
}
