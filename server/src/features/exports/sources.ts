// The lists that leave as files: each read page by page by what the list on the page reads, so that filter,
// order and masking are the same, and its columns.
import type { AftersaleSummary } from '@shouhou/shared/contract/aftersale-views'
import type { RefundTask } from '@shouhou/shared/contract/desk'
import type { ExportList } from '@shouhou/shared/domain/exports'
import { formatFen } from '@shouhou/shared/domain/money'
import {
  type Name,
  RATE_TAG_NAMES,
  REASON_NAMES,
  REFUND_NAMES,
  STATUS_NAMES,
  TYPE_NAMES,
} from '@shouhou/shared/domain/names'
import type { Tx } from '../../db/client.ts'
import type { Ctx } from '../../http/context.ts'
import { readList, readRefunds } from '../aftersales/index.ts'
import { listRatings } from '../desk/index.ts'
import { readUnanswered } from '../faq/index.ts'
import { readOrders } from '../orders/index.ts'
import type { Kind, Value } from './sheet.ts'

/** Who reads, as the route of the list would know it. */
export interface Reading extends Pick<Ctx, 'deps' | 'user' | 'now' | 'read'> {
  readonly transact: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>
}

/** Picks the Chinese or the English of a name. */
export type Speak = (name: Name) => string

type Query = Readonly<Record<string, string | number>>
interface Page<Item> {
  readonly items: readonly Item[]
  readonly nextCursor: string | null
}
type Columns<Item> = readonly [Name, Kind, (item: Item, speak: Speak) => Value][]

/** A list whose rows are already values. */
export interface Source {
  readonly name: Name
  readonly columns: readonly [Name, Kind][]
  /** Rows behind a cursor. One that `moves` may come again further on, changed by then. */
  readonly page: (ctx: Reading, query: Query, speak: Speak) => Promise<Page<SourceRow>>
}
interface SourceRow {
  readonly id: string
  readonly moves: boolean
  readonly values: readonly Value[]
}

function source<Item>(
  name: Name,
  idOf: (item: Item) => string,
  columns: Columns<Item>,
  read: (ctx: Reading, query: Query) => Promise<Page<Item>>,
  moves: (item: Item) => boolean = () => false,
): Source {
  return {
    name,
    columns: columns.map(([title, kind]) => [title, kind]),
    async page(ctx, query, speak) {
      const { items, nextCursor } = await read(ctx, query)
      const rows = items.map((item) => ({
        id: idOf(item),
        moves: moves(item),
        values: columns.map(([, , value]) => value(item, speak)),
      }))
      return { items: rows, nextCursor }
    },
  }
}

const nameIn = (names: Readonly<Record<string, Name>>, code: string, speak: Speak): string => {
  const name = names[code]
  return name ? speak(name) : code
}

const CASE_NO: Name = ['售后单号', 'Case']
const ORDER_NO: Name = ['订单号', 'Order']
const STATUS: Name = ['状态', 'Status']
const AMOUNT: Name = ['金额（元）', 'Amount (yuan)']

const cases = source<AftersaleSummary>(
  ['售后单', 'Cases'],
  ({ id }) => id,
  [
    [CASE_NO, 'text', ({ no }) => no],
    [ORDER_NO, 'text', ({ orderNo }) => orderNo],
    [['类型', 'Type'], 'text', ({ type }, speak) => speak(TYPE_NAMES[type])],
    [STATUS, 'text', ({ status }, speak) => speak(STATUS_NAMES[status])],
    [['原因', 'Reason'], 'text', ({ reasonCode }, speak) => speak(REASON_NAMES[reasonCode])],
    [AMOUNT, 'yuan', ({ refundFen }) => refundFen],
    [['买家', 'Shopper'], 'text', ({ shopperName }) => shopperName],
    [['商品', 'Goods'], 'text', ({ goods }) => goods.name],
    [['商品种数', 'Lines'], 'count', ({ goods }) => goods.lines],
    [['申请时间', 'Applied'], 'time', ({ createdAt }) => createdAt],
    [['截止时间', 'Due'], 'time', ({ deadline }) => deadline?.dueAt ?? null],
    [['超时次数', 'Missed deadlines'], 'count', ({ missedDeadlines }) => missedDeadlines],
    [['更新时间', 'Changed'], 'time', ({ updatedAt }) => updatedAt],
  ],
  (ctx, query) => readList(ctx, query),
)

