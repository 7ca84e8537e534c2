// Money back for goods that were never sent, in a browser: application, decision, payout, rating.
import { afterEach, beforeEach, expect, it } from 'vitest'
import { callerWith } from '../helpers/client.ts'
import {
  actAtDesk,
  enterBoth,
  fillApplication,
  follows,
  importOrder,
  openAtDesk,
  rateCase,
  reportPayout,
  sendApplication,
} from './helpers/scenes.ts'
import { openStage, type Stage } from './helpers/stage.ts'

// A stage for each: the same phone gets no second code within a minute.
let stage: Stage
beforeEach(async () => {
  stage = await openStage()
}, 60_000)
afterEach(() => stage?.close())

const NETWORKS = { 'refund-only': undefined, 'refund-only-bad-network': 'bad' } as const

it.each(Object.entries(NETWORKS))(
  'gives money back for goods that were never sent (%s)',
  async (album, network) => {
    stage.begin(album, network)
    const orderNo = await importOrder(stage, { shipped: false })
    const { shopper, desk } = await enterBoth(stage)
    await fillApplication(stage, shopper, { orderNo, type: '仅退款', reason: '不想要了' })
    await shopper.picture('form')
    const id = await sendApplication(shopper)

    await openAtDesk(desk, orderNo)
    await desk.picture('case')
    await follows(shopper, '退款中', () => actAtDesk(desk, '同意', { sure: true }))
    await shopper.picture('refunding')
    await follows(shopper, '售后已完成', () => reportPayout(desk))
    await shopper.picture('completed')
    await rateCase(shopper)

    // The shop's own system reads the same end.
    const key = callerWith(stage.t, stage.shop.apiKey)
    const { status, refunds } = await key.ok('GET /aftersales/:id', { params: { id } })
    expect(status).toBe('COMPLETED')
    expect(refunds.map(({ amountFen, status: state }) => [amountFen, state])).toEqual([
      [10_000, 'SUCCEEDED'],
    ])
    await stage.end()
  },
)
