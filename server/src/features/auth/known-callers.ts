// Who is behind a session or key, remembered for at most 30 seconds, so that not every request asks
// the database. What ends access here is forgotten at once; other processes follow within 30 s.
import type { Deps } from '../../deps.ts'
import type { Principal } from '../../http/context.ts'

/** Remembered for this long, in ms; role changes must hold everywhere within 60 s. */
const REMEMBERED_MS = 30_000
const MOST = 10_000

interface Known {
  readonly caller: Principal
  readonly until: number
}

interface KnownCallers {
  readonly byCredential: Map<string, Known>
  /** Grows when something is forgotten: an answer asked for before that is not remembered. */
  round: number
}

const ofProcess = new WeakMap<Deps, KnownCallers>()

function callersOf(deps: Deps): KnownCallers {
  const known = ofProcess.get(deps) ?? { byCredential: new Map<string, Known>(), round: 0 }
  ofProcess.set(deps, known)
  return known
}

/** The caller behind a credential: remembered, or loaded and then remembered. */
export async function rememberCaller(
  deps: Deps,
  credential: string,
  now: Date,
  load: () => Promise<Principal | null>,
): Promise<Principal | null> {
  const known = callersOf(deps)
  const found = known.byCredential.get(credential)
  if (found && found.until > now.getTime()) return found.caller
  known.byCredential.delete(credential)
  const { round } = known
  const caller = await load()
  if (caller && round === known.round) {
    const [oldest] = known.byCredential.keys()
    if (known.byCredential.size >= MOST && oldest) known.byCredential.delete(oldest)
    known.byCredential.set(credential, { caller, until: now.getTime() + REMEMBERED_MS })
  }
  return caller
}

/** Forgets callers; call it after the transaction that took something away from them. */
export function forgetCallers(deps: Deps, match: (caller: Principal) => boolean): void {
  const known = callersOf(deps)
  known.round += 1
  for (const [credential, { caller }] of known.byCredential) {
    if (match(caller)) known.byCredential.delete(credential)
  }
}
