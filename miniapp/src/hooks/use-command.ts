// Writing to the API from a page: one action of the user, however often it has to be sent.
import type { ContractKey, Input, Output } from '@shouhou/shared/contract'
import { type UseMutationResult, useMutation } from '@tanstack/react-query'
import { useRef } from 'react'
import { api } from '../api/client.ts'
import { isUncertain } from '../api/errors.ts'
import { invalidate, type Noun } from '../api/query.ts'
import { randomId } from '../platform/random-id.ts'

type WriteKey = Exclude<ContractKey, `GET ${string}`>

interface CommandOptions<K extends WriteKey> {
  /** What the action changed: answers under these nouns are asked for again, also after a refusal. */
  readonly changes?: readonly Noun[]
  readonly onDone?: (answer: Output<K>) => void
}

/**
 * A write route as a mutation: `command.mutate(input)`. The Idempotency-Key stays the same while the
 * outcome of the same input is unknown, so tapping again after a lost answer does the work once.
 */
export function useCommand<K extends WriteKey>(
  key: K,
  options: CommandOptions<K> = {},
): UseMutationResult<Output<K>, Error, Input<K>> {
  const pending = useRef<{ input: string; idempotencyKey: string } | null>(null)
  return useMutation({
    mutationFn: async (input: Input<K>) => {
      const text = JSON.stringify(input)
      if (pending.current?.input !== text) {
        pending.current = { input: text, idempotencyKey: randomId() }
      }
      try {
        const answer = await api(key, input, pending.current)
        pending.current = null
        return answer
      } catch (error) {
        if (!isUncertain(error)) pending.current = null
        throw error
      }
    },
    onSuccess: (answer) => options.onDone?.(answer),
    onSettled: () => {
      if (options.changes) void invalidate(...options.changes)
    },
  })
}
