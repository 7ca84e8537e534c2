// Removes what nobody used for a day, and bytes that no row refers to (a process died in between).
import { sweepLocalStorage } from '../../adapters/storage-local.ts'
import type { Deps } from '../../deps.ts'
import { sweepWorkspaces } from '../../media/workspace.ts'
import { objectKeys } from './objects.ts'
import { TEMP_ROOT } from './receive-upload.ts'
import { existingIds, takeForgotten } from './store.ts'

const DAY_MS = 24 * 3_600_000
const HOUR_MS = 3_600_000
const BATCH = 100

/** Rows first, bytes after: a crash in between leaves bytes, which the second sweep finds. */
export async function sweepUnusedUploads(deps: Deps): Promise<number> {
  const before = new Date(deps.clock.now().getTime() - DAY_MS)
  let removed = 0
  for (;;) {
    const gone = await deps.db.transact('platform', (tx) => takeForgotten(tx, before, BATCH))
    for (const upload of gone) {
      for (const key of objectKeys(upload)) await deps.storage.remove(key)
    }
    removed += gone.length
    if (gone.length < BATCH) return removed
  }
}

/**
 * Objects older than a day that no upload refers to, and what killed processes left half done: their
 * workspaces, and files of the local storage that never got their name.
 */
export async function sweepLostBytes(deps: Deps): Promise<number> {
  const now = Date.now()
  let removed = await sweepWorkspaces(TEMP_ROOT, new Date(now - HOUR_MS))
  if (deps.config.storage === 'local') {
    removed += await sweepLocalStorage(deps.config.storageDir, new Date(now - HOUR_MS))
  }
  let batch: string[] = []
  const flush = async () => {
    const idOf = (key: string) => key.split('/')[1] ?? ''
    const known = await deps.db.transact('platform', (tx) =>
      existingIds(tx, [...new Set(batch.map(idOf))]),
    )
    for (const key of batch.filter((k) => !known.has(idOf(k)))) {
      await deps.storage.remove(key)
      removed += 1
    }
    batch = []
  }
  for await (const object of deps.storage.list()) {
    if (object.modifiedAt.getTime() > now - DAY_MS) continue
    batch.push(object.key)
    if (batch.length === BATCH) await flush()
  }
  if (batch.length > 0) await flush()
  return removed
}
