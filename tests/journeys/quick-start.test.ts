// Does everything docs/integrator-quick-start.md tells an integrator to do, with bash and curl, against
// a listening server, and compares every answer with the one that is printed there.
import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { contractEntries } from '@shouhou/shared/contract'
import { DEFAULT_POLICY } from '@shouhou/shared/domain/aftersale-policy'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestApp, testApp } from '../helpers/app.ts'
import { createShop, PASSWORD } from '../helpers/client.ts'

const page = readFileSync(new URL('../../docs/integrator-quick-start.md', import.meta.url), 'utf8')

interface Step {
  /** Heading above it. */
  readonly section: string
  readonly commands: string
  /** What the page says it prints; undefined for nothing. */
  readonly answer: { readonly language: string; readonly text: string } | undefined
}

const steps = readSteps(page)
const hasCurl = ['curl', 'bash'].every((tool) => spawnSync(tool, ['--version']).status === 0)
const inCi = !['', 'false', undefined].includes(process.env.CI)

if (!hasCurl && !inCi) {
  console.error('\n!!! THE QUICK START WAS NOT TRIED: it needs bash and curl. Install them.\n')
}

test('the page lists exactly the calls an API key may make, with their scopes', () => {
  const rows = [...page.matchAll(/^\| `([A-Z]+ \/\S+)` \| `([a-z:]+)` \|$/gm)]
  const open = contractEntries().filter(([, route]) => route.allow.includes('integrator' as never))
  expect(rows.map(([, call, scope]) => `${call} ${scope}`).sort()).toEqual(
    open
      .filter(([key]) => !key.includes('/faq'))
      .map(([key, { scope }]) => `${key} ${scope}`)
      .sort(),
  )
})

describe.skipIf(!hasCurl && !inCi)('the quick start of integrators', () => {
  let t: TestApp
  const folder = mkdtempSync(join(tmpdir(), 'shouhou-quick-start-'))
  let outputs: string[]

  beforeAll(async () => {
    if (!hasCurl) throw new Error('bash and curl are needed: apt-get install bash curl')
    t = await testApp({ REQUESTS_PER_MINUTE: '600' })
    // The page counts its days from now.
    t.clock.set(new Date())
    const address = await listen(t)
    outputs = await run(steps, folder, { BASE_URL: address, ...(await openShopOf(t)) })
  }, 60_000)
  afterAll(async () => {
    await t?.close()
    rmSync(folder, { recursive: true, force: true })
  })

  test.each(steps.map((step, index) => ({ ...step, index })))(
    '$index: $section',
    ({ index, answer }) => {
      const output = outputs[index] ?? ''
      const isJson = answer?.language === 'json'
      const [given, shown] = isJson
        ? [JSON.parse(output), JSON.parse(answer.text)]
        : [output, answer?.text ?? '']
      expect(shortened(given, shown)).toEqual(shown)
    },
  )
})

/** Blocks of commands in order, each with the block of output that follows it. */
function readSteps(text: string): Step[] {
  const found: Step[] = []
  const pattern = /^## (?<heading>.+)$|^```(?<language>sh|json|text)\n(?<body>[\s\S]*?)\n```$/gm
  let section = ''
  for (const { groups = {} } of text.matchAll(pattern)) {
    const { heading, language = '', body = '' } = groups
    if (heading !== undefined) section = heading
    else if (language === 'sh') found.push({ section, commands: body, answer: undefined })
    else {
      const last = found.pop()
      if (last === undefined || last.answer) throw new Error(`${section}: an answer to no command`)
      found.push({ ...last, answer: { language, text: body } })
    }
  }
  return found
}

async function listen(t: TestApp): Promise<string> {
  await t.app.listen({ host: '127.0.0.1', port: 0 })
  return `http://127.0.0.1:${(t.app.server.address() as AddressInfo).port}`
}

/** A shop as the demo data makes it: with a return address, so that its policy can approve. */
async function openShopOf(t: TestApp) {
  const shop = await createShop(t)
  const returnAddress = { name: '售后仓', phone: '057188880000', address: '浙江省杭州市仓前 8 号' }
  const document = { ...DEFAULT_POLICY, returnAddress } as never
  await shop.as('owner').ok('PUT /policy', { body: { version: 1, document } })
  const { login } = await shop.newStaff('owner')
  return { OWNER_LOGIN: login, OWNER_PASSWORD: PASSWORD }
}

const BETWEEN = '\u001e'

/** What each step printed. All run in one shell, as a person would; the first failure ends it. */
async function run(all: readonly Step[], cwd: string, settings: object): Promise<string[]> {
  const mark = `printf '${BETWEEN}'`
  const script = all.map(({ commands }) => `${commands}\n${mark}`).join('\n')
  const PATH = [dirname(process.execPath), process.env.PATH].join(delimiter)
  const child = spawn('bash', ['-euo', 'pipefail', '-c', script], {
    cwd,
    env: { ...process.env, ...settings, PATH },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let printed = ''
  let complaints = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => (printed += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (complaints += text))
  const code = await new Promise((settle) => child.once('close', settle))
  const outputs = printed.split(BETWEEN).map((text) => text.trim())
  if (code === 0 && complaints === '') return outputs
  throw new Error(`Step ${outputs.length - 1} ended with ${code}: ${complaints}\n${outputs.at(-1)}`)
}

/** What was given, cut down to what the page shows of it, with `…` where the page has it. */
function shortened(given: unknown, shown: unknown): unknown {
  if (shown === '…') return given === undefined ? undefined : shown
  if (typeof given === 'string' && typeof shown === 'string') {
    return isLike(given, shown) ? shown : given
  }
  if (Array.isArray(given) && Array.isArray(shown)) {
    if (shown.at(-1) !== '…') return given.map((item, index) => shortened(item, shown[index]))
    const first = given.slice(0, shown.length - 1)
    return [...first.map((item, index) => shortened(item, shown[index])), '…']
  }
  if (isObject(given) && isObject(shown)) {
    const names = Object.keys(shown).filter((name) => name in given)
    return Object.fromEntries(names.map((name) => [name, shortened(given[name], shown[name])]))
  }
  return given
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Equal, where `…` stands for something within a line. */
function isLike(given: string, shown: string): boolean {
  const parts = shown.split('…').map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  return new RegExp(`^${parts.join('.+')}$`).test(given)
}
