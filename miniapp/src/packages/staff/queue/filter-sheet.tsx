// All that a list can be narrowed by, and keeping it under a name.
import { Input } from '@nutui/nutui-react-taro'
import { OFFERED_TYPES } from '@shouhou/shared/domain/aftersale-types'
import { LIMITS } from '@shouhou/shared/domain/limits'
import { DECIDED_BY, DUE_WITHIN, PERIODS } from '@shouhou/shared/domain/queue'
import { REASON_CODES } from '@shouhou/shared/domain/reasons'
import { View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { AmountInput } from '../../../components/amount-input.tsx'
import { notify } from '../../../components/ask.ts'
import { Button } from '../../../components/button.tsx'
import { Chips } from '../../../components/chips.tsx'
import { Field } from '../../../components/field.tsx'
import { Sheet } from '../../../components/sheet.tsx'
import { useCommand } from '../../../hooks/use-command.ts'
import { errorText, fieldError } from '../../../i18n/error-text.ts'
import { useT, wordFor } from '../../../i18n/index.ts'
import './filter-sheet.scss'
import { keptOf, type QueueFilter } from './filters.ts'

interface FilterSheetProps {
  readonly filter: QueueFilter
  readonly onClose: () => void
  readonly onApply: (filter: QueueFilter) => void
}

/** Fields that are one word of a list. */
const WORDS = {
  type: { among: OFFERED_TYPES, prefix: 'type.' },
  due: { among: DUE_WITHIN, prefix: 'queue.' },
  created: { among: PERIODS, prefix: 'period.' },
  decided: { among: PERIODS, prefix: 'period.' },
  decidedBy: { among: DECIDED_BY, prefix: 'decidedBy.' },
  reasonCode: { among: REASON_CODES, prefix: 'reason.' },
} as const
type WordField = keyof typeof WORDS
const FIELDS = Object.keys(WORDS) as WordField[]

export function FilterSheet({ filter, onClose, onApply }: FilterSheetProps): ReactNode {
  const t = useT()
  const [draft, setDraft] = useState<QueueFilter>(filter)
  /** Undefined takes the field away. */
  const put = (name: keyof QueueFilter, value: string | number | undefined) => {
    const { [name]: _old, ...rest } = draft
    setDraft((value === undefined ? rest : { ...rest, [name]: value }) as QueueFilter)
  }
  return (
    <Sheet
      title={t('queue.filter')}
      open
      onClose={onClose}
      footer={
        <>
          <Button onPress={() => onApply({ status: 'OPEN', sort: 'due' })}>
            {t('queue.reset')}
          </Button>
          <Button tone="primary" block onPress={() => onApply(draft)}>
            {t('queue.apply')}
          </Button>
        </>
      }
    >
      <Field label={t('queue.amount')} bare>
        <View className="filter-amounts">
          <AmountInput
            fen={draft.minFen ?? null}
            placeholder={t('queue.least')}
            onChange={(fen) => put('minFen', fen ?? undefined)}
          />
          <AmountInput
            fen={draft.maxFen ?? null}
            placeholder={t('queue.most')}
            onChange={(fen) => put('maxFen', fen ?? undefined)}
          />
        </View>
      </Field>
      {FIELDS.map((name) => (
        <Field key={name} label={t(`queue.by.${name}`)} bare>
          <Chips
            chips={WORDS[name].among.map((value: string) => ({
              value,
              label: wordFor(WORDS[name].prefix, value),
            }))}
            chosen={draft[name] ? [draft[name]] : []}
            onPress={(value) => put(name, draft[name] === value ? undefined : value)}
          />
        </Field>
      ))}
      <Keep filter={draft} />
    </Sheet>
  )
}

function Keep({ filter }: Pick<FilterSheetProps, 'filter'>): ReactNode {
  const t = useT()
  const [name, setName] = useState('')
  const save = useCommand('POST /queue-filters', {
    changes: ['queue-filters'],
    onDone: () => {
      setName('')
      notify(t('queue.kept'))
    },
  })
  const wrong =
    save.error === null ? undefined : (fieldError(save.error, '/name') ?? errorText(save.error, t))
  return (
    <Field label={t('queue.keep')} error={wrong} bare>
      <View className="filter-keep">
        <View className="filter-keep__name">
          <Input
            value={name}
            maxLength={LIMITS.nameLength}
            placeholder={t('queue.keepName')}
            onChange={setName}
          />
        </View>
        <Button
          busy={save.isPending}
          disabled={name.trim() === ''}
          onPress={() => save.mutate({ body: { name: name.trim(), filter: keptOf(filter) } })}
        >
          {t('save')}
        </Button>
      </View>
    </Field>
  )
}
