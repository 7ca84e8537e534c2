// Writing to the API from a page: one action of the user, however often it has to be sent.
import type { ContractKey, Input, Output } from '@shouhou/shared/contract'
import { type UseMutationResult, useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { type ActionMemory, actionKeys } from '../api/action-keys.ts'
import { api } from '../api/client.ts'
import { invalidate, type Noun } from '../api/query.ts'
import { randomId } from '../platform/random-id.ts'

type WriteKey = Exclude<ContractKey, `GET ${string}`>

interface CommandOptions<K extends WriteKey> {
  /** What the action changed: answers under these nouns are asked for again, also after a refusal. */
  readonly changes?: readonly Noun[]
  readonly onDone?: (answer: Output<K>) => void
  /** Keeps the key of an unknown outcome beyond this page, for forms that may be left and come back. */
  readonly memory?: ActionMemory
}

/**
 * A write route as a mutation: `command.mutate(input)`. The Idempotency-Key stays the same while the
 * outcome of the same input is unknown, so tapping again after a lost answer does the work once.
 */
export function useCommand<K extends WriteKey>(
  key: K,
  options: CommandOptions<K> = {},
): UseMutationResult<Output<K>, Error, Input<K>> {
  const [keys] = useState(() => actionKeys(randomId, options.memory))
  return useMutation({
    mutationFn: (input: Input<K>) =>
      keys.during(input, (idempotencyKey) => api(key, input, { idempotencyKey })),
    onSuccess: (answer) => options.onDone?.(answer),
    onSettled: () => {
      if (options.changes) void invalidate(...options.changes)
    },
  })
}
