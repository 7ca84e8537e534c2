// Passwords: argon2id with the parameters OWASP's password storage cheat sheet gives.
import { randomBytes } from 'node:crypto'
import { hash, type Options, verify } from '@node-rs/argon2'

/** 19 MiB, two passes, one lane; the library's algorithm is argon2id. */
const PARAMETERS: Options = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

export const hashPassword = (password: string): Promise<string> => hash(password, PARAMETERS)

let nobody: Promise<string> | undefined

/** Checks a password; an unknown account (`null`) costs as much time as a known one. */
export async function passwordMatches(stored: string | null, password: string): Promise<boolean> {
  nobody ??= hashPassword(randomBytes(16).toString('hex'))
  const matches = await verify(stored ?? (await nobody), password)
  return matches && stored !== null
}
