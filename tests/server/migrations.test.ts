// Migrations bring any database to the newest schema, whoever else migrates at the same moment.
import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { DatabaseUnusable, migrate, migrationsFolder } from '@shouhou/server/db/migrate.ts'
import pg from 'pg'
import { expect, inject, test } from 'vitest'

test('three processes may migrate one empty database at once', async () => {
  const name = `migrated_${process.pid}`
  await query(inject('databaseServer'), `create database ${name}`)
  const url = Object.assign(new URL(inject('databaseServer')), { pathname: `/${name}` }).href
  await Promise.all([migrate(url), migrate(url), migrate(url)])
  const applied = await query(url, 'select name from drizzle.__drizzle_migrations order by name')
  expect(applied.rows.map((row) => row.name)).toEqual(readdirSync(migrationsFolder).sort())
  await query(inject('databaseServer'), `drop database ${name}`)
})

test('an owner who may make no roles migrates where the roles are already given', async () => {
  const admin = inject('databaseServer')
  const name = `plain_${process.pid}`
  await query(admin, `create role ${name} login password 'plain'`)
  await query(admin, `grant shouhou_app, shouhou_platform to ${name}`)
  await query(admin, `create database ${name} owner ${name}`)
  const place = { username: name, password: 'plain', pathname: `/${name}` }
  const url = Object.assign(new URL(admin), place).href
  await migrate(url)
  await query(url, 'set role shouhou_platform; select from shops')
  await query(admin, `drop database ${name}`)
  await query(admin, `drop role ${name}`)
})

test('the migrations say what the tables say', () => {
  const server = join(migrationsFolder, '..')
  const folder = mkdtempSync(join(tmpdir(), 'shouhou-migrations-'))
  const out = join(folder, 'migrations')
  cpSync(migrationsFolder, out, { recursive: true })
  const settings = `import settings from '${server}/drizzle.config.ts'
    export default { ...settings, out: '${out}' }`
  writeFileSync(join(folder, 'drizzle.config.ts'), settings)
  const kit = createRequire(join(server, 'package.json')).resolve('drizzle-kit')
  const generate = [join(dirname(kit), 'bin.cjs'), 'generate', '--config']
  execFileSync(process.execPath, [...generate, join(folder, 'drizzle.config.ts')], { cwd: server })
  expect(readdirSync(out)).toEqual(readdirSync(migrationsFolder))
  rmSync(folder, { recursive: true })
})

test('every table of a shop shows a shop its own rows only', async () => {
  const name = `guarded_${process.pid}`
  await query(inject('databaseServer'), `create database ${name}`)
  const url = Object.assign(new URL(inject('databaseServer')), { pathname: `/${name}` }).href
  await migrate(url)
  const open = await query(
    url,
    `select relname from pg_class join pg_attribute on attrelid = pg_class.oid
      where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
        and attname = 'shop_id' and attnotnull and not relforcerowsecurity`,
  )
  expect(open.rows).toEqual([])
  await query(inject('databaseServer'), `drop database ${name}`)
})

test.each([
  ['postgresql://someone@127.0.0.1:1/shop', 'Cannot use the database 127.0.0.1:1/shop: connect'],
  ['not an address', 'DATABASE_URL is not an address'],
])('%s is refused in one sentence', async (url, sentence) => {
  const refused = migrate(url)
  await expect(refused).rejects.toBeInstanceOf(DatabaseUnusable)
  await expect(refused).rejects.toThrow(sentence)
})

test('a wrong password is refused without showing the right place in full', async () => {
  const url = Object.assign(new URL(inject('databaseServer')), { password: 'wrong-secret' }).href
  const words = await migrate(url).catch((error) => String(error))
  expect(words).toContain('password authentication failed')
  expect(words).not.toContain('wrong-secret')
})

async function query(url: string, text: string) {
  const client = new pg.Client(url)
  await client.connect()
  try {
    return await client.query(text)
  } finally {
    await client.end()
  }
}
