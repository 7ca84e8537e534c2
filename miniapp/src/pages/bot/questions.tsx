// Questions the shop has answers to: a few to begin with, all of them in a sheet.
import { Text, View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { Button } from '../../components/button.tsx'
import { Card, Row } from '../../components/card.tsx'
import { Sheet } from '../../components/sheet.tsx'
import { QueryView, SkeletonList } from '../../components/states.tsx'
import { useApi, usePages } from '../../hooks/use-api.ts'
import { useLanguage, useT } from '../../i18n/index.ts'
import type { Speech } from './use-conversation.ts'

/** Enough to show what can be asked. */
const FIRST = 6

interface QuestionsProps {
  readonly onSay: (speech: Speech) => void
}

export function StartQuestions({ onSay }: QuestionsProps): ReactNode {
  const t = useT()
  const language = useLanguage()
  const faq = useApi('GET /faq', { query: { language, limit: FIRST } })
  if (!faq.data || faq.data.items.length === 0) return null
  return (
    <Card title={t('bot.common')}>
      {faq.data.items.map(({ id, question }) => (
        <Row key={id} label={question} onPress={() => onSay(asking(id, question))} />
      ))}
    </Card>
  )
}

const asking = (id: string, question: string): Speech => ({
  text: question,
  mediaIds: [],
  choice: { kind: 'ENTRY', id },
})

interface FaqSheetProps {
  readonly onClose: () => void
}

/** Reads all questions with their answers, without asking anybody. */
export function FaqSheet({ onClose }: FaqSheetProps): ReactNode {
  const t = useT()
  const language = useLanguage()
  const [open, setOpen] = useState('')
  const faq = usePages('GET /faq', { query: { language, limit: 50 } })
  return (
    <Sheet title={t('bot.faq')} open onClose={onClose}>
      <QueryView query={faq} skeleton={<SkeletonList rows={3} />}>
        {({ items }) => (
          <>
            {items.map(({ id, question, answer }) => (
              <View key={id} className="talk__entry">
                <View
                  className="talk__question"
                  ariaRole="button"
                  onClick={() => setOpen(open === id ? '' : id)}
                >
                  <Text>{question}</Text>
                  <Text>{open === id ? '−' : '＋'}</Text>
                </View>
                {open === id && <Text className="bubble__text">{answer}</Text>}
              </View>
            ))}
            {faq.hasNextPage && (
              <Button block busy={faq.isFetchingNextPage} onPress={() => void faq.fetchNextPage()}>
                {t('more')}
              </Button>
            )}
          </>
        )}
      </QueryView>
    </Sheet>
  )
}
