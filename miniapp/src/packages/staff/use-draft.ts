// A form over something stored that colleagues may change meanwhile: what was typed is never thrown away
// unasked, and leaving with unsaved words asks first.
import Taro from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { confirm } from '../../components/ask.ts'
import { useT } from '../../i18n/index.ts'
import { askBeforeLeaving } from '../../pages.ts'
import { isWeapp } from '../../platform/target.ts'

export interface Draft<S, D> {
  readonly draft: D
  /** What the draft was begun from; its version goes with the save. */
  readonly base: S
  readonly changed: boolean
  /** Somebody else saved a newer version while this draft was being written. */
  readonly outdated: boolean
  set(draft: D): void
  /** Begins anew from what is stored: after a save, or to take a colleague's version. */
  load(stored: S): void
}

/** Follows `stored` for as long as nothing was typed. */
export function useDraft<S extends { readonly version: number }, D>(
  stored: S,
  draftOf: (stored: S) => D,
): Draft<S, D> {
  const [base, setBase] = useState(stored)
  const [draft, set] = useState(() => draftOf(stored))
  const changed = JSON.stringify(draft) !== JSON.stringify(draftOf(base))
  const outdated = stored.version > base.version
  const load = (next: S) => {
    setBase(next)
    set(draftOf(next))
  }
  if (outdated && !changed) load(stored)
  useLeaveGuard(changed)
  return { draft, base, changed, outdated, set, load }
}

/** While `unsaved`, leaving the page or the tab asks first. */
export function useLeaveGuard(unsaved: boolean): void {
  const t = useT()
  const title = t('draft.unsaved')
  const text = t('draft.leave')
  useEffect(() => {
    if (!unsaved) return
    if (isWeapp) {
      void Taro.enableAlertBeforeUnload({ message: text })
      return () => void Taro.disableAlertBeforeUnload()
    }
    askBeforeLeaving(() => confirm({ title, text, danger: true }))
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', warn)
    return () => {
      askBeforeLeaving(null)
      window.removeEventListener('beforeunload', warn)
    }
  }, [unsaved, title, text])
}
