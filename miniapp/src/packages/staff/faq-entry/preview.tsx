// The entry exactly as the bot will say it, in each of its languages.
import { type ReactNode, useState } from 'react'
import { Card } from '../../../components/card.tsx'
import { Chips } from '../../../components/chips.tsx'
import { Empty } from '../../../components/states.tsx'
import { useT } from '../../../i18n/index.ts'
import { BotSays } from '../faq/bot-says.tsx'
import { ENTRY_LANGUAGES, type EntryDraft, type EntryLanguage } from './draft.ts'

export function Preview({ draft }: { readonly draft: EntryDraft }): ReactNode {
  const t = useT()
  const [language, setLanguage] = useState<EntryLanguage>('zh-CN')
  const { question, answer } = draft.wordings[language]
  return (
    <Card title={t('deskFaqEntry.preview')}>
      <Chips
        look="tabs"
        chips={ENTRY_LANGUAGES.map((value) => ({ value, label: t(`deskFaqEntry.${value}`) }))}
        chosen={[language]}
        onPress={setLanguage}
      />
      {answer.trim() === '' ? (
        <Empty title={t('deskFaqEntry.noAnswer')} />
      ) : (
        <BotSays question={question.trim()} text={answer.trim()} source={question.trim()} />
      )}
    </Card>
  )
}
