// Vitest global setup: one throwaway PostgreSQL for the whole run, with one migrated template
// database that every test file clones. TEST_DATABASE_URL names another server to use instead;
// its user must be allowed to create databases.
import { randomBytes } from 'node:crypto'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type EmbeddedPostgres, startPostgres } from '@shouhou/server/db/embedded.ts'
import { migrate } from '@shouhou/server/db/migrate.ts'
import pg from 'pg'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of a database from which clones are made and dropped. */
    databaseServer: string
    databaseTemplate: string
  }
}

interface Server {
  readonly url: string
  readonly template: string
  readonly embedded: EmbeddedPostgres | undefined
}

// Every project calls this setup, each with its own copy of this module; they share one server.
const shared = globalThis as { shouhouTestServer?: { users: number; server: Promise<Server> } }

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  shared.shouhouTestServer ??= { users: 0, server: startServer() }
  const { shouhouTestServer } = shared
  shouhouTestServer.users += 1
  const { url, template } = await shouhouTestServer.server
  project.provide('databaseServer', url)
  project.provide('databaseTemplate', template)
  return async () => {
    shouhouTestServer.users -= 1
    if (shouhouTestServer.users > 0) return
    delete shared.shouhouTestServer
    await stopServer(await shouhouTestServer.server)
  }
}

async function startServer(): Promise<Server> {
  const given = process.env.TEST_DATABASE_URL
  const embedded = given
    ? undefined
    : await startPostgres({ dataDir: mkdtempSync(join(tmpdir(), 'shouhou-test-')), durable: false })
  const url = given ?? embedded?.url ?? ''
  const template = `shouhou_template_${randomBytes(4).toString('hex')}`
  try {
    await onServer(url, `create database ${template}`)
    await migrate(databaseAt(url, template))
    return { url, template, embedded }
  } catch (error) {
    await embedded?.stop()
    throw error
  }
}

async function stopServer(server: Server): Promise<void> {
  if (server.embedded) await server.embedded.stop()
  else await onServer(server.url, `drop database ${server.template}`)
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client(url)
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}

function databaseAt(url: string, name: string): string {
  return Object.assign(new URL(url), { pathname: `/${name}` }).href
}
