// A status as shape, word and colour together, so that it can be told without seeing colours.
import type { AftersaleStatus } from '@shouhou/shared/domain/aftersale-types'
import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { useT, wordFor } from '../i18n/index.ts'
import { Icon, type IconName } from './icon.tsx'
import './status-tag.scss'

/** Whose turn it is from the shopper's side, or how it ended; `ended` is neither good nor bad. */
export type Tone = 'waiting' | 'act' | 'moving' | 'good' | 'bad' | 'ended'

const SHAPES: Record<Tone, IconName> = {
  waiting: 'clock',
  act: 'alert',
  moving: 'moving',
  good: 'check',
  bad: 'failed',
  ended: 'ended',
}

export const STATUS_TONES: Record<AftersaleStatus, Tone> = {
  PENDING_REVIEW: 'waiting',
  NEED_INFO: 'act',
  OFFER_SENT: 'act',
  AWAIT_RETURN: 'act',
  RETURN_SHIPPED: 'moving',
  INSPECTING: 'waiting',
  INSPECTION_FAILED: 'bad',
  REPAIRING: 'moving',
  AWAIT_RESHIP: 'waiting',
  RESHIPPED: 'moving',
  REFUNDING: 'moving',
  REFUND_ABNORMAL: 'bad',
  REJECTED: 'bad',
  DISPUTED: 'act',
  COMPLETED: 'good',
  CLOSED: 'ended',
}

/** Any word in a tone. */
export function Tag({ tone, word }: { readonly tone: Tone; readonly word: string }): ReactNode {
  return (
    <View className={`tag tag--${tone}`}>
      <Icon name={SHAPES[tone]} size="s" />
      <Text>{word}</Text>
    </View>
  )
}

/** The status of an aftersale. */
export function StatusTag({ status }: { readonly status: AftersaleStatus }): ReactNode {
  useT()
  return <Tag tone={STATUS_TONES[status]} word={wordFor('status.', status)} />
}
