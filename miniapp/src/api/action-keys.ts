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

/** One for each button: remembers the last action whose outcome is not known. */
export function actionKeys(newKey: () => string = randomId): ActionKeys {
  let open: { readonly input: string; readonly key: string } | null = null
  return {
    async during(input, send) {
      const text = JSON.stringify(input)
      if (open?.input !== text) open = { input: text, key: newKey() }
      const { key } = open
      try {
        const answer = await send(key)
        open = null
        return answer
      } catch (error) {
        if (!isUncertain(error)) open = null
        throw error
      }
    },
  }
}
