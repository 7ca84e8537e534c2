// Where a conversation stands.
import type { Conversation } from '@shouhou/shared/contract/conversations'
import type { ReactNode } from 'react'
import { Tag, type Tone } from '../../../components/status-tag.tsx'
import { useT, wordFor } from '../../../i18n/index.ts'

const TONES: Record<Conversation['status'], Tone> = {
  QUEUED: 'act',
  HUMAN: 'moving',
  BOT: 'waiting',
  ENDED: 'ended',
}

export function TalkTag({ status }: Pick<Conversation, 'status'>): ReactNode {
  useT()
  return <Tag tone={TONES[status]} word={wordFor('talk.', status)} />
}
