// What the shopper wants to talk about, carried from a case to the conversation: a tab page takes no
// parameters.
import type { AftersaleType } from '@shouhou/shared/domain/aftersale-types'
import { create } from 'zustand'
import { openPage } from '../pages.ts'

export interface Subject {
  readonly id: string
  readonly no: string
  readonly type: AftersaleType
}

const useStore = create<{ readonly subject: Subject | null }>(() => ({ subject: null }))

/** The case that was brought along, until it was sent or put away. */
export const useSubject = (): Subject | null => useStore((state) => state.subject)

export const dropSubject = (): void => useStore.setState({ subject: null })

/** Opens the conversation with this case at hand. */
export function talkAbout({ id, no, type }: Subject): void {
  useStore.setState({ subject: { id, no, type } })
  openPage('bot')
}
