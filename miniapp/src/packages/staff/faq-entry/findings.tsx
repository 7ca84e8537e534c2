// What the server found about the entry as it stands: words that another entry answers already, and
// questions of shoppers that it could answer.
import type { Output } from '@shouhou/shared/contract'
import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Button } from '../../../components/button.tsx'
import { Card, Row } from '../../../components/card.tsx'
import { Tag } from '../../../components/status-tag.tsx'
import { useApi } from '../../../hooks/use-api.ts'
import { useDebounced } from '../../../hooks/use-debounced.ts'
import { useT } from '../../../i18n/index.ts'
import { openPage } from '../../../pages.ts'
import { type EntryDraft, MOST_PHRASINGS, wordingsOf } from './draft.ts'

type Findings = Output<'POST /faq/check'>

interface FindingsProps {
  /** Null for a new entry. */
  readonly entryId: string | null
  readonly draft: EntryDraft
  readonly onChange: (draft: EntryDraft) => void
}

export function FindingsCards({ entryId, draft, onChange }: FindingsProps): ReactNode {
  const wordings = useDebounced(wholeOf(draft), 1_200)
  const { data } = useApi(
    'POST /faq/check',
    { body: { draft: { entryId, wordings } } },
    { enabled: wordings.length > 0 },
  )
  if (!data) return null
  const said = (text: string) =>
    Object.values(draft.wordings).some((w) => w.question === text || w.phrasings.includes(text))
  return (
    <>
      <Clashes clashes={data.clashes.filter(({ phrasing }) => said(phrasing))} />
      <Questions
        questions={data.questions.filter(({ question }) => !said(question))}
        onAdd={(question) => onChange(withPhrasing(draft, question))}
      />
    </>
  )
}

/** The languages that can be sent: with a question and an answer. */
export const wholeOf = (draft: EntryDraft) =>
  wordingsOf(draft).filter(({ question, answer }) => question !== '' && answer !== '')

type Question = Findings['questions'][number]

function withPhrasing(draft: EntryDraft, { question, language }: Question): EntryDraft {
  const wording = draft.wordings[language]
  if (wording.phrasings.length >= MOST_PHRASINGS) return draft
  const next = { ...wording, phrasings: [...wording.phrasings, question] }
  return { ...draft, wordings: { ...draft.wordings, [language]: next } }
}

function Clashes({ clashes }: Pick<Findings, 'clashes'>): ReactNode {
  const t = useT()
  if (clashes.length === 0) return null
  return (
    <Card title={t('deskFaqEntry.clashes')}>
      <Text className="entry-form__soft">{t('deskFaqEntry.clashesAbout')}</Text>
      {clashes.map(({ phrasing, entryId: id, question }) => (
        <Row
          key={`${id} ${phrasing}`}
          label={phrasing}
          value={t('deskFaqEntry.clash', { question })}
          onPress={() => openPage('deskFaqEntry', { id })}
        />
      ))}
    </Card>
  )
}

interface QuestionsProps {
  readonly questions: readonly Question[]
  readonly onAdd: (question: Question) => void
}

function Questions({ questions, onAdd }: QuestionsProps): ReactNode {
  const t = useT()
  if (questions.length === 0) return null
  return (
    <Card title={t('deskFaqEntry.asked')}>
      <Text className="entry-form__soft">{t('deskFaqEntry.askedAbout')}</Text>
      {questions.map((one) => (
        <View key={one.id} className="entry-form__asked">
          <View className="entry-form__words">
            <Text>{one.question}</Text>
            <View className="entry-form__soft">
              <Text>{t('deskUnanswered.count', { n: one.count })}</Text>
              {one.answered && <Tag tone="good" word={t('deskFaqEntry.answersNow')} />}
            </View>
          </View>
          <Button onPress={() => onAdd(one)}>{t('deskFaqEntry.addThis')}</Button>
        </View>
      ))}
    </Card>
  )
}
