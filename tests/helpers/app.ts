// The real application on a clone of the migrated database, with a clock that tests move.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { noSms } from '@shouhou/server/adapters/sms.ts'
import { buildApp } from '@shouhou/server/app.ts'
import { readConfig } from '@shouhou/server/config.ts'
import { closeDeps, type Deps, openDeps } from '@shouhou/server/deps.ts'
import { makeLog } from '@shouhou/server/log.ts'
import { runChores } from '@shouhou/server/worker.ts'
import type { FastifyInstance } from 'fastify'
import { createTestDatabase } from './db.ts'
import { recordAnswers } from './record.ts'

/** The keys of every application under test. */
export const TEST_KEYS = {
  TOKEN_KEY: '8f1d6c2b9a7e4f305c1b2a3948576e6d7c8b9aa0b1c2d3e4f5061728394a5b6c',
  PERSONAL_DATA_KEY: '1a2b3c4d5e6f708192a3b4c5d6e7f8091a2b3c4d5e6f708192a3b4c5d6e7f809',
}

export interface TestClock {
  now(): Date
  /** Moves time forward by `ms`. */
  advance(ms: number): void
  set(at: Date | string): void
}

/** A Sunday noon in China, so that days and weeks are plain to read in tests. */
export const START = new Date('2026-03-01T04:00:00.000Z')

const testClock = (): TestClock => {
  let now = START.getTime()
  return {
    now: () => new Date(now),
    advance: (ms) => {
      now += ms
    },
    set: (at) => {
      now = new Date(at).getTime()
    },
  }
}

export interface TestApp {
  readonly app: FastifyInstance
  readonly deps: Deps
  readonly clock: TestClock
  readonly databaseUrl: string
  /** The newest one-time code sent to a phone. */
  codeFor(phone: string): string
  /** Lets the worker do everything that is due now. */
  drain(): Promise<void>
  close(): Promise<void>
}

/** Starts one; `env` overrides settings. Close it in `afterAll`. */
export async function testApp(env: Record<string, string> = {}): Promise<TestApp> {
  const database = await createTestDatabase()
  const folder = await mkdtemp(join(tmpdir(), 'shouhou-test-'))
  const config = readConfig({
    DATABASE_URL: database.url,
    PORT: '0',
    ...TEST_KEYS,
    STORAGE_DIR: join(folder, 'files'),
    LOG_LEVEL: 'silent',
    REQUESTS_PER_MINUTE: '1000000',
    ...env,
  })
  const clock = testClock()
  const codes = new Map<string, string>()
  const sms = {
    ...noSms,
    sendCode: async (phone: string, code: string) => void codes.set(phone, code),
  }
  const replaced = config.smsSender === 'off' ? { clock, sms } : { clock }
  const deps = openDeps(config, makeLog(config.logLevel), replaced)
  const app = await buildApp(deps)
  recordAnswers(app)
  await app.ready()
  return {
    app,
    deps,
    clock,
    databaseUrl: database.url,
    codeFor: (phone) => codes.get(phone) ?? '',
    drain: () => runChores(deps),
    async close() {
      await app.close()
      await closeDeps(deps)
      await database.drop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
