// A train that goes through tunnels: answers come two seconds late, and every tenth call fails.
import type { BrowserContext, Route } from 'playwright-core'

const DELAY_MS = 2_000
/** Of so many calls one never reaches the server, and the answer of one is lost on the way back. */
const ONE_OF = 20
/** Nothing is lost more often in a row than this: the page itself tries three times. */
const IN_A_ROW = 2

/** Spoils every call of the pages to the API, of which some are done without the page learning it. */
export async function spoilNetwork(context: BrowserContext): Promise<void> {
  let calls = 0
  const lost = new Map<string, number>()
  await context.route('**/v1/**', async (route) => {
    calls += 1
    const key = `${route.request().method()} ${route.request().url()}`
    const before = lost.get(key) ?? 0
    const fate = before < IN_A_ROW ? calls % ONE_OF : 0
    // The 7th and the 14th of twenty, so that both kinds meet all kinds of calls.
    const fails = fate === 7 || fate === 14
    lost.set(key, fails ? before + 1 : 0)
    await new Promise((resolve) => setTimeout(resolve, DELAY_MS))
    if (!fails) return route.continue().catch(gone)
    if (fate === 14) await doneInVain(route)
    return route.abort('connectionreset').catch(gone)
  })
}

/** The server does it, but nobody hears of it. */
async function doneInVain(route: Route): Promise<void> {
  await route.fetch().catch(gone)
}

/** The page that asked was closed meanwhile. */
const gone = () => undefined
