// Time, ids and randomness as arguments: code that needs them takes them, tests choose them.
import { randomBytes } from 'node:crypto'
import { v7 } from 'uuid'

export interface Clock {
  now(): Date
}

export const systemClock: Clock = { now: () => new Date() }

export interface Ids {
  /** A UUIDv7: unique, and sorted by the time it was made. */
  id(): string
  /** `bytes` random bytes. */
  random(bytes: number): Buffer
}

export const systemIds: Ids = {
  id: () => v7(),
  random: (bytes) => randomBytes(bytes),
}
