// What the contract takes for an account name and a mobile number. Pure.
import { LIMITS } from '@shouhou/shared/domain/limits'

const LOGIN = /^[a-z0-9._@-]{3,}$/

export const isLogin = (text: string): boolean =>
  LOGIN.test(text) && text.length <= LIMITS.accountLength

/** A mainland mobile number. */
export const isMobile = (text: string): boolean => /^1[3-9]\d{9}$/.test(text)

/** The code in what was pasted: the code itself, or a link that ends with it. */
export const codeIn = (text: string): string => /in_[A-Za-z0-9_-]{20,}/.exec(text)?.[0] ?? ''
