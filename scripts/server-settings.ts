// The environment of the server under `npm start` and `npm run dev`: what the person set wins, the
// rest is chosen here, and keys are made once and kept.
import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { findPort } from '../server/src/db/embedded-launch.ts'
import { dataDir } from './project.ts'
import { Unusable } from './terminal.ts'

export type Environment = Readonly<Record<string, string | undefined>>

/** The settings without DATABASE_URL, which the launcher adds when its database runs. */
export async function chooseSettings(): Promise<Environment & { HOST: string; PORT: string }> {
  const given = { ...process.env }
  const host = given.HOST || '127.0.0.1'
  const port = given.PORT || '8080'
  const address = `http://127.0.0.1:${port}`
  return {
    ...keptKeys(),
    STORAGE_DIR: join(dataDir, 'files'),
    SMS_SENDER: 'log',
    // A wrong port is told once, as a wrong port.
    ...(URL.canParse(address) && { PUBLIC_URL: address }),
    ...given,
    HOST: host,
    PORT: port,
  }
}

/**
 * Looks whether the server will be able to listen. A killed launcher's server needs a moment to
 * notice and go, so a taken port is looked at again for a while.
 * @throws Unusable when it stays taken.
 */
export async function claimPort(port: number): Promise<void> {
  const giveUp = Date.now() + 4_000
  while ((await findPort(port)) !== port) {
    if (Date.now() > giveUp) {
      throw new Unusable(
        `Port ${port} is taken by another program: stop it, or choose one: PORT=8081 npm start`,
      )
    }
    await delay(100)
  }
}

/** Without PERSONAL_DATA_KEY phones and addresses in the database can never be read again. */
function keptKeys(): Record<string, string> {
  const file = join(dataDir, 'keys.json')
  if (!existsSync(file)) {
    mkdirSync(dataDir, { recursive: true })
    const fresh = () => randomBytes(32).toString('hex')
    const keys = { TOKEN_KEY: fresh(), PERSONAL_DATA_KEY: fresh() }
    writeFileSync(`${file}.new`, JSON.stringify(keys, null, 2), { mode: 0o600, flush: true })
    renameSync(`${file}.new`, file)
  }
  return JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>
}
