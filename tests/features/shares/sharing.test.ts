// Showing a case to family: what a link tells, what it keeps to itself, and when it ends.
import { randomUUID } from 'node:crypto'
import { shareLinks } from '@shouhou/server/features/shares/tables.ts'
import { makeLog } from '@shouhou/server/log.ts'
import { DAY } from '@shouhou/shared/domain/china-time'
import { LIMITS } from '@shouhou/shared/domain/limits'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestApp, testApp } from '../../helpers/app.ts'
import { anonymous, type Person, type TestShop } from '../../helpers/client.ts'
import { aLine } from '../../helpers/factories.ts'
import {
  apply,
  give,
  photo,
  placeOrder,
  RETURN_ADDRESS,
  read,
  readyShop,
  WAYBILL,
} from '../aftersales/scenario.ts'

let t: TestApp
let shop: TestShop
let shopper: Person
beforeAll(async () => {
  t = await testApp()
  shop = await readyShop(t)
  shopper = shop.as('shopper')
})
afterAll(() => t.close())

const applied = async () => apply(shopper, await placeOrder(t, shop))
const share = (who: Person, { id }: { id: string }, extra = {}) =>
  who.ok('POST /aftersales/:id/share', { params: { id }, ...extra })
const linksOf = async ({ id }: { id: string }) =>
  (await shopper.ok('GET /aftersales/:id/share', { params: { id } })).items
const open = (token: string) => anonymous(t).ok('GET /shared/:token', { params: { token } })
const closed = (token: string) => anonymous(t).refused('GET /shared/:token', { params: { token } })

describe('what a link shows', () => {
  test('is the type, the goods, how far it has come, and until when who must act', async () => {
    const made = await applied()
    const { token, expiresAt } = await share(shopper, made)
    const seen = await open(token)
    expect(seen).toMatchObject({
      shop: '测试店',
      type: 'RETURN_REFUND',
      status: 'PENDING_REVIEW',
      goods: [{ name: '蓝色马克杯', quantity: 1 }],
      deadline: { waitsFor: 'merchant', dueAt: made.deadline?.dueAt },
      expiresAt,
    })
    expect(seen.timeline.map(({ command, to }) => `${command} ${to}`)).toEqual([
      'apply PENDING_REVIEW',
    ])
  })

  test('moves on with the case', async () => {
    const made = await applied()
    const { token } = await share(shopper, made)
    await give(shop.as('agent'), made, 'approve')
    expect(await open(token)).toMatchObject({ status: 'AWAIT_RETURN' })
  })

  test('has none of the personal data of the case, no number, no file and nobody’s words', async () => {
    const mark = () => `机密${randomUUID().slice(0, 8)}`
    const secret = { spec: mark(), said: mark(), asked: mark(), supplied: mark(), waybill: '' }
    const lines = [aLine({ spec: secret.spec })]
    const order = await placeOrder(t, shop, { lines })
    const body = {
      orderNo: order.orderNo,
      type: 'RETURN_REFUND' as const,
      lines: [{ lineId: order.lineIds[0] ?? '', quantity: 1 }],
      reasonCode: 'NO_REASON_7D' as const,
      receivedGoods: true,
      description: secret.said,
      mediaIds: [await photo(t, shop, shopper)],
    }
    const agent = shop.as('agent')
    const made = await shopper.ok('POST /aftersales', { body })
    const asked = await give(agent, made, 'request-info', { text: secret.asked })
    const told = await give(shopper, asked, 'supply-info', { text: secret.supplied, mediaIds: [] })
    await agent.ok('POST /aftersales/:id/notes', {
      params: { id: made.id },
      body: { text: mark() },
    })
    const approved = await give(agent, told, 'approve')
    await give(shopper, approved, 'ship-return', WAYBILL)
    const whole = await read(shopper, made)
    const seen = JSON.stringify(await open((await share(shopper, made)).token))

    const { name, phone, address } = RETURN_ADDRESS
    const people = ['李小明', shop.phone, '13800138000', '文三路', name, phone, address]
    const numbers = [whole.id, whole.no, order.orderNo, shopper.id, shop.id, WAYBILL.waybillNo]
    const files = [...whole.media.map(({ id }) => id), 'http', '/v1/media', 'signature']
    const words = [secret.spec, secret.said, secret.asked, secret.supplied]
    const staff = [agent.id, agent.session.me.name ?? 'agent ']
    const masked = [whole.shopper.name, whole.shopper.phoneMasked ?? '', String(whole.wantFen)]
    for (const private_ of [...people, ...numbers, ...files, ...words, ...staff, ...masked]) {
      expect(private_).not.toBe('')
      expect(seen).not.toContain(private_)
    }
  })

  test('names no field that is not meant for strangers', async () => {
    const made = await applied()
    const seen = await open((await share(shopper, made)).token)
    const keysOf = (value: object) => Object.keys(value).sort().join(' ')
    expect(keysOf(seen)).toBe('closeReason deadline expiresAt goods shop status timeline type')
    expect(keysOf(seen.goods[0] ?? {})).toBe('image name quantity')
    expect(keysOf(seen.timeline[0] ?? {})).toBe('actor at command from to')
  })
})

