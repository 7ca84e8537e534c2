// A stored entry: changing its words, publishing it, taking it back.
import type { FaqEntry } from '@shouhou/shared/contract/faq'
import { Text, View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { notify } from '../../../components/ask.ts'
import { Button } from '../../../components/button.tsx'
import { Card } from '../../../components/card.tsx'
import { useCommand } from '../../../hooks/use-command.ts'
import { errorText } from '../../../i18n/error-text.ts'
import { useT } from '../../../i18n/index.ts'
import { formatDateTime } from '../../../i18n/time.ts'
import { FaqTag } from '../faq/entry-row.tsx'
import { TryBox } from '../faq/try-box.tsx'
import { Outdated } from '../outdated.tsx'
import { type Draft, useDraft } from '../use-draft.ts'
import { draftOf, type EntryDraft, problemOf, wordingsOf } from './draft.ts'
import { DraftFields } from './draft-fields.tsx'
import { FindingsCards, wholeOf } from './findings.tsx'
import { Preview } from './preview.tsx'
import { Uses } from './uses.tsx'

interface EntryFormProps {
  readonly entry: FaqEntry
  readonly mayEdit: boolean
}

export function EntryForm({ entry, mayEdit }: EntryFormProps): ReactNode {
  const t = useT()
  const form = useDraft(entry, draftOf)
  const { draft, base, changed, outdated } = form
  const params = { id: entry.id }
  const saved = (answer: FaqEntry) => {
    form.load(answer)
    notify(t('desk.saved'))
  }
  const write = useCommand('PUT /faq/entries/:id', { changes: ['faq'], onDone: saved })
  const missing = problemOf(draft)
  const save = () => {
    const category = draft.category.trim()
    write.mutate({ params, body: { version: base.version, category, wordings: wordingsOf(draft) } })
  }
  const wordings = wholeOf(draft)
  return (
    <View className="entry-form">
      <View className="entry-form__main">
        <Card title={t('deskFaqEntry.state')} aside={<FaqTag status={base.status} />}>
          <Text>
            {[
              t('deskFaq.helped', { yes: base.helpful, no: base.unhelpful }),
              t('deskFaqEntry.changedAt', { time: formatDateTime(base.updatedAt) }),
            ].join(' · ')}
          </Text>
          {mayEdit && <StatusButtons form={form} />}
        </Card>
        {outdated && <Outdated onLoad={() => form.load(entry)} />}
        <DraftFields draft={draft} onChange={form.set} disabled={!mayEdit} />
        {missing && <Text className="entry-form__bad">{t(`entryNeeds.${missing}`)}</Text>}
        {write.error !== null && (
          <Text className="entry-form__bad">{`✕ ${errorText(write.error, t)}`}</Text>
        )}
        {mayEdit && (
          <Button
            tone="primary"
            block
            busy={write.isPending}
            disabled={!changed || missing !== null}
            onPress={save}
          >
            {t('save')}
          </Button>
        )}
      </View>
      <View className="entry-form__side">
        <Preview draft={draft} />
        {wordings.length > 0 && (
          <TryBox title={t('deskFaqEntry.try')} draft={{ entryId: base.id, wordings }} />
        )}
        {mayEdit && (
          <>
            <FindingsCards entryId={base.id} draft={draft} onChange={form.set} />
            <Uses id={base.id} />
          </>
        )}
      </View>
    </View>
  )
}

/** Publishing shows an entry to shoppers from the next question on; so it waits for the last save. */
function StatusButtons({ form }: { readonly form: Draft<FaqEntry, EntryDraft> }): ReactNode {
  const t = useT()
  const { id, version, status } = form.base
  const put = useCommand('PUT /faq/entries/:id/status', {
    changes: ['faq'],
    onDone: (answer) => {
      form.load(answer)
    },
  })
  /** What it was before the last tap, to go back to. */
  const [before, setBefore] = useState<FaqEntry['status'] | null>(null)
  const become = (next: FaqEntry['status']) => {
    setBefore(before === null ? status : null)
    put.mutate({ params: { id }, body: { version, status: next } })
  }
  const undoable = before !== null && before !== status && !put.isPending
  const off = form.changed || put.isPending
  return (
    <>
      <View className="entry-form__buttons">
        {status !== 'PUBLISHED' && (
          <Button tone="primary" disabled={off} onPress={() => become('PUBLISHED')}>
            {t('deskFaqEntry.publish')}
          </Button>
        )}
        {status === 'PUBLISHED' && (
          <Button disabled={off} onPress={() => become('DRAFT')}>
            {t('deskFaqEntry.takeBack')}
          </Button>
        )}
        {status !== 'ARCHIVED' && (
          <Button tone="danger" disabled={off} onPress={() => become('ARCHIVED')}>
            {t('deskFaqEntry.archive')}
          </Button>
        )}
      </View>
      {undoable && (
        <View className="entry-form__undo">
          <Text>{t(`faqBecame.${status}`)}</Text>
          <Button onPress={() => become(before)}>{t('deskFaqEntry.undo')}</Button>
        </View>
      )}
      {form.changed && <Text>{t('deskFaqEntry.saveFirst')}</Text>}
      {put.error !== null && (
        <Text className="entry-form__bad">{`✕ ${errorText(put.error, t)}`}</Text>
      )}
    </>
  )
}
