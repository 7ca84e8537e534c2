// A new entry; when it was begun from an unanswered question, saving it takes the question off that list.
import { Text, View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { notify } from '../../../components/ask.ts'
import { Button } from '../../../components/button.tsx'
import { useCommand } from '../../../hooks/use-command.ts'
import { errorText, fieldError } from '../../../i18n/error-text.ts'
import { useT } from '../../../i18n/index.ts'
import { replacePage } from '../../../pages.ts'
import { TryBox } from '../faq/try-box.tsx'
import { useLeaveGuard } from '../use-draft.ts'
import { type EntryDraft, problemOf, wordingsOf } from './draft.ts'
import { DraftFields } from './draft-fields.tsx'
import { FindingsCards, wholeOf } from './findings.tsx'
import { Preview } from './preview.tsx'

interface NewEntryFormProps {
  readonly start: EntryDraft
  readonly answersQuestion: string | undefined
}

export function NewEntryForm({ start, answersQuestion }: NewEntryFormProps): ReactNode {
  const t = useT()
  const [begun] = useState(start)
  const [draft, setDraft] = useState(begun)
  const [saved, setSaved] = useState(false)
  const write = useCommand('POST /faq/entries', {
    changes: ['faq', 'today'],
    onDone: ({ id }) => {
      setSaved(true)
      notify(t('deskFaqEntry.draftSaved'))
      // In its place: going back leads to where the writing was begun.
      replacePage('deskFaqEntry', { id })
    },
  })
  useLeaveGuard(draft !== begun && !saved)
  const missing = problemOf(draft)
  const slugError = fieldError(write.error, '/slug')
  const save = () =>
    write.mutate({
      body: {
        slug: draft.slug,
        category: draft.category.trim(),
        wordings: wordingsOf(draft),
        ...(answersQuestion ? { answersQuestion } : {}),
      },
    })
  const wordings = wholeOf(draft)
  return (
    <View className="entry-form">
      <View className="entry-form__main">
        <DraftFields draft={draft} onChange={setDraft} newEntry slugError={slugError} />
        {missing && draft !== begun && (
          <Text className="entry-form__bad">{t(`entryNeeds.${missing}`)}</Text>
        )}
        {write.error !== null && !slugError && (
          <Text className="entry-form__bad">{`✕ ${errorText(write.error, t)}`}</Text>
        )}
        <Button
          tone="primary"
          block
          busy={write.isPending}
          disabled={missing !== null}
          onPress={save}
        >
          {t('deskFaqEntry.saveDraft')}
        </Button>
      </View>
      <View className="entry-form__side">
        <Preview draft={draft} />
        {wordings.length > 0 && (
          <TryBox title={t('deskFaqEntry.try')} draft={{ entryId: null, wordings }} />
        )}
        <FindingsCards entryId={null} draft={draft} onChange={setDraft} />
      </View>
    </View>
  )
}
