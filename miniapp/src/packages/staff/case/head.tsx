// What the case is, where it stands, whose turn it is.
import type { Aftersale } from '@shouhou/shared/contract/aftersale-views'
import type { AftersaleFacts } from '@shouhou/shared/domain/aftersale-facts'
import { nobodyActs } from '@shouhou/shared/domain/aftersale-machine'
import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Card } from '../../../components/card.tsx'
import { Money } from '../../../components/money.tsx'
import { useT, wordFor } from '../../../i18n/index.ts'
import { DeskStatus } from '../desk-status.tsx'
import { Due } from '../due.tsx'
import './head.scss'

interface HeadProps {
  readonly aftersale: Aftersale
  readonly facts: AftersaleFacts
}

export function Head({ aftersale, facts }: HeadProps): ReactNode {
  const t = useT()
  const { type, status, deadline, approvedFen, wantFen, statusNote, closeReason } = aftersale
  const silence = nobodyActs(facts).ifNobodyActs
  return (
    <Card title={wordFor('type.', type)} aside={<DeskStatus status={status} />}>
      {type !== 'EXCHANGE' && (
        <View className="case-head__amount">
          <Text>{t(approvedFen === null ? 'deskCase.wants' : 'deskCase.agreed')}</Text>
          <Money fen={approvedFen ?? wantFen} size="l" />
        </View>
      )}
      {deadline && <Due deadline={deadline} />}
      {deadline && silence && !deadline.paused && (
        <Text className="case-head__soft">
          {t('then.else', {
            what: wordFor('did.', silence.command),
            status: wordFor('status.', silence.to),
          })}
        </Text>
      )}
      {aftersale.sentSince && <Text className="case-head__alarm">{t('deskCase.sentSince')}</Text>}
      {closeReason && <Text className="case-head__soft">{wordFor('closed.', closeReason)}</Text>}
      {statusNote && <StatusNote note={statusNote} />}
    </Card>
  )
}

/** Where the words of a status note's code are: a refusal, an offer, a failed inspection. */
const NOTE_PREFIXES = ['refusal.', 'inspection.']

function StatusNote({ note }: { readonly note: NonNullable<Aftersale['statusNote']> }): ReactNode {
  const t = useT()
  const { code, text } = note
  const word =
    code === null
      ? undefined
      : code in OFFER_WORDS
        ? t(OFFER_WORDS[code as keyof typeof OFFER_WORDS])
        : NOTE_PREFIXES.map((prefix) => wordFor(prefix, code)).find((one) => one !== code)
  return (
    <View className="case-head__note">
      {word && <Text className="case-head__word">{word}</Text>}
      {text && <Text>{text}</Text>}
    </View>
  )
}

const OFFER_WORDS = {
  CHANGE_TYPE: 'offerKind.CHANGE_TYPE',
  CHANGE_AMOUNT: 'offerKind.CHANGE_AMOUNT',
  KEEP_ITEM: 'offerKind.KEEP_ITEM',
  CANCEL: 'offerKind.CANCEL',
} as const
