// Up to 500 orders at once: each in a transaction of its own, so that one never hurts another.

import type { Input, Output } from '@shouhou/shared/contract'
import { OrderIn } from '@shouhou/shared/contract/orders'
import type { Ctx } from '../../http/context.ts'
import { problemOf } from '../../http/errors.ts'
import { problemBody } from '../../http/problems.ts'
import { invalidInput, strictAjv } from '../../http/validation.ts'
import { putOrder } from './put-order.ts'

type Item = Input<'POST /orders/batch'>['body']['orders'][number]
type Result = Output<'POST /orders/batch'>['results'][number]

const isOrder = strictAjv.compile<OrderIn>(OrderIn)

/** One result for each item, in the order of the items. Sending the batch again is safe. */
export async function putBatch(ctx: Ctx, items: readonly Item[]): Promise<{ results: Result[] }> {
  const results: Result[] = []
  for (const item of items) results.push(await putItem(ctx, item))
  return { results }
}

async function putItem(ctx: Ctx, { orderNo, order }: Item): Promise<Result> {
  try {
    if (!isOrder(order)) throw invalidInput(isOrder.errors ?? [], 'body')
    return await ctx.transact((tx) => putOrder(tx, ctx, orderNo, order))
  } catch (error) {
    const known = problemOf(error)
    if (known.code === 'internal' || known.code === 'unavailable') {
      ctx.deps.log.error({ err: error, problem: known.code }, 'order of a batch failed')
    }
    return {
      orderNo,
      outcome: 'refused',
      problem: problemBody(known, ctx.language, ctx.requestId),
    }
  }
}
