// Forms that were left before they were sent, kept on this phone for the person who wrote them.
import { serverNow } from './server-clock.ts'
import { readStored, writeStored } from './storage.ts'

const STORED_AS = 'shouhou.drafts'
/** After this a draft is forgotten. */
const KEPT_MS = 7 * 24 * 3_600_000
const MOST = 10

interface Draft {
  readonly at: number
  readonly value: unknown
}

interface Kept {
  readonly owner: string
  readonly drafts: Readonly<Record<string, Draft>>
}

/** Everything this person left; nothing when the phone last kept drafts of somebody else. */
function keptFor(owner: string): Kept {
  const stored = readStored(STORED_AS) as Partial<Kept> | undefined
  if (stored?.owner !== owner || typeof stored.drafts !== 'object') return { owner, drafts: {} }
  return { owner, drafts: stored.drafts }
}

/** The value and when it was kept (epoch ms), or undefined. The caller checks the value's shape. */
export function readDraft(owner: string, name: string): Draft | undefined {
  const draft = keptFor(owner).drafts[name]
  return draft && serverNow() - draft.at < KEPT_MS ? draft : undefined
}

/** Keeps a value that JSON can hold; undefined forgets it. Only the latest few stay. */
export function keepDraft(owner: string, name: string, value: unknown): void {
  const { [name]: _before, ...others } = keptFor(owner).drafts
  const now = serverNow()
  const entries = Object.entries(others).filter(([, { at }]) => now - at < KEPT_MS)
  if (value !== undefined) entries.push([name, { at: now, value }])
  const drafts: Record<string, Draft> = {}
  for (const [key, draft] of entries.slice(-MOST)) drafts[key] = draft
  writeStored(STORED_AS, { owner, drafts })
}

/** Forgets all of them, for instance at sign-out. */
export const dropDrafts = (): void => writeStored(STORED_AS, undefined)
