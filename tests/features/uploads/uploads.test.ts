// Sending, seeing, removing files; who may see them and for how long.
import { randomUUID } from 'node:crypto'
import { mkdir, readdir, rename, rm, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestApp, testApp } from '../../helpers/app.ts'
import { createShop, type Person, type TestShop } from '../../helpers/client.ts'

let t: TestApp
let shop: TestShop
let jpeg: Buffer
beforeAll(async () => {
  t = await testApp()
  shop = await createShop(t)
  jpeg = await sharp({ create: { width: 64, height: 48, channels: 3, background: '#c33' } })
    .jpeg()
    .toBuffer()
})
afterAll(() => t.close())

/** A multipart body with one file. */
function multipart(file: Buffer, name: string, type: string) {
  const boundary = `----${randomUUID()}`
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: ${type}\r\n\r\n`
  return {
    payload: Buffer.concat([Buffer.from(head), file, Buffer.from(`\r\n--${boundary}--\r\n`)]),
    type: `multipart/form-data; boundary=${boundary}`,
  }
}

function send(who: Person, file: Buffer, name = 'a.jpg', type = 'image/jpeg', key?: string) {
  const body = multipart(file, name, type)
  return t.app.inject({
    method: 'POST',
    url: '/v1/uploads',
    headers: {
      authorization: `Bearer ${who.token}`,
      'content-type': body.type,
      'idempotency-key': key ?? randomUUID(),
    },
    payload: body.payload,
  })
}

const stored = async () => {
  const keys: string[] = []
  for await (const { key } of t.deps.storage.list()) keys.push(key)
  return keys
}

describe('an upload', () => {
  test('comes back as a cleaned photo with a thumbnail, through addresses that end', async () => {
    const answer = await send(shop.as('shopper'), jpeg)
    expect(answer.statusCode).toBe(201)
    const media = answer.json()
    expect(media).toMatchObject({ kind: 'photo', width: 64, height: 48 })
    for (const url of [media.url, media.thumbUrl]) {
      const bytes = await t.app.inject(url)
      expect(bytes.statusCode).toBe(200)
      expect(bytes.headers).toMatchObject({
        'content-type': 'image/jpeg',
        'x-content-type-options': 'nosniff',
      })
    }
    t.clock.advance(11 * 60_000)
    const late = await t.app.inject(media.url)
    expect(late.statusCode).toBe(403)
    expect(late.json()).toMatchObject({ code: 'address-expired' })
  })

  test('guarantee: an address changed in any part shows nothing', async () => {
    const media = (await send(shop.as('shopper'), jpeg)).json()
    const url = new URL(media.url, 'http://x')
    const changes: Record<string, string> = {
      viewer: 'shopper:someone-else',
      expires: String(Number(url.searchParams.get('expires')) + 60),
      variant: 'thumb',
      signature: 'AAAA',
      shop: randomUUID(),
    }
    for (const [name, value] of Object.entries(changes)) {
      const forged = new URL(url)
      forged.searchParams.set(name, value)
      const answer = await t.app.inject(`${forged.pathname}${forged.search}`)
      expect(answer.statusCode).toBe(403)
    }
  })

  test('can be read in parts, as players do', async () => {
    const media = (await send(shop.as('shopper'), jpeg)).json()
    const part = await t.app.inject({ url: media.url, headers: { range: 'bytes=0-9' } })
    expect(part.statusCode).toBe(206)
    expect(part.rawPayload.length).toBe(10)
    expect(part.headers['content-range']).toBe(`bytes 0-9/${media.bytes}`)
    const beyond = await t.app.inject({ url: media.url, headers: { range: 'bytes=99999999-' } })
    expect(beyond.statusCode).toBe(416)
  })

  test('repeated with the same key is one upload, and leaves no second copy', async () => {
    const shopper = await shop.newShopper()
    const key = randomUUID()
    const before = (await stored()).length
    const first = await send(shopper, jpeg, 'a.jpg', 'image/jpeg', key)
    const second = await send(shopper, jpeg, 'a.jpg', 'image/jpeg', key)
    expect(second.json().id).toBe(first.json().id)
    expect((await stored()).length).toBe(before + 2)
  })

  test('that is no photo is refused in words, and leaves nothing behind', async () => {
    const before = await stored()
    const html = Buffer.from('<html><script>alert(1)</script></html>')
    const answer = await send(shop.as('shopper'), html)
    expect(answer.statusCode).toBeGreaterThanOrEqual(415)
    expect(answer.json().detail).toMatch(/[\u4e00-\u9fff]/)
    expect(await stored()).toEqual(before)
  })

  test('without a file, or not as multipart, is refused', async () => {
    const headers = {
      authorization: `Bearer ${shop.as('shopper').token}`,
      'idempotency-key': randomUUID(),
    }
    const json = await t.app.inject({ method: 'POST', url: '/v1/uploads', headers, payload: {} })
    expect(json.statusCode).toBe(415)
  })

  test('can be taken back by its sender alone, while nothing uses it', async () => {
    const shopper = await shop.newShopper()
    const other = await shop.newShopper()
    const { id } = (await send(shopper, jpeg)).json()
    expect(await other.refused('DELETE /uploads/:id', { params: { id } })).toMatchObject({
      code: 'not-found',
    })
    await shopper.ok('DELETE /uploads/:id', { params: { id } })
    expect((await stored()).filter((key) => key.includes(id))).toEqual([])
    expect(await shopper.refused('DELETE /uploads/:id', { params: { id } })).toMatchObject({
      code: 'not-found',
    })
  })

  test('that nobody used is gone a day later, a used one stays', async () => {
    const shopper = await shop.newShopper()
    const unused = (await send(shopper, jpeg)).json()
    const used = (await send(shopper, jpeg)).json()
    const chat = await shopper.ok('POST /conversations', { body: { language: 'zh-CN' } })
    await shopper.ok('POST /conversations/:id/messages', {
      params: { id: chat.id },
      body: { text: '', mediaIds: [used.id] },
    })
    expect(
      await shopper.refused('POST /conversations/:id/messages', {
        params: { id: chat.id },
        body: { text: '再来一张', mediaIds: [used.id] },
      }),
    ).toMatchObject({ code: 'upload-unusable' })
    t.clock.advance(25 * 3_600_000)
    await t.drain()
    const keys = await stored()
    expect(keys.some((key) => key.includes(unused.id))).toBe(false)
    expect(keys.some((key) => key.includes(used.id))).toBe(true)
  })

  test('half-written when a process was killed is swept from the local folder', async () => {
    const incoming = join(t.deps.config.storageDir, '.incoming')
    await mkdir(incoming, { recursive: true })
    await writeFile(join(incoming, 'old'), 'x')
    await utimes(join(incoming, 'old'), new Date('2026-01-01'), new Date('2026-01-01'))
    await t.drain()
    expect(await readdir(incoming)).not.toContain('old')
  })

  test('while the folder does not answer, says so and when to come back', async () => {
    const shopper = await shop.newShopper()
    const { storageDir } = t.deps.config
    await rename(storageDir, `${storageDir}-away`)
    await writeFile(storageDir, 'a file where the folder was')
    const answer = await send(shopper, jpeg)
    await rm(storageDir)
    await rename(`${storageDir}-away`, storageDir)
    expect(answer.statusCode).toBe(503)
    expect(answer.json()).toMatchObject({ code: 'unavailable' })
    expect(answer.headers['retry-after']).toBe('2')
  })
})
