import pg from 'pg'
import { expect, test } from 'vitest'
import { createTestDatabase } from '../helpers/db.ts'

test('each test database is a clone of its own', async () => {
  const [one, other] = await Promise.all([createTestDatabase(), createTestDatabase()])
  const client = new pg.Client(one.url)
  await client.connect()
  await client.query('create table only_here ()')
  await client.end()
  const stranger = new pg.Client(other.url)
  await stranger.connect()
  await expect(stranger.query('select from only_here')).rejects.toThrow('does not exist')
  await stranger.end()
  await Promise.all([one.drop(), other.drop()])
})

test('a session left open is named when the database is dropped', async () => {
  const database = await createTestDatabase()
  const forgotten = new pg.Client(database.url)
  forgotten.on('error', () => {})
  await forgotten.connect()
  await forgotten.query('begin')
  await forgotten.query('select 41 + 1')
  await expect(database.drop()).rejects.toThrow('idle in transaction: select 41 + 1')
})
