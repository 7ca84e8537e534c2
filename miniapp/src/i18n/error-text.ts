// Any failure as one sentence for the person in front of the phone.
import { ApiError, NetworkError } from '../api/errors.ts'
import type { Translate } from './index.ts'

/** The server's own sentence where it gave one, else what is known about the network. */
export function errorText(error: unknown, t: Translate): string {
  if (error instanceof ApiError) {
    if (error.code === 'version-conflict') return t('error.conflict')
    return error.code === 'unknown' ? t('error.unknown') : error.message
  }
  if (error instanceof NetworkError) {
    return t(error.kind === 'timeout' ? 'error.timeout' : 'error.unreachable')
  }
  return t('error.unknown')
}

/** What the server says about one field, by its JSON pointer: `fieldError(error, '/phone')`. */
export function fieldError(error: unknown, pointer: string): string | undefined {
  if (!(error instanceof ApiError)) return undefined
  return error.errors.find((one) => one.pointer === pointer)?.message
}
