// What a shopper's own lists and cases last looked like, kept on this phone, so that the page has
// something to show without a network. Nothing of anybody else's, gone at sign-out.
import type { InfiniteData, QueryClient } from '@tanstack/react-query'
import { readStored, writeStored } from '../platform/storage.ts'
import { useSession } from './session.ts'

const STORED_AS = 'shouhou.lastKnown'
/** Routes whose answers are worth having later. */
const KEPT: readonly string[] = [
  'GET /aftersales',
  'GET /aftersales/counts',
  'GET /aftersales/:id',
  'GET /aftersales/:id/timeline',
  'GET /orders',
  'GET /orders/:orderNo',
]
/** Enough for the lists and the cases somebody has open; the oldest make room. */
const MOST = 40
/** Writes are gathered: a page asks for several answers at once. */
const WRITE_AFTER_MS = 500

/** An answer and when it came, epoch ms by this phone's clock. */
export interface Known {
  readonly data: unknown
  readonly at: number
}
interface Kept {
  readonly owner: string
  readonly answers: Readonly<Record<string, Known>>
}

const nameOf = (queryKey: readonly unknown[]): string => JSON.stringify(queryKey)
const isKept = (queryKey: readonly unknown[]): boolean => KEPT.includes(String(queryKey[0]))

/** The shopper whose answers may be kept; null for staff, who see the data of others. */
function ownerNow(): string | null {
  const me = useSession.getState().session?.me
  return me?.role === 'shopper' ? me.id : null
}

let kept: Kept | null = null

function keptOf(owner: string): Kept {
  if (kept?.owner === owner) return kept
  const stored = readStored(STORED_AS) as Partial<Kept> | undefined
  const fits = stored?.owner === owner && typeof stored.answers === 'object'
  kept = { owner, answers: fits ? (stored.answers ?? {}) : {} }
  return kept
}

/** What this person's phone knew last about a query, if anything. */
export function lastKnown(queryKey: readonly unknown[]): Known | undefined {
  const owner = ownerNow()
  if (owner === null || !isKept(queryKey)) return undefined
  return keptOf(owner).answers[nameOf(queryKey)]
}

/** Of a list that grows the first page is kept: it is what the page opens with. */
function firstPage(data: unknown): unknown {
  const { pages, pageParams } = data as Partial<InfiniteData<unknown>>
  if (!Array.isArray(pages) || !Array.isArray(pageParams)) return data
  return { pages: pages.slice(0, 1), pageParams: pageParams.slice(0, 1) }
}

function keep(queryKey: readonly unknown[], data: unknown, at: number): void {
  const owner = ownerNow()
  if (owner === null) return
  const { [nameOf(queryKey)]: _before, ...others } = keptOf(owner).answers
  const answers: Record<string, Known> = {}
  for (const [name, known] of Object.entries(others).slice(1 - MOST)) answers[name] = known
  answers[nameOf(queryKey)] = { data: firstPage(data), at }
  kept = { owner, answers }
}

/** Forgets everything, in memory and on the phone. */
function forget(): void {
  kept = null
  writeStored(STORED_AS, undefined)
}

/** Keeps answers as they come, and forgets them when the person leaves. Called once, at start. */
export function watchAnswers(client: QueryClient): void {
  let writing: ReturnType<typeof setTimeout> | undefined
  client.getQueryCache().subscribe((event) => {
    if (event.type !== 'updated' || event.action.type !== 'success') return
    const { queryKey, state } = event.query
    if (!isKept(queryKey) || state.data === undefined) return
    keep(queryKey, state.data, state.dataUpdatedAt)
    clearTimeout(writing)
    writing = setTimeout(() => {
      if (kept && kept.owner === ownerNow()) writeStored(STORED_AS, kept)
    }, WRITE_AFTER_MS)
  })
  useSession.subscribe(({ session }, before) => {
    if (before.session && session?.me.id !== before.session.me.id) forget()
  })
}
