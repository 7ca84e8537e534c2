// The shell of the application, before any feature.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestApp, testApp } from '../helpers/app.ts'

describe('the application', () => {
  let t: TestApp
  beforeAll(async () => {
    t = await testApp()
  })
  afterAll(() => t.close())

  test('is alive and ready', async () => {
    expect((await t.app.inject('/livez')).statusCode).toBe(200)
    expect((await t.app.inject('/readyz')).statusCode).toBe(200)
  })

  test('answers an unknown address with a problem document in Chinese, or English when asked', async () => {
    const zh = await t.app.inject('/v1/nowhere')
    expect(zh.statusCode).toBe(404)
    expect(zh.headers['content-type']).toContain('application/problem+json')
    expect(zh.json()).toMatchObject({ code: 'not-found', title: '没有找到' })
    const en = await t.app.inject({ url: '/v1/nowhere', headers: { 'accept-language': 'en-GB' } })
    expect(en.json()).toMatchObject({ title: 'Not found' })
  })

  test('names the field and the reason of bad input, and refuses unknown fields', async () => {
    const answer = await t.app.inject({
      method: 'POST',
      url: '/v1/auth/phone-codes',
      payload: { shop: 'demo', phone: '13800138000', admin: true },
    })
    expect(answer.statusCode).toBe(400)
    expect(answer.json()).toMatchObject({ code: 'invalid-input', errors: [{ pointer: '/admin' }] })
  })

  test('asks for a sign-in where the contract does', async () => {
    const answer = await t.app.inject('/v1/me')
    expect(answer.statusCode).toBe(401)
    expect(answer.json()).toMatchObject({ code: 'not-signed-in' })
  })

  test('shows its document for people and programs', async () => {
    const page = await t.app.inject('/docs/')
    expect(page.statusCode).toBe(200)
    const document = (await t.app.inject('/docs/json')).json()
    expect(document.openapi).toBe('3.1.0')
    expect(Object.keys(document.paths).length).toBeGreaterThan(50)
  })
})
