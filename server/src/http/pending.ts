// Stands in for handlers that are being written.
import { problem } from './problems.ts'

/** A handler for each route of a slice that answers `unavailable`. */
export const pending = <T>(slice: object): T =>
  Object.fromEntries(
    Object.keys(slice).map((key) => [
      key,
      async () => {
        throw problem('unavailable')
      },
    ]),
  ) as T
