// Names for the user's actions: the Idempotency-Key that stays with an action until its outcome is known.
import { randomId } from '../platform/random-id.ts'
import { isUncertain } from './errors.ts'

interface ActionKeys {
  /**
   * Runs `send` with the key of this action. When it fails without a known outcome, the next run with the
   * same input gets the same key, so that the server does the work once; any other run gets a new one.
   */
  during<T>(input: unknown, send: (key: string) => Promise<T>): Promise<T>
}

/** An action whose outcome is not known: what was sent, and under which name. */
export interface OpenAction {
  readonly input: string
  readonly key: string
}

/** Where the open action is remembered; it may outlive the page. */
export interface ActionMemory {
  read(): OpenAction | null
  keep(open: OpenAction | null): void
}

function ownMemory(): ActionMemory {
  let kept: OpenAction | null = null
  return {
    read: () => kept,
    keep(open) {
      kept = open
    },
  }
}

/** One for each button: remembers the last action whose outcome is not known. */
export function actionKeys(
  newKey: () => string = randomId,
  memory: ActionMemory = ownMemory(),
): ActionKeys {
  return {
    async during(input, send) {
      const text = JSON.stringify(input)
      const before = memory.read()
      const open = before?.input === text ? before : { input: text, key: newKey() }
      memory.keep(open)
      try {
        const answer = await send(open.key)
        memory.keep(null)
        return answer
      } catch (error) {
        if (!isUncertain(error)) memory.keep(null)
        throw error
      }
    },
  }
}
