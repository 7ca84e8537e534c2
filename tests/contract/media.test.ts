// Answers of uploads and media that need real files to provoke.
import { randomUUID } from 'node:crypto'
import { idempotencyKeys } from '@shouhou/server/http/tables.ts'
import { LIMITS } from '@shouhou/shared/domain/limits'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { photo } from '../features/aftersales/scenario.ts'
import { type TestApp, testApp } from '../helpers/app.ts'
import { createShop, type Person, type TestShop } from '../helpers/client.ts'

describe('an uploaded file', () => {
  let t: TestApp
  let shop: TestShop
  let jpeg: Buffer
  beforeAll(async () => {
    t = await testApp()
    shop = await createShop(t)
    const create = { width: 40, height: 30, channels: 3 as const, background: '#39c' }
    jpeg = await sharp({ create }).jpeg().toBuffer()
  })
  afterAll(() => t.close())

  function send(who: Person, file: Buffer, key: string = randomUUID()) {
    const head =
      '--b\r\ncontent-disposition: form-data; name="file"; filename="a.jpg"\r\ncontent-type: image/jpeg\r\n\r\n'
    return t.app.inject({
      method: 'POST',
      url: '/v1/uploads',
      headers: {
        authorization: `Bearer ${who.token}`,
        'content-type': 'multipart/form-data; boundary=b',
        'idempotency-key': key,
      },
      payload: Buffer.concat([Buffer.from(head), file, Buffer.from('\r\n--b--\r\n')]),
    })
  }

  test('is taken, and served whole or in part', async () => {
    const answer = await send(shop.as('shopper'), jpeg)
    expect(answer.statusCode).toBe(201)
    const { url } = answer.json()
    expect((await t.app.inject(url)).statusCode).toBe(200)
    const part = await t.app.inject({ url, headers: { range: 'bytes=0-9' } })
    expect(part.statusCode).toBe(206)
  })

  test('is refused when it is too large, or breaks off', async () => {
    const large = Buffer.concat([jpeg, Buffer.alloc(LIMITS.photoBytes)])
    expect((await send(shop.as('shopper'), large)).json().code).toBe('file-too-large')
    const half = jpeg.subarray(0, jpeg.length / 2)
    expect((await send(shop.as('shopper'), half)).json().code).toBe('file-refused')
  })

  test('is one too many when twenty-seven are not used yet', async () => {
    const busy = await shop.newShopper()
    for (let i = 0; i < LIMITS.filesPerCase * 3; i++) await photo(t, shop, busy)
    expect((await send(busy, jpeg)).json().code).toBe('limit-reached')
  })

  test('is refused under a key that another request has used', async () => {
    const who = shop.as('shopper')
    const key = randomUUID()
    const used = {
      shopId: shop.id,
      principal: `shopper:${who.id}`,
      route: 'POST /uploads',
      key,
      fingerprint: 'of another body',
      createdAt: t.clock.now(),
    }
    await t.deps.db.transact({ shopId: shop.id }, (tx) => tx.insert(idempotencyKeys).values(used))
    expect((await send(who, jpeg, key)).json().code).toBe('idempotency-key-reused')
  })

  test('is not found when its bytes are lost', async () => {
    const { url } = (await send(shop.as('shopper'), jpeg)).json()
    for await (const { key } of t.deps.storage.list()) await t.deps.storage.remove(key)
    expect((await t.app.inject(url)).json().code).toBe('not-found')
  })
})

test('the live channel tells a caller who does not speak WebSocket', async () => {
  const t = await testApp()
  const shop = await createShop(t)
  const { ticket } = await shop.as('shopper').ok('POST /live/tickets')
  const answer = await t.app.inject(`/v1/live?ticket=${encodeURIComponent(ticket)}`)
  expect(answer.json()).toMatchObject({ status: 426, code: 'upgrade-needed' })
  await t.close()
})