describe('a link', () => {
  test('is given again to a repeat, and its token is stored nowhere', async () => {
    const made = await applied()
    const idempotencyKey = randomUUID()
    const first = await share(shopper, made, { idempotencyKey })
    expect(await share(shopper, made, { idempotencyKey })).toEqual(first)
    expect(await linksOf(made)).toEqual([first])
    const stored = await t.deps.db.pool.query(
      `begin; set local role shouhou_platform;
       select (select json_agg(s) from share_links s)::text
         || (select json_agg(k) from idempotency_keys k)::text as rows; rollback`,
    )
    const [, , rows] = stored as unknown as { rows: { rows: string }[] }[]
    expect(rows?.rows[0]?.rows).toContain(first.id)
    expect(rows?.rows[0]?.rows).not.toContain(first.token)
  })

  test('ends when the shopper stops sharing, also one that was made before', async () => {
    const made = await applied()
    const links = [await share(shopper, made), await share(shopper, made)]
    const params = { id: made.id }
    await shopper.ok('DELETE /aftersales/:id/share', { params })
    await shopper.ok('DELETE /aftersales/:id/share', { params })
    for (const { token } of links) expect((await closed(token)).code).toBe('not-found')
    expect(await linksOf(made)).toEqual([])
  })

  test('that ended answers exactly like one that never was', async () => {
    const made = await applied()
    const { token } = await share(shopper, made)
    await shopper.ok('DELETE /aftersales/:id/share', { params: { id: made.id } })
    const essence = ({ instance: _id, ...rest }: object & { instance?: string }) => rest
    expect(essence(await closed(token))).toEqual(essence(await closed('x'.repeat(43))))
  })

  test('of five made at once leaves three', async () => {
    const made = await applied()
    const params = { id: made.id }
    const tries = Array.from({ length: 5 }, () =>
      shopper.call('POST /aftersales/:id/share', { params }),
    )
    const codes = (await Promise.all(tries)).map(({ status }) => status).sort()
    expect(codes).toEqual([201, 201, 201, 409, 409])
  })
})

test('the log says that a link was opened, not which', () => {
  const lines: string[] = []
  const log = makeLog('info', { write: (line) => lines.push(line) })
  const token = 'abc'.padEnd(43, 'x')
  log.info({ req: { method: 'GET', url: `/v1/shared/${token}`, id: '1' } }, 'request')
  expect(lines.join()).toContain('/v1/shared/:token')
  expect(lines.join()).not.toContain(token)
})

// Last: afterwards the people of this file have been signed out by time.
test('a link ends after seven days, is forgotten, and leaves room for others', async () => {
  const made = await applied()
  const { token } = await share(shopper, made)
  for (let i = 1; i < LIMITS.shareLinks; i++) await share(shopper, made)
  const params = { id: made.id }
  const full = await shopper.refused('POST /aftersales/:id/share', { params })
  expect(full.code).toBe('limit-reached')
  t.clock.advance(LIMITS.shareDays * DAY - 1)
  expect((await open(token)).status).toBeDefined()
  t.clock.advance(1)
  expect((await closed(token)).code).toBe('not-found')
  const later = await shop.newShopper({ phone: shop.phone })
  expect((await later.ok('GET /aftersales/:id/share', { params })).items).toEqual([])
  const next = await share(later, made)
  t.clock.advance(1)
  await t.drain()
  const stored = await t.deps.db.transact({ shopId: shop.id }, (tx) => tx.select().from(shareLinks))
  expect(stored.map(({ id }) => id)).toEqual([next.id])
})
