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

interface FailureWords {
  /** What kind of failure it is, in a few words. */
  readonly title: string
  readonly text: string
  /** Asking again may help. */
  readonly again: boolean
}

/** A failure to load, as a page shows it in place of its content. */
export function failureWords(error: unknown, t: Translate): FailureWords {
  const text = errorText(error, t)
  if (error instanceof NetworkError) return { title: t('error.noNetwork'), text, again: true }
  switch (error instanceof ApiError ? error.status : 0) {
    case 404:
      return { title: t('missing.title'), text: t('missing.text'), again: false }
    case 403:
      return { title: t('error.notAllowed'), text, again: false }
    case 429:
      return { title: t('error.tooOften'), text, again: true }
    case 502:
    case 503:
      return { title: t('error.maintenance'), text: t('error.maintenanceText'), again: true }
    default:
      return { title: t('error.title'), text, again: true }
  }
}

/** What the server says about one field, by its JSON pointer: `fieldError(error, '/phone')`. */
export function fieldError(error: unknown, pointer: string): string | undefined {
  if (!(error instanceof ApiError)) return undefined
  return error.errors.find((one) => one.pointer === pointer)?.message
}
