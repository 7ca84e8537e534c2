// The commands of the operator, run as processes on a database of their own.
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { TEST_KEYS, type TestApp, testApp } from '../../helpers/app.ts'
import { anonymous, callerWith, signInStaff } from '../../helpers/client.ts'

const server = fileURLToPath(new URL('../../../server', import.meta.url))

interface Ended {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

describe('the command line', () => {
  let t: TestApp
  beforeAll(async () => {
    t = await testApp()
  })
  afterAll(() => t.close())

  function run(args: string[], more: { input?: string; env?: object } = {}): Promise<Ended> {
    const env = { ...process.env, ...TEST_KEYS, DATABASE_URL: t.databaseUrl, ...more.env }
    const child = spawn(process.execPath, ['src/cli.ts', ...args], { cwd: server, env })
    const said = { out: '', err: '' }
    child.stdout.on('data', (text) => (said.out += text))
    child.stderr.on('data', (text) => (said.err += text))
    child.stdin.end(more.input ?? '')
    return new Promise((settle) => {
      child.on('close', (code) => settle({ code, out: said.out.trim(), err: said.err.trim() }))
    })
  }

  test('opens a shop, makes its first owner, and the owner signs in', async () => {
    const opened = await run(['create-shop', '--slug', 'first', '--name', '第一家'])
    expect(opened).toMatchObject({ code: 0, err: '' })
    expect(opened.out).toMatch(/^[0-9a-f-]{36}$/)
    const owner = ['create-owner', '--shop', 'first', '--login', 'wang', '--name', '王店主']
    const input = 'a password from stdin\nnot this line'
    expect(await run([...owner, '--password', 'stdin'], { input })).toMatchObject({ code: 0 })
    const wang = await signInStaff(t, 'wang', 'a password from stdin')
    expect(wang.session.me).toMatchObject({
      role: 'owner',
      name: '王店主',
      shop: { slug: 'first' },
    })
  })

  test('lets one account work in a further shop', async () => {
    await run(['create-shop', '--slug', 'second', '--name', '第二家'])
    const hired = await run(['add-staff', '--shop', 'second', '--login', 'wang', '--role', 'agent'])
    expect(hired).toMatchObject({ code: 0 })
    const wang = await signInStaff(t, 'wang', 'a password from stdin', 'second')
    expect(wang.role).toBe('agent')
  })

  test('prints a generated password, and takes one from the environment', async () => {
    const made = await run(['create-arbiter', '--login', 'judge', '--password', 'generate'])
    expect((await signInStaff(t, 'judge', made.out)).role).toBe('arbiter')
    const env = { SHOUHOU_PASSWORD: 'a password from env' }
    await run(['create-arbiter', '--login', 'judge2', '--password', 'env'], { env })
    expect((await signInStaff(t, 'judge2', env.SHOUHOU_PASSWORD)).role).toBe('arbiter')
  })

  test('makes an API key that works within its scopes only', async () => {
    const key = ['create-api-key', '--shop', 'first', '--name', 'ERP', '--scopes', 'faq:read']
    const { out } = await run(key)
    const integrator = callerWith(t, out)
    expect(await integrator.refused('GET /orders')).toMatchObject({ why: 'scope' })
    const faq = await integrator.call('GET /faq', { query: { language: 'en' } })
    expect(faq.problem?.code).not.toBe('not-allowed')
  })

  test.each([
    [['create-shop', '--slug', 'first', '--name', '又一家'], 'It exists already'],
    [['create-shop', '--slug', 'No Good', '--name', 'x'], '/slug'],
    [['create-shop', '--slug', 'third'], 'Missing: --name'],
    [['create-shop', '--colour', 'red'], '--colour'],
    [['create-owner', '--shop', 'nowhere', '--login', 'li'], 'There is no shop nowhere.'],
    [['create-owner', '--shop', 'first', '--login', 'lili'], '/password needs at least 10'],
    [['add-staff', '--shop', 'first', '--login', 'nobody', '--role', 'agent'], 'no account nobody'],
    [['add-staff', '--shop', 'first', '--login', 'wang', '--role', 'king'], '--role must be one'],
    [['create-api-key', '--shop', 'first', '--name', 'x', '--scopes', 'money'], '/scopes/0'],
    [['fly'], 'There is no command fly'],
  ])('refuses %j with a sentence', async (args, sentence) => {
    const { code, out, err } = await run(args, { input: 'short\n' })
    expect(err).toContain(sentence)
    expect(err).not.toContain('    at ')
    expect({ code, out }).toEqual({ code: 1, out: '' })
  })

  test('helps without needing a database, and names what is not set', async () => {
    const help = await run([], { env: { DATABASE_URL: '' } })
    expect(help).toMatchObject({ code: 0, err: '' })
    expect(help.out).toContain('create-owner --shop … --login … [--name …] [--password …]')
    const env = { DATABASE_URL: undefined }
    const { err } = await run(['create-shop', '--slug', 'x1', '--name', 'x'], { env })
    expect(err).toContain('DATABASE_URL')
    const gone = { DATABASE_URL: 'postgresql://nobody@127.0.0.1:1/none' }
    const unreachable = await run(['create-shop', '--slug', 'x1', '--name', 'x'], { env: gone })
    expect(unreachable).toMatchObject({ code: 1, err: 'The database does not answer.' })
  })

  test('brings the database to the newest schema, and says what keeps it from that', async () => {
    expect(await run(['migrate'])).toMatchObject({ code: 0, err: '' })
    const env = { DATABASE_URL: 'postgresql://nobody@127.0.0.1:1/none' }
    const { code, err } = await run(['migrate'], { env })
    expect({ code, err }).toEqual({ code: 1, err: expect.stringContaining('127.0.0.1:1/none') })
  })

  test('shops show in the list of shops', async () => {
    const { items } = await anonymous(t).ok('GET /shops')
    expect(items.map((shop) => shop.slug)).toEqual(['first', 'second'])
  })
})
