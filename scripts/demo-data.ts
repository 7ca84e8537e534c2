// Fills an empty database with the demo shops, through the public API. A fill that was cut short
// is taken up again at the next start.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { isEmpty } from '../server/src/db/is-empty.ts'
import { onClose } from './closing.ts'
import { dataDir, root } from './project.ts'
import type { Environment } from './server-settings.ts'
import { step, Unusable } from './terminal.ts'

// Apart for each database, which may be ours or one given by address.
const given = process.env.DATABASE_URL
const key = given ? createHash('sha256').update(given).digest('hex').slice(0, 8) : 'embedded'
const accountsFile = join(dataDir, `demo-accounts-${key}.txt`)
const unfinishedFile = join(dataDir, `demo-unfinished-${key}`)

/**
 * Fills the database when it has no shop. Needs the running server.
 * @returns the demo accounts to show, empty when the data is not ours.
 */
export async function fillWhenEmpty(env: Environment, baseUrl: string): Promise<string> {
  if (env.DEMO === 'off' || !existsSync(join(root, 'server/src/seeds/demo.ts'))) return ''
  if (existsSync(unfinishedFile) || (await isEmpty(env.DATABASE_URL ?? ''))) {
    writeFileSync(unfinishedFile, '')
    const accounts = await step('Filled the empty database with demo data', () =>
      runSeed({ ...env, BASE_URL: baseUrl }),
    )
    writeFileSync(accountsFile, accounts, { flush: true })
    rmSync(unfinishedFile)
  }
  return existsSync(accountsFile) ? readFileSync(accountsFile, 'utf8') : ''
}

/** Its progress goes to the terminal, its standard output is the list of accounts. */
function runSeed(env: Environment): Promise<string> {
  const preload = ['--import', join(root, 'scripts/follow-parent.ts')]
  const child = spawn(process.execPath, [...preload, 'server/src/seeds/demo.ts'], {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  })
  onClose(async () => void child.kill())
  let accounts = ''
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    accounts += text
  })
  return new Promise((settle, fail) => {
    child.once('error', fail)
    child.once('close', (code) => {
      if (code === 0) settle(accounts)
      else fail(new Unusable('The demo data could not be written; the reason is above.'))
    })
  })
}
