// What the launcher's commands show: one line for each slow step, and one sentence for what a
// person can mend.

import { inspect } from 'node:util'
import { ConfigProblem } from '../server/src/config.ts'
import { FolderInUse } from '../server/src/db/embedded-lock.ts'
import { DatabaseUnusable } from '../server/src/db/migrate.ts'

/** Something the person at the terminal can mend; shown without a stack. */
export class Unusable extends Error {}

/** Does the work and prints its name and time; on a failure only its name and "failed". */
export async function step<T>(name: string, work: () => T | Promise<T>): Promise<T> {
  const started = performance.now()
  try {
    const result = await work()
    console.error(`✓ ${name} (${seconds(started)})`)
    return result
  } catch (error) {
    console.error(`✗ ${name} (${seconds(started)})`)
    throw error
  }
}

/** The sentence for a person where the fault is theirs to mend, else everything we know. */
export function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  if (error instanceof FolderInUse) return `${error.message} Stop that one first.`
  const expected = [Unusable, DatabaseUnusable, ConfigProblem].some((kind) => error instanceof kind)
  if (expected) return error.message
  const { code, path } = error as NodeJS.ErrnoException
  if (['EACCES', 'EPERM', 'EROFS', 'ENOSPC'].includes(code ?? '')) {
    return `Cannot write to ${path ?? 'the disk'}: ${code}.`
  }
  return inspect(error) // with its causes
}

function seconds(since: number): string {
  return `${((performance.now() - since) / 1000).toFixed(1)} s`
}
