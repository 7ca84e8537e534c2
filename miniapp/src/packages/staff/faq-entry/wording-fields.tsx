// The words of an entry in one language: the question, other ways to ask it, the answer.
import { Input } from '@nutui/nutui-react-taro'
import { LIMITS } from '@shouhou/shared/domain/limits'
import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Button } from '../../../components/button.tsx'
import { Card } from '../../../components/card.tsx'
import { Field } from '../../../components/field.tsx'
import { useT } from '../../../i18n/index.ts'
import { WordsField } from '../words-field.tsx'
import { type EntryLanguage, MOST_PHRASINGS, type WordingDraft } from './draft.ts'
import './index.scss'

interface WordingFieldsProps {
  readonly language: EntryLanguage
  readonly wording: WordingDraft
  readonly disabled: boolean
  readonly onChange: (wording: WordingDraft) => void
}

export function WordingFields(props: WordingFieldsProps): ReactNode {
  const t = useT()
  const { language, wording, disabled, onChange } = props
  const { question, answer } = wording
  return (
    <Card title={t(`deskFaqEntry.${language}`)}>
      <Field label={t('deskFaqEntry.question')}>
        <Input
          value={question}
          maxLength={LIMITS.questionLength}
          disabled={disabled}
          onChange={(next) => onChange({ ...wording, question: next })}
        />
      </Field>
      <Phrasings {...props} />
      <WordsField
        label={t('deskFaqEntry.answer')}
        value={answer}
        max={LIMITS.bodyLength}
        onChange={(next) => onChange({ ...wording, answer: next })}
      />
    </Card>
  )
}

function Phrasings({ wording, disabled, onChange }: WordingFieldsProps): ReactNode {
  const t = useT()
  const { phrasings } = wording
  const put = (next: readonly string[]) => onChange({ ...wording, phrasings: next })
  return (
    <View className="phrasings">
      <Text className="phrasings__label">{t('deskFaqEntry.phrasings')}</Text>
      {phrasings.map((phrasing, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines have no other identity while typed.
        <View key={index} className="phrasings__line">
          <Input
            value={phrasing}
            maxLength={LIMITS.questionLength}
            disabled={disabled}
            placeholder={t('deskFaqEntry.phrasingExample')}
            onChange={(next) => put(phrasings.map((one, i) => (i === index ? next : one)))}
          />
          <View
            className="phrasings__remove"
            ariaRole="button"
            ariaLabel={t('remove')}
            onClick={() => !disabled && put(phrasings.filter((_one, i) => i !== index))}
          >
            <Text>✕</Text>
          </View>
        </View>
      ))}
      {!disabled && phrasings.length < MOST_PHRASINGS && (
        <Button onPress={() => put([...phrasings, ''])}>{t('deskFaqEntry.addPhrasing')}</Button>
      )}
    </View>
  )
}
