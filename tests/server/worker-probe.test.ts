// A process that only works can be asked whether it does.
import { openProbe, type Probe } from '@shouhou/server/http/worker-probe.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestApp, testApp } from '../helpers/app.ts'

let t: TestApp
let probe: Probe
let lastRound: number
beforeAll(async () => {
  t = await testApp()
  lastRound = t.clock.now().getTime()
  const worker = { lastRound: () => lastRound }
  probe = await openProbe(t.deps, worker, { host: '127.0.0.1', probePort: 0 })
})
afterAll(async () => {
  await probe.close()
  await t.close()
})

const ask = async (path: string) => (await fetch(`http://127.0.0.1:${probe.port}${path}`)).status

test('a worker is alive and ready while its rounds go well', async () => {
  expect(await ask('/livez')).toBe(200)
  expect(await ask('/readyz')).toBe(200)
  expect(await ask('/metrics')).toBe(404)
})

test('a worker without a good round for a minute is alive and not ready, until one goes well', async () => {
  t.clock.advance(61_000)
  expect(await ask('/livez')).toBe(200)
  expect(await ask('/readyz')).toBe(503)
  lastRound = t.clock.now().getTime()
  expect(await ask('/readyz')).toBe(200)
})
