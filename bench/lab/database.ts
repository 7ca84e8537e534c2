// A durable PostgreSQL of its own for a bench: it commits to disk as a shop's does.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startPostgres } from '@shouhou/server/db/embedded.ts'
import { migrate } from '@shouhou/server/db/migrate.ts'

export interface BenchDatabase {
  readonly url: string
  /** For files of the server. */
  readonly folder: string
}

export async function withDatabase<T>(use: (database: BenchDatabase) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'shouhou-bench-'))
  const database = await startPostgres({ dataDir: join(folder, 'pg'), durable: true })
  try {
    await migrate(database.url)
    return await use({ url: database.url, folder })
  } finally {
    await database.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
