// The status of a case as the desk sees it: what the shop must do stands out, what others must do does not.
import type { AftersaleStatus } from '@shouhou/shared/domain/aftersale-types'
import type { ReactNode } from 'react'
import { STATUS_TONES, Tag, type Tone } from '../../components/status-tag.tsx'
import { useT, wordFor } from '../../i18n/index.ts'

const TONES: Partial<Record<AftersaleStatus, Tone>> = {
  PENDING_REVIEW: 'act',
  NEED_INFO: 'waiting',
  OFFER_SENT: 'waiting',
  AWAIT_RETURN: 'waiting',
  INSPECTING: 'act',
  AWAIT_RESHIP: 'act',
  REFUNDING: 'act',
}

export function DeskStatus({ status }: { readonly status: AftersaleStatus }): ReactNode {
  useT()
  return <Tag tone={TONES[status] ?? STATUS_TONES[status]} word={wordFor('status.', status)} />
}
