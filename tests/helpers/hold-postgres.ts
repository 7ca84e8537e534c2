// A process of its own that runs PostgreSQL on the folder given, to be killed by a test. Prints the
// address, and `ended` when the server died under it.
import { startPostgres } from '@shouhou/server/db/embedded.ts'

const postgres = await startPostgres({ dataDir: process.argv[2] ?? '', durable: true })
console.log(postgres.url)
await postgres.ended
console.log('ended')
