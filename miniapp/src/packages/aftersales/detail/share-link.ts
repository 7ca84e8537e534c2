// The address a share link opens, in the form each platform passes on.
import type { ShareLink } from '@shouhou/shared/contract/shares'
import { PAGES } from '../../../pages.ts'
import { isWeapp } from '../../../platform/target.ts'

/** A page path in WeChat; in the browser a whole address, whose fragment no server gets to see. */
export function addressOfLink({ token }: Pick<ShareLink, 'token'>): string {
  const path = `${PAGES.shared}?token=${token}`
  if (isWeapp) return path
  const { origin, pathname } = window.location
  return `${origin}${pathname}#${path}`
}
