// What the rest of the server may ask of sign-in.
import type { Deps } from '../../deps.ts'
import type { Authenticate } from '../../http/auth.ts'
import { problem } from '../../http/problems.ts'

export const authenticator =
  (_deps: Deps): Authenticate =>
  async () => {
    throw problem('not-signed-in')
  }
