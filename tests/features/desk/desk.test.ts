// Policy, figures and the live channel.

import type { AddressInfo } from 'node:net'
import { DEFAULT_POLICY } from '@shouhou/shared/domain/aftersale-policy'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import WebSocket from 'ws'
import { type TestApp, testApp } from '../../helpers/app.ts'
import { createShop, type TestShop } from '../../helpers/client.ts'

let t: TestApp
let shop: TestShop
beforeAll(async () => {
  t = await testApp()
  shop = await createShop(t)
  await t.app.listen({ host: '127.0.0.1', port: 0 })
})
afterAll(() => t.close())

const document = () => structuredClone(DEFAULT_POLICY) as never as Record<string, never>

describe('the policy', () => {
  test('starts as the law says, and every change is a new version', async () => {
    const own = await createShop(t)
    const owner = own.as('owner')
    const first = await owner.ok('GET /policy')
    expect(first).toMatchObject({ version: 1, document: DEFAULT_POLICY })
    const changed = { ...DEFAULT_POLICY, windows: { ...DEFAULT_POLICY.windows, noReason: 15 } }
    const second = await owner.ok('PUT /policy', {
      body: { version: 1, document: changed as never },
    })
    expect(second.version).toBe(2)
    expect(second.document.windows.noReason).toBe(15)
    expect(
      await owner.refused('PUT /policy', { body: { version: 1, document: changed as never } }),
    ).toMatchObject({ code: 'version-conflict', currentVersion: 2 })
  })

  test('below the law is refused with the place, the bound and the clause', async () => {
    const owner = shop.as('owner')
    const unlawful = { ...DEFAULT_POLICY, windows: { ...DEFAULT_POLICY.windows, noReason: 3 } }
    expect(
      await owner.refused('PUT /policy', { body: { version: 1, document: unlawful as never } }),
    ).toMatchObject({
      code: 'policy-unlawful',
      errors: [{ pointer: '/document/windows/noReason' }],
    })
    const { problems } = await owner.ok('POST /policy/check', {
      body: { document: unlawful as never },
    })
    expect(problems[0]).toMatchObject({ code: 'too-short', clause: 'consumer-25' })
  })

  test('with an unknown field is refused', async () => {
    const body = { version: 1, document: { ...document(), surprise: 1 } as never }
    expect(await shop.as('owner').refused('PUT /policy', { body })).toMatchObject({
      code: 'invalid-input',
    })
  })
})

describe("today's figures", () => {
  test('of a new shop are all zero', async () => {
    const own = await createShop(t)
    const today = await own.as('agent').ok('GET /today')
    expect(today).toMatchObject({ open: 0, dueIn4h: 0, refundsToPay: 0, ratingAverage: null })
  })

  test('count conversations that wait', async () => {
    const own = await createShop(t)
    const shopper = await own.newShopper()
    const { id } = await shopper.ok('POST /conversations', { body: { language: 'zh-CN' } })
    await shopper.ok('POST /conversations/:id/messages', {
      params: { id },
      body: { text: '转人工', mediaIds: [] },
    })
    expect((await own.as('agent').ok('GET /today')).conversationsWaiting).toBe(1)
  })
})

describe('the live channel', () => {
  const address = (ticket: string) =>
    `ws://127.0.0.1:${(t.app.server.address() as AddressInfo).port}/v1/live?ticket=${encodeURIComponent(ticket)}`

  /** Opens a channel and collects what it says. */
  async function listen(ticket: string) {
    const socket = new WebSocket(address(ticket))
    const heard: { kind: string; conversationId?: string }[] = []
    const waiting: (() => void)[] = []
    socket.on('message', (data) => {
      heard.push(JSON.parse(String(data)))
      for (const wake of waiting.splice(0)) wake()
    })
    const until = async (done: () => boolean) => {
      while (!done()) await new Promise<void>((wake) => waiting.push(wake))
    }
    await until(() => heard.length > 0)
    return { heard, until, close: () => socket.close() }
  }

  test('tells a shopper what changed of theirs, and nothing of others', async () => {
    const mine = await shop.newShopper()
    const other = await shop.newShopper()
    const { ticket } = await mine.ok('POST /live/tickets')
    const channel = await listen(ticket)
    await other.ok('POST /conversations', { body: { language: 'zh-CN' } })
    const own = await mine.ok('POST /conversations', { body: { language: 'zh-CN' } })
    await channel.until(() => channel.heard.some((m) => m.conversationId === own.id))
    expect(channel.heard.filter((m) => m.kind === 'conversation')).toHaveLength(1)
    channel.close()
  })

  test('tells staff of the whole shop, and of no other shop', async () => {
    const elsewhere = await createShop(t)
    const { ticket } = await shop.as('agent').ok('POST /live/tickets')
    const channel = await listen(ticket)
    await (await elsewhere.newShopper()).ok('POST /conversations', { body: { language: 'zh-CN' } })
    const shopper = await shop.newShopper()
    const own = await shopper.ok('POST /conversations', { body: { language: 'zh-CN' } })
    await channel.until(() => channel.heard.some((m) => m.conversationId === own.id))
    expect(channel.heard.filter((m) => m.kind === 'conversation')).toHaveLength(1)
    channel.close()
  })

  test('tells a program with a key of cases, and of nothing else', async () => {
    const { ticket } = await shop.as('integrator').ok('POST /live/tickets')
    const channel = await listen(ticket)
    await (await shop.newShopper()).ok('POST /conversations', { body: { language: 'zh-CN' } })
    const told = { shopId: shop.id, shopperId: null, kind: 'aftersale', version: 1 } as const
    await t.deps.db.transact({ shopId: shop.id }, async (tx) =>
      t.deps.live.signal(tx, { ...told, id: shop.id }),
    )
    await channel.until(() => channel.heard.some(({ kind }) => kind === 'aftersale'))
    expect(channel.heard.map(({ kind }) => kind)).toEqual(['ready', 'aftersale'])
    channel.close()
  })

  test('guarantee: opens only with a ticket of ours that is not over', async () => {
    const { ticket } = await shop.as('agent').ok('POST /live/tickets')
    const refusal = (given: string) =>
      new Promise<number | undefined>((resolve) => {
        const socket = new WebSocket(address(given))
        socket.on('unexpected-response', (_request, response) => resolve(response.statusCode))
        socket.on('error', () => resolve(undefined))
        socket.on('open', () => resolve(101))
      })
    expect(await refusal(`${ticket}x`)).toBe(401)
    t.clock.advance(61_000)
    expect(await refusal(ticket)).toBe(401)
  })
})
