// What a phone must load before the web page shows something.
import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { enterAsShopper } from './helpers/scenes.ts'
import { openStage, type Stage, WEB_DIR } from './helpers/stage.ts'

const FIRST_SCREEN_BYTES = 250_000

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
}, 60_000)
afterAll(() => stage?.close())

describe('the first screen', () => {
  it('needs at most 250 kB of scripts, gzipped', async () => {
    stage.begin('page-weight')
    const phone = await stage.phone('shopper')
    await enterAsShopper(stage, phone, stage.shop.phone)
    const loaded: string[] = []
    phone.page.on('response', (response) => {
      const { pathname } = new URL(response.url())
      if (pathname.endsWith('.js')) loaded.push(pathname)
    })
    await phone.page.reload()
    await phone.see('最近订单')
    expect(loaded.length).toBeGreaterThan(1)
    const sizes = loaded.map((path) => gzipSync(readFileSync(join(WEB_DIR, path))).length)
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(FIRST_SCREEN_BYTES)
    await stage.end()
  })

  it('comes compressed, and for good: a second visit asks for no script again', async () => {
    const page = await stage.t.app.inject({ url: '/' })
    const script = /src="(\/js\/[^"]+\.js)"/.exec(page.body)?.[1] ?? ''
    const answer = await stage.t.app.inject({
      url: script,
      headers: { 'accept-encoding': 'gzip, deflate, br' },
    })
    expect(answer.headers).toMatchObject({
      'content-encoding': 'br',
      'content-type': expect.stringContaining('javascript'),
      'cache-control': expect.stringContaining('immutable'),
    })
    expect(answer.rawPayload.length).toBe(statSync(join(WEB_DIR, `${script}.br`)).size)
    const plain = await stage.t.app.inject({ url: script })
    expect(plain.headers['content-encoding']).toBeUndefined()
    expect(plain.rawPayload.length).toBe(statSync(join(WEB_DIR, script)).size)
  })
})
