// Where an invitation is accepted on the web page. Inside WeChat there is no such address: there the code
// is typed in.
import { PAGES } from '../../../pages.ts'
import { isWeapp } from '../../../platform/target.ts'

/** Null inside WeChat. */
export function joinLink(code: string): string | null {
  if (isWeapp) return null
  const { origin, pathname } = window.location
  return `${origin}${pathname}#${PAGES.join}?code=${encodeURIComponent(code)}`
}
