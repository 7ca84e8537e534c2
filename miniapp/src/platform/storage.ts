// The phone's key-value storage, behind two functions that never throw: a full or broken storage
// costs comfort (a draft, the language), never the page.
import Taro from '@tarojs/taro'

/** The stored value, or undefined when there is none. The caller checks its shape. */
export function readStored(key: string): unknown {
  try {
    const value: unknown = Taro.getStorageSync(key)
    return value === '' ? undefined : value
  } catch {
    return undefined
  }
}

/** Stores a value that JSON can hold; undefined removes the key. */
export function writeStored(key: string, value: unknown): void {
  try {
    if (value === undefined) Taro.removeStorageSync(key)
    else Taro.setStorageSync(key, value)
  } catch {
    // Quota or a private window: the app goes on with what it has in memory.
  }
}

/** Storage for zustand's `persist`, which keeps strings. */
export const textStorage = {
  getItem: (key: string): string | null => {
    const value = readStored(key)
    return typeof value === 'string' ? value : null
  },
  setItem: (key: string, value: string): void => writeStored(key, value),
  removeItem: (key: string): void => writeStored(key, undefined),
}
