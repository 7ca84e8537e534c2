// How the app looks on this phone, as its owner chose: light, dark or like the system, and large type. Kept
// on the phone. Styles follow classes on the root of a page; what is not CSS asks here.
import Taro from '@tarojs/taro'
import { useSyncExternalStore } from 'react'
import { create } from 'zustand'
import { createJSONStorage, persist } from 'zustand/middleware'
import colours from '../theme.json'
import { textStorage } from './storage.ts'
import { isWeapp } from './target.ts'

export const THEMES = ['system', 'light', 'dark'] as const
export type Theme = (typeof THEMES)[number]

export interface Look {
  readonly theme: Theme
  /** Half as large again, with larger targets: what Chinese apps call the mode for elders. */
  readonly largeType: boolean
}

/** The choice; pages read it with or without a selector and change it with `useLook.setState`. */
export const useLook = create<Look>()(
  persist((): Look => ({ theme: 'system', largeType: false }), {
    name: 'shouhou.look',
    version: 1,
    storage: createJSONStorage(() => textStorage),
  }),
)

/** Classes for the root of a page; styles/values.scss gives them their meaning. */
export const lookClass = ({ theme, largeType }: Look): string =>
  `look look--${theme} ${largeType ? 'look--elder' : ''}`

function systemIsDark(): boolean {
  if (isWeapp) return Taro.getAppBaseInfo().theme === 'dark'
  return window.matchMedia('(prefers-color-scheme: dark)').matches
}

function watchSystem(changed: () => void): () => void {
  if (isWeapp) {
    Taro.onThemeChange(changed)
    return () => Taro.offThemeChange(changed)
  }
  const query = window.matchMedia('(prefers-color-scheme: dark)')
  // Safari before 14 has no events here; it follows with the next page.
  query.addEventListener?.('change', changed)
  return () => query.removeEventListener?.('change', changed)
}

const isDark = ({ theme }: Look): boolean =>
  theme === 'system' ? systemIsDark() : theme === 'dark'

/** Whether the page is dark now; for drawings that CSS does not reach, such as charts. */
export function useIsDark(): boolean {
  const look = useLook()
  const dark = useSyncExternalStore(watchSystem, systemIsDark, systemIsDark)
  return look.theme === 'system' ? dark : look.theme === 'dark'
}

/** Carries the look to what is around a page: WeChat's bar, or the browser's window and its own panels. */
export function paintFrame(look: Look): void {
  const { bar, ground, barText, pull } = colours[isDark(look) ? 'dark' : 'light']
  if (!isWeapp) {
    document.body.className = lookClass(look)
    document.querySelector('meta[name="theme-color"]')?.setAttribute('content', bar)
    return
  }
  void Taro.setNavigationBarColor({
    frontColor: barText === 'white' ? '#ffffff' : '#000000',
    backgroundColor: bar,
  })
  void Taro.setBackgroundColor({ backgroundColor: ground })
  void Taro.setBackgroundTextStyle({ textStyle: pull === 'light' ? 'light' : 'dark' })
}
