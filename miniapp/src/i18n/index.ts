// Every word a person reads comes through `t`. The dictionaries are split by who reads them:
// common.ts, codes.ts, shopper.ts, staff.ts; a key may stand in one of them only.
import { useSyncExternalStore } from 'react'
import { codes } from './codes.ts'
import { common } from './common.ts'
import { type Language, language } from './language.ts'
import { noticeWords } from './notices.ts'
import { shopper } from './shopper.ts'
import { shopperApply } from './shopper-apply.ts'
import { staff } from './staff.ts'
import { fill, type Places } from './words.ts'

const dictionary = { ...common, ...codes, ...shopper, ...shopperApply, ...staff, ...noticeWords }

type Dictionary = typeof dictionary
export type WordKey = keyof Dictionary
type Values<K extends WordKey> = Places<Dictionary[K][0]>

/** Keys of sentences that need no values; for props that take a key. */
export type PlainKey = { [K in WordKey]: [Values<K>] extends [never] ? K : never }[WordKey]

/** Sentences with places demand their values: `t('time.left', { time })`. */
export type Translate = <K extends WordKey>(
  key: K,
  ...values: [Values<K>] extends [never] ? [] : [Readonly<Record<Values<K>, string | number>>]
) => string

const translate =
  (column: 0 | 1): Translate =>
  (key, ...values) =>
    fill(dictionary[key][column], values[0] ?? {})

const byLanguage: Record<Language, Translate> = { 'zh-CN': translate(0), en: translate(1) }

/** The words for code outside of components, in the language of now. */
export const t: Translate = (key, ...values) => byLanguage[language.get()](key, ...values)

/** The words for a component; it renders again when the language changes. */
export const useT = (): Translate => byLanguage[useLanguage()]

export const useLanguage = (): Language =>
  useSyncExternalStore(language.subscribe, language.get, language.get)

/**
 * The word for a code that comes from the server: `wordFor('status.', status)`. A code this version
 * does not know is shown as it is instead of breaking the page.
 */
export function wordFor(prefix: string, code: string): string {
  const key = `${prefix}${code}`
  return key in dictionary ? byLanguage[language.get()](key as 'ok') : code
}

export { LANGUAGES, type Language, language } from './language.ts'
