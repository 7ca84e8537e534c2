// The language of this phone: chosen by the person, else that of the system; kept across starts.
import Taro from '@tarojs/taro'
import { readStored, writeStored } from '../platform/storage.ts'

export const LANGUAGES = ['zh-CN', 'en'] as const
export type Language = (typeof LANGUAGES)[number]

const STORED_AS = 'shouhou.language'
const listeners = new Set<() => void>()
let current: Language | undefined

const isLanguage = (value: unknown): value is Language => LANGUAGES.includes(value as Language)

function first(): Language {
  const stored = readStored(STORED_AS)
  if (isLanguage(stored)) return stored
  try {
    return /^en/i.test(Taro.getAppBaseInfo().language ?? '') ? 'en' : 'zh-CN'
  } catch {
    return 'zh-CN'
  }
}

export const language = {
  get(): Language {
    current ??= first()
    return current
  },
  set(next: Language): void {
    if (next === language.get()) return
    current = next
    writeStored(STORED_AS, next)
    for (const listener of listeners) listener()
  },
  /** Calls back after each change; the answer stops that. */
  subscribe(listener: () => void): () => void {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
}