const refunds = source<RefundTask>(
  ['退款', 'Refunds'],
  ({ id }) => id,
  [
    [['退款单号', 'Refund'], 'text', ({ refundNo }) => refundNo],
    [CASE_NO, 'text', ({ aftersaleNo }) => aftersaleNo],
    [ORDER_NO, 'text', ({ orderNo }) => orderNo],
    [AMOUNT, 'yuan', ({ amountFen }) => amountFen],
    [STATUS, 'text', ({ status }, speak) => speak(REFUND_NAMES[status])],
    [
      ['退回到', 'Back to'],
      'text',
      ({ splits }) =>
        splits
          .map((one) => `${one.method} ${one.paymentNo} ${formatFen(one.amountFen)}`)
          .join('; '),
    ],
    [['发起时间', 'Requested'], 'time', ({ requestedAt }) => requestedAt],
    [['退款时间', 'Paid'], 'time', ({ succeededAt }) => succeededAt],
    [['流水号', 'Reference'], 'text', ({ reference }) => reference],
  ],
  (ctx, query) => ctx.transact((tx) => readRefunds(tx, ctx.user.shopId, query)),
  // The list shows those to be paid first: one that ends goes to the back.
  ({ status }) => status !== 'SUCCEEDED' && status !== 'CLOSED',
)

const orders = source<Awaited<ReturnType<typeof readOrders>>['items'][number]>(
  ['订单', 'Orders'],
  ({ id }) => id,
  [
    [ORDER_NO, 'text', ({ orderNo }) => orderNo],
    [['下单时间', 'Placed'], 'time', ({ placedAt }) => placedAt],
    [['发货时间', 'Shipped'], 'time', ({ shippedAt }) => shippedAt],
    [['签收时间', 'Signed for'], 'time', ({ signedAt }) => signedAt],
    [['实付（元）', 'Paid (yuan)'], 'yuan', ({ paidFen }) => paidFen],
    [
      ['商品', 'Goods'],
      'text',
      ({ lines }) =>
        lines.map(({ name, spec, quantity }) => `${name} ${spec} ×${quantity}`).join('; '),
    ],
    [['进行中的售后', 'Open cases'], 'count', ({ openAftersales }) => openAftersales],
  ],
  (ctx, query) => ctx.transact((tx) => readOrders(tx, ctx, query)),
)

const ratings = source<Awaited<ReturnType<typeof listRatings>>['items'][number]>(
  ['评价', 'Ratings'],
  ({ aftersaleId }) => aftersaleId,
  [
    [CASE_NO, 'text', ({ aftersaleNo }) => aftersaleNo],
    [['总体', 'Overall'], 'count', ({ rating }) => rating.overall],
    [['服务态度', 'Attitude'], 'count', ({ rating }) => rating.attitude],
    [['处理速度', 'Speed'], 'count', ({ rating }) => rating.speed],
    [
      ['标签', 'Tags'],
      'text',
      ({ rating }, speak) =>
        rating.tags.map((tag) => nameIn(RATE_TAG_NAMES, tag, speak)).join('; '),
    ],
    [['评语', 'Comment'], 'text', ({ rating }) => rating.comment],
    [['评价时间', 'At'], 'time', ({ rating }) => rating.at],
  ],
  (ctx, query) => ctx.transact((tx) => listRatings(tx, ctx.user.shopId, query)),
)

const CAUSES: Readonly<Record<string, Name>> = {
  MISSED: ['没有找到答案', 'No answer found'],
  UNHELPFUL: ['答案没有帮助', 'The answer did not help'],
}

const unanswered = source<Awaited<ReturnType<typeof readUnanswered>>['items'][number]>(
  ['未答问题', 'Unanswered questions'],
  ({ id }) => id,
  [
    [['问题', 'Question'], 'text', ({ question }) => question],
    [['被问次数', 'Asked'], 'count', ({ count }) => count],
    [['原因', 'Cause'], 'text', ({ cause }, speak) => nameIn(CAUSES, cause, speak)],
    [
      ['相近的问答', 'Nearest entries'],
      'text',
      ({ nearest }) => nearest.map(({ question }) => question).join('; '),
    ],
    [['最近被问', 'Last asked'], 'time', ({ lastAt }) => lastAt],
  ],
  (ctx, query) => ctx.transact((tx) => readUnanswered(tx, query, ctx)),
)

export const SOURCES: Readonly<Record<ExportList, Source>> = {
  aftersales: cases,
  refunds,
  orders,
  ratings,
  unanswered,
}
