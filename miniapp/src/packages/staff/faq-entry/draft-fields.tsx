// All fields of an entry: where it belongs, and its words in each language.
import { Input } from '@nutui/nutui-react-taro'
import { LIMITS } from '@shouhou/shared/domain/limits'
import type { ReactNode } from 'react'
import { Card } from '../../../components/card.tsx'
import { Field } from '../../../components/field.tsx'
import { useT } from '../../../i18n/index.ts'
import { CategoryField } from './category-field.tsx'
import { ENTRY_LANGUAGES, type EntryDraft } from './draft.ts'
import { WordingFields } from './wording-fields.tsx'

interface DraftFieldsProps {
  readonly draft: EntryDraft
  readonly onChange: (draft: EntryDraft) => void
  readonly disabled?: boolean
  /** The slug of a stored entry stays as it is. */
  readonly newEntry?: boolean
  readonly slugError?: string | undefined
}

export function DraftFields(props: DraftFieldsProps): ReactNode {
  const t = useT()
  const { draft, onChange, disabled = false, newEntry = false, slugError } = props
  return (
    <>
      <Card>
        <CategoryField
          category={draft.category}
          disabled={disabled}
          onChange={(category) => onChange({ ...draft, category })}
        />
        <Field label={t('deskFaqEntry.slug')} hint={t('deskFaqEntry.slugHint')} error={slugError}>
          <Input
            value={draft.slug}
            maxLength={LIMITS.refLength}
            disabled={disabled || !newEntry}
            onChange={(slug) => onChange({ ...draft, slug: slug.toLowerCase() })}
          />
        </Field>
      </Card>
      {ENTRY_LANGUAGES.map((language) => (
        <WordingFields
          key={language}
          language={language}
          wording={draft.wordings[language]}
          disabled={disabled}
          onChange={(wording) =>
            onChange({ ...draft, wordings: { ...draft.wordings, [language]: wording } })
          }
        />
      ))}
    </>
  )
}
