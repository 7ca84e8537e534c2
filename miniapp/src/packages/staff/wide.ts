// A desk on a wide window: both panes at once, full width. Never in WeChat.
import { useDidHide, useDidShow } from '@tarojs/taro'
import { useEffect, useRef, useState } from 'react'
import { isWeapp } from '../../platform/target.ts'

const QUERY = '(min-width: 1024px)'
const MARK = 'wide-desk'

const isWide = (): boolean => !isWeapp && window.matchMedia(QUERY).matches

/** Whether the window is wide enough for list and case side by side; follows the window. */
export function useWide(): boolean {
  const [wide, setWide] = useState(isWide)
  useEffect(() => {
    if (isWeapp) return
    const media = window.matchMedia(QUERY)
    const follow = () => setWide(media.matches)
    media.addEventListener('change', follow)
    return () => media.removeEventListener('change', follow)
  }, [])
  return wide
}

/** Gives this page the whole window while it is in front and the window is wide. */
export function useWholeWindow(): boolean {
  const wide = useWide()
  const shown = useShown()
  useEffect(() => {
    if (isWeapp) return
    document.documentElement.classList.toggle(MARK, wide && shown)
    return () => document.documentElement.classList.remove(MARK)
  }, [wide, shown])
  return wide
}

/** False while another page lies over this one. */
export function useShown(): boolean {
  const [shown, setShown] = useState(true)
  useDidShow(() => setShown(true))
  useDidHide(() => setShown(false))
  return shown
}

/** One key, named in small letters, does one thing; keys of a field being typed in, and with Ctrl, Alt or Meta, stay what they are. */
export function useKeys(keys: Readonly<Record<string, () => void>>, enabled: boolean): void {
  const latest = useRef(keys)
  latest.current = keys
  useEffect(() => {
    if (isWeapp || !enabled) return
    const press = (event: KeyboardEvent) => {
      // Taro's own fields tell of keys too, by events without a key.
      if (!(event instanceof KeyboardEvent)) return
      if (event.ctrlKey || event.altKey || event.metaKey) return
      const { target } = event
      const key = event.key.toLowerCase()
      const typing = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement
      if (typing && key !== 'escape') return
      const act = latest.current[key]
      if (!act) return
      event.preventDefault()
      if (typing) target.blur()
      act()
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [enabled])
}
