// Keyed hashes for what is short enough to be guessed: codes, logins, networks.
import type { Tokens } from '../../crypto/tokens.ts'

/** The same for the same text, and useless without the installation's key. */
export function keyedHash(tokens: Tokens, purpose: string, text: string): string {
  const signed = tokens.sign(purpose, text)
  return signed.slice(signed.lastIndexOf('.') + 1)
}
