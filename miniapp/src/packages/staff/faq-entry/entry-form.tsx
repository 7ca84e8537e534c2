// A stored entry: changing its words, publishing it, taking it back.
import type { FaqEntry } from '@shouhou/shared/contract/faq'
import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { confirm, notify } from '../../../components/ask.ts'
import { Button } from '../../../components/button.tsx'
import { Card } from '../../../components/card.tsx'
import { useCommand } from '../../../hooks/use-command.ts'
import { errorText } from '../../../i18n/error-text.ts'
import { useT } from '../../../i18n/index.ts'
import { formatDateTime } from '../../../i18n/time.ts'
import { FaqTag } from '../faq/entry-row.tsx'
import { Outdated } from '../outdated.tsx'
import { type Draft, useDraft } from '../use-draft.ts'
import { draftOf, type EntryDraft, problemOf, wordingsOf } from './draft.ts'
import { DraftFields } from './draft-fields.tsx'

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
  return (
    <>
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
    </>
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
      notify(t('desk.saved'))
    },
  })
  const become = (next: FaqEntry['status']) =>
    put.mutate({ params: { id }, body: { version, status: next } })
  const archive = async () => {
    const question = { title: t('deskFaqEntry.archive'), text: t('deskFaqEntry.archiveSure') }
    if (await confirm({ ...question, danger: true })) become('ARCHIVED')
  }
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
          <Button tone="danger" disabled={off} onPress={() => void archive()}>
            {t('deskFaqEntry.archive')}
          </Button>
        )}
      </View>
      {form.changed && <Text>{t('deskFaqEntry.saveFirst')}</Text>}
      {put.error !== null && (
        <Text className="entry-form__bad">{`✕ ${errorText(put.error, t)}`}</Text>
      )}
    </>
  )
}
