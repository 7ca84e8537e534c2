// One launcher per data folder, enforced by the operating system. Not a pid file: this lock is
// gone the moment its process is, however it died, and no reused process id can fake it.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

/** Somebody else already runs this folder; the message is meant for the person at the terminal. */
export class FolderInUse extends Error {}

/**
 * Creates the folder if missing, takes its lock and returns the release function. SQLite is used
 * only for the file lock it holds (there is no flock in Node); nothing is stored in it.
 * @throws FolderInUse when another process holds the lock.
 */
export function lockFolder(folder: string): () => void {
  mkdirSync(dirname(folder), { recursive: true })
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const holderFile = join(folder, 'holder.pid')
  const lock = new DatabaseSync(join(folder, 'lock'))
  try {
    lock.exec('pragma journal_mode = memory; begin exclusive')
  } catch {
    lock.close()
    throw new FolderInUse(`${folder} is already in use by process ${readHolder(holderFile)}.`)
  }
  writeFileSync(holderFile, String(process.pid))
  return () => lock.close()
}

function readHolder(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return 'unknown'
  }
}
