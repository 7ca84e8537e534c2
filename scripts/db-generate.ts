// `npm run db:generate -- --name words`: writes the migration that brings the schema from its last
// one to the tables.ts files. Read its SQL and commit both.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { root } from './project.ts'

const kit = join(root, 'server/node_modules/drizzle-kit/bin.cjs')
const { status } = spawnSync(process.execPath, [kit, 'generate', ...process.argv.slice(2)], {
  cwd: join(root, 'server'),
  stdio: 'inherit',
})
process.exitCode = status ?? 1
