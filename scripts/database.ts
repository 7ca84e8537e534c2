// The database of a launcher: the given one, or PostgreSQL of our own in the data folder.
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { type EmbeddedPostgres, startPostgres } from '../server/src/db/embedded.ts'
import { FolderInUse } from '../server/src/db/embedded-lock.ts'
import { migrate } from '../server/src/db/migrate.ts'
import { closeAll, isClosing, onClose } from './closing.ts'
import { dataDir } from './project.ts'
import { step } from './terminal.ts'

const handoverMs = 4_000

/** Address of a running database with the newest schema. */
export async function openDatabase(): Promise<string> {
  const given = process.env.DATABASE_URL
  const url = given || (await step('Started PostgreSQL', startEmbedded))
  await step('Brought the database to the newest schema', () => migrate(url))
  return url
}

async function startEmbedded(): Promise<string> {
  const postgres = await startOnceFree(Date.now() + handoverMs)
  onClose(() => postgres.stop())
  void postgres.ended.then(() => {
    if (isClosing()) return
    console.error('PostgreSQL ended unexpectedly; stopping everything. Start again: it recovers.')
    return closeAll(1)
  })
  return postgres.url
}

/** A killed launcher's remains need a moment to notice and go. */
async function startOnceFree(giveUp: number): Promise<EmbeddedPostgres> {
  try {
    return await startPostgres({ dataDir: join(dataDir, 'postgres'), durable: true })
  } catch (error) {
    if (!(error instanceof FolderInUse) || Date.now() > giveUp) throw error
    await delay(100)
    return startOnceFree(giveUp)
  }
}
