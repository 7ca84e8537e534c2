// The case somebody came to talk about: one tap asks how it stands, one gets a person who sees it.
import type { Conversation } from '@shouhou/shared/contract/conversations'
import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Button } from '../../components/button.tsx'
import { dropSubject, useSubject } from '../../hooks/use-subject.ts'
import { useT, wordFor } from '../../i18n/index.ts'
import type { Speech } from './use-conversation.ts'

interface SubjectCardProps {
  readonly status: Conversation['status']
  readonly onSay: (speech: Speech, onSaid?: () => void) => void
}

export function SubjectCard({ status, onSay }: SubjectCardProps): ReactNode {
  const t = useT()
  const subject = useSubject()
  if (!subject) return null
  const { id, no } = subject
  const type = wordFor('type.', subject.type)
  const say = (text: string, choice?: Speech['choice']) =>
    onSay({ text, mediaIds: [], ...(choice ? { choice } : {}) }, dropSubject)
  return (
    <View className="subject">
      <View className="subject__head">
        <Text className="subject__about">{t('subject.about', { type, no })}</Text>
        <View
          className="subject__close"
          ariaRole="button"
          ariaLabel={t('remove')}
          onClick={dropSubject}
        >
          <Text>✕</Text>
        </View>
      </View>
      <View className="subject__ways">
        {status === 'BOT' ? (
          <>
            <Button
              onPress={() => say(t('subject.person', { type, no }), { kind: 'HUMAN', id: null })}
            >
              {t('bot.person')}
            </Button>
            <Button
              tone="primary"
              onPress={() => say(t('subject.progress', { no }), { kind: 'CASE', id })}
            >
              {t('subject.ask')}
            </Button>
          </>
        ) : (
          <Button tone="primary" onPress={() => say(t('subject.tell', { type, no }))}>
            {t('subject.send')}
          </Button>
        )}
      </View>
    </View>
  )
}
