// The status of a refund, by shape, word and colour.
import type { RefundStatus } from '@shouhou/shared/domain/aftersale-types'
import type { ReactNode } from 'react'
import { Tag, type Tone } from '../../components/status-tag.tsx'
import { useT, wordFor } from '../../i18n/index.ts'

const TONES: Record<RefundStatus, Tone> = {
  PLANNED: 'act',
  SUBMITTED: 'moving',
  PROCESSING: 'moving',
  SUCCEEDED: 'good',
  ABNORMAL: 'bad',
  CLOSED: 'ended',
}

export function RefundTag({ status }: { readonly status: RefundStatus }): ReactNode {
  useT()
  return <Tag tone={TONES[status]} word={wordFor('refund.', status)} />
}
