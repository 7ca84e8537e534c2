// What only staff see: the shopper's past with this shop, and notes for colleagues.
import type { Output } from '@shouhou/shared/contract'
import type { Aftersale } from '@shouhou/shared/contract/aftersale-views'
import { LIMITS } from '@shouhou/shared/domain/limits'
import { Text, View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { Button } from '../../../components/button.tsx'
import { Card, Row } from '../../../components/card.tsx'
import { Money } from '../../../components/money.tsx'
import { QueryView, SkeletonList } from '../../../components/states.tsx'
import { useCommand } from '../../../hooks/use-command.ts'
import { errorText } from '../../../i18n/error-text.ts'
import { useT, wordFor } from '../../../i18n/index.ts'
import { formatDateTime } from '../../../i18n/time.ts'
import { openPage } from '../../../pages.ts'
import { DeskStatus } from '../desk-status.tsx'
import { WordsField } from '../words-field.tsx'
import './shopper-card.scss'

type Desk = Output<'GET /aftersales/:id/desk'>

interface ShopperCardProps {
  readonly aftersale: Aftersale
  readonly query: {
    readonly data: Desk | undefined
    readonly error: unknown
    readonly refetch: () => unknown
  }
}

export function ShopperCard({ aftersale, query }: ShopperCardProps): ReactNode {
  return (
    <QueryView query={query} skeleton={<SkeletonList rows={1} />}>
      {({ history }) => <History shopper={aftersale.shopper} history={history} />}
    </QueryView>
  )
}

/** Most of the other cases that are shown. */
const RECENT = 4

interface HistoryProps {
  readonly shopper: Aftersale['shopper']
  readonly history: Desk['history']
}

function History({ shopper, history }: HistoryProps): ReactNode {
  const t = useT()
  const { orders, aftersales, refundedFen, ratePercent, recent } = history
  return (
    <Card title={t('deskCase.shopper')}>
      <Row label={shopper.name || t('deskCase.noName')} value={shopper.phoneMasked ?? ''} />
      <Row
        label={t('deskCase.orders')}
        value={t('deskCase.ordersCases', { orders, cases: aftersales })}
      />
      <Row label={t('deskCase.rate')} value={`${ratePercent}%`} />
      <Row label={t('deskCase.refunded')} value={<Money fen={refundedFen} />} />
      {recent.length > 0 && <Text className="case-shopper__part">{t('deskCase.recent')}</Text>}
      {recent.slice(0, RECENT).map(({ id, type, status, createdAt }) => (
        <Row
          key={id}
          label={wordFor('type.', type)}
          value={
            <View className="case-shopper__recent">
              <Text>{formatDateTime(createdAt)}</Text>
              <DeskStatus status={status} />
            </View>
          }
          onPress={() => openPage('deskCase', { id })}
        />
      ))}
    </Card>
  )
}

interface NotesProps {
  readonly id: string
  readonly query: { readonly data: Desk | undefined }
}

export function Notes({ id, query }: NotesProps): ReactNode {
  const notes = query.data?.notes ?? []
  const t = useT()
  const [text, setText] = useState('')
  const add = useCommand('POST /aftersales/:id/notes', {
    changes: ['aftersales'],
    onDone: () => setText(''),
  })
  return (
    <Card title={t('deskCase.notes')}>
      {notes.map((note) => (
        <View key={note.id} className="case-shopper__note">
          <Text>{note.text}</Text>
          <Text className="case-shopper__by">
            {t('desk.by', { name: note.author, time: formatDateTime(note.at) })}
          </Text>
        </View>
      ))}
      <WordsField
        label={t('deskCase.newNote')}
        hint={t('deskCase.noteHint')}
        value={text}
        onChange={setText}
        max={LIMITS.noteLength}
        error={add.error ? errorText(add.error, t) : undefined}
      />
      <Button
        disabled={text.trim() === ''}
        busy={add.isPending}
        onPress={() => add.mutate({ params: { id }, body: { text: text.trim() } })}
      >
        {t('deskCase.addNote')}
      </Button>
    </Card>
  )
}
