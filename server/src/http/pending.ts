// Stands in for handlers that are being written.
import { contractEntries } from '@shouhou/shared/contract'
import { problem } from './problems.ts'

export const pending = <T>(): T =>
  Object.fromEntries(
    contractEntries().map(([key]) => [
      key,
      async () => {
        throw problem('unavailable')
      },
    ]),
  ) as T
