// Writes exports: a worker takes a job for half a minute at a time, reads the list page by page into a file
// of its own, stores it under a key with its fence and says so under the same fence. Whoever dies is followed
// by another when the lease is over; whoever only slept finds its fence outdated and takes its file back.
import { createWriteStream } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { DAY } from '@shouhou/shared/domain/china-time'
import { LIMITS } from '@shouhou/shared/domain/limits'
import type { Deps } from '../../deps.ts'
import { withWorkspace } from '../../media/workspace.ts'
import { csvOf } from './csv.ts'
import type { Sheet, Value } from './sheet.ts'
import { type Reading, SOURCES, type Speak } from './sources.ts'
import { claim, type ExportRow, takeOld, updateHeld } from './store.ts'
import { xlsxOf } from './xlsx.ts'

const LEASE_MS = 30_000
const BEAT_MS = 5_000
const PAGE = 500
/** Rows that are written while the person waits for the answer. */
const AT_ONCE = 1_000
const TRIES = 5
const FIRST_RETRY_MS = 10_000
/** How long a file is kept. */
export const KEPT_MS = DAY
const ROOT = join(tmpdir(), 'shouhou-uploads')

/** The job is somebody else's by now. */
class Outdated extends Error {}
/** There is a reason to put the job down: the process ends, or it is too long to be waited for. */
class PutDown extends Error {}

interface Limits {
  readonly stopping: AbortSignal
  readonly rows: number
}

/** Writes all that wait; returns how many files were made. */
export async function writeExports(deps: Deps, stopping: AbortSignal): Promise<number> {
  for (let made = 0; ; ) {
    const job = stopping.aborted ? undefined : await take(deps)
    if (!job) return made
    if (await write(deps, job, { stopping, rows: LIMITS.exportRows })) made += 1
  }
}

/** Writes this one now if it is small and free; a longer one is left to the worker. */
export async function writeAtOnce(deps: Deps, id: string, stopping: AbortSignal): Promise<void> {
  const job = await take(deps, id)
  if (job) await write(deps, job, { stopping, rows: AT_ONCE })
}

const take = (deps: Deps, id?: string) =>
  deps.db.transact('platform', (tx) => {
    const now = deps.clock.now()
    return claim(tx, now, new Date(now.getTime() + LEASE_MS), id)
  })

const hold = (deps: Deps, job: ExportRow, change: Partial<ExportRow>) =>
  deps.db.transact({ shopId: job.shopId }, (tx) => updateHeld(tx, job, change))

/** True when the file is there and known. */
async function write(deps: Deps, job: ExportRow, limits: Limits): Promise<boolean> {
  try {
    return await withWorkspace(ROOT, (dir) => writeIn(dir, deps, job, limits))
  } catch (err) {
    if (err instanceof Outdated) return false
    const now = deps.clock.now().getTime()
    const again = { state: 'WAITING' as const, rows: 0 }
    if (err instanceof PutDown) {
      await hold(deps, job, { ...again, leaseUntil: new Date(now) })
      return false
    }
    const attempts = job.attempts + 1
    deps.log.error({ err, export: job.id, attempts }, 'an export could not be written')
    const later = { leaseUntil: new Date(now + FIRST_RETRY_MS * 2 ** attempts), attempts }
    await hold(deps, job, attempts < TRIES ? { ...again, ...later } : { state: 'FAILED', attempts })
    return false
  }
}

async function writeIn(dir: string, deps: Deps, job: ExportRow, limits: Limits): Promise<boolean> {
  const path = join(dir, 'file')
  const progress = { rows: 0, cut: false }
  const sheet = sheetOf(job, rowsOf(deps, job, limits, progress))
  const bytes = job.format === 'csv' ? Readable.from(csvOf(sheet)) : xlsxOf(sheet)
  await pipeline(bytes, createWriteStream(path))
  const fileKey = `${job.shopId}/${job.id}/${job.fence}.${job.format}`
  const stored = await deps.storage.put(fileKey, path)
  const finishedAt = deps.clock.now()
  const change = { ...progress, state: 'READY' as const, fileKey, bytes: stored.bytes, finishedAt }
  if (await hold(deps, job, change)) return true
  await deps.storage.remove(fileKey)
  return false
}

const speaker =
  (job: ExportRow): Speak =>
  ([zh, en]) =>
    job.language === 'en' ? en : zh

function sheetOf(job: ExportRow, rows: Sheet['rows']): Sheet {
  const { name, columns } = SOURCES[job.list]
  const speak = speaker(job)
  return {
    name: speak(name),
    columns: columns.map(([title, kind]) => ({ title: speak(title), kind })),
    rows,
  }
}

/**
 * All rows of the list, a page in memory at a time. What "today" means is what it meant when the export was
 * asked for. Rows that move towards the end meanwhile are remembered, and written once.
 */
async function* rowsOf(
  deps: Deps,
  job: ExportRow,
  limits: Limits,
  progress: { rows: number; cut: boolean },
): AsyncGenerator<readonly Value[]> {
  const ctx = readerOf(deps, job)
  const moving = new Set<string>()
  let beat = deps.clock.now().getTime()
  let cursor: string | null = null
  do {
    if (limits.stopping.aborted) throw new PutDown()
    const query = { ...job.filter, limit: PAGE, ...(cursor === null ? {} : { cursor }) }
    const page = await SOURCES[job.list].page(ctx, query, speaker(job))
    for (const { id, moves, values } of page.items) {
      if (moving.has(id)) continue
      if (moves) moving.add(id)
      if (progress.rows === LIMITS.exportRows) {
        progress.cut = true
        return
      }
      if (progress.rows === limits.rows) throw new PutDown()
      progress.rows += 1
      yield values
    }
    cursor = page.nextCursor
    const now = deps.clock.now().getTime()
    if (now - beat >= BEAT_MS) {
      beat = now
      const held = { rows: progress.rows, leaseUntil: new Date(now + LEASE_MS) }
      if (!(await hold(deps, job, held))) throw new Outdated()
    }
  } while (cursor !== null)
}

function readerOf(deps: Deps, job: ExportRow): Reading {
  const scope = { shopId: job.shopId }
  const user = { role: job.role, id: job.requestedBy, sessionId: null, scopes: [], ...scope }
  return {
    deps,
    now: job.createdAt,
    user,
    read: (query) => deps.db.read(scope, query),
    transact: (work) => deps.db.transact(scope, work),
  }
}

const BATCH = 100

/** Rows first, bytes after: what a crash leaves in between, the sweep of lost bytes removes. */
export async function removeOldExports(deps: Deps): Promise<number> {
  const before = new Date(deps.clock.now().getTime() - KEPT_MS)
  for (let removed = 0; ; ) {
    const keys = await deps.db.transact('platform', (tx) => takeOld(tx, before, BATCH))
    for (const key of keys) await deps.storage.remove(key)
    removed += keys.length
    if (keys.length < BATCH) return removed
  }
}
