// Adding ready words, or changing and removing one.
import { Input } from '@nutui/nutui-react-taro'
import type { ReplyTemplate } from '@shouhou/shared/contract/queue'
import { LIMITS } from '@shouhou/shared/domain/limits'
import { type ReactNode, useState } from 'react'
import { confirm, notify } from '../../../components/ask.ts'
import { Button } from '../../../components/button.tsx'
import { Field } from '../../../components/field.tsx'
import { Sheet } from '../../../components/sheet.tsx'
import { useCommand } from '../../../hooks/use-command.ts'
import { errorText, fieldError } from '../../../i18n/error-text.ts'
import { useT } from '../../../i18n/index.ts'
import { WordsField } from '../words-field.tsx'
import type { Place } from './index.tsx'

interface TemplateSheetProps {
  readonly place: Place
  /** The one that is changed; a new one without. */
  readonly one: ReplyTemplate | undefined
  readonly onClose: () => void
}

export function TemplateSheet({ place, one, onClose }: TemplateSheetProps): ReactNode {
  const t = useT()
  const [title, setTitle] = useState(one?.title ?? '')
  const [text, setText] = useState(one?.text ?? '')
  const options = {
    changes: ['reply-templates'] as const,
    onDone: () => {
      notify(t('desk.saved'))
      onClose()
    },
  }
  const add = useCommand('POST /reply-templates', options)
  const change = useCommand('PUT /reply-templates/:id', options)
  const remove = useCommand('DELETE /reply-templates/:id', options)
  const words = { title: title.trim(), text: text.trim() }
  const save = () => {
    if (one) change.mutate({ params: { id: one.id }, body: { version: one.version, ...words } })
    else add.mutate({ body: { act: place.act, language: place.language, ...words } })
  }
  const ask = async (kept: ReplyTemplate) => {
    const question = { title: t('ready.remove', { title: kept.title }), danger: true }
    if (await confirm(question)) remove.mutate({ params: { id: kept.id } })
  }
  const error = add.error ?? change.error ?? remove.error
  const busy = add.isPending || change.isPending || remove.isPending
  return (
    <Sheet
      title={`${t(one ? 'ready.edit' : 'ready.add')} · ${t(`act.${place.act}`)}`}
      open
      onClose={onClose}
      footer={
        <>
          {one && (
            <Button tone="danger" disabled={busy} onPress={() => void ask(one)}>
              {t('remove')}
            </Button>
          )}
          <Button
            tone="primary"
            block
            busy={busy}
            disabled={words.title === '' || words.text === ''}
            onPress={save}
          >
            {t('save')}
          </Button>
        </>
      }
    >
      <Field label={t('ready.name')} error={fieldError(error, '/title')}>
        <Input value={title} maxLength={LIMITS.nameLength} onChange={setTitle} />
      </Field>
      <WordsField
        label={t('ready.text')}
        value={text}
        onChange={setText}
        error={error ? errorText(error, t) : undefined}
      />
    </Sheet>
  )
}
