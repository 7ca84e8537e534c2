// Questions and answers: the bot first, then people of the shop, in one conversation.
import { View } from '@tarojs/components'
import Taro, { useDidHide, useDidShow } from '@tarojs/taro'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { Button } from '../../components/button.tsx'
import { ForShopper } from '../../components/for-shopper.tsx'
import { Page } from '../../components/page.tsx'
import { QueryView } from '../../components/states.tsx'
import { useT } from '../../i18n/index.ts'
import { Composer } from './composer.tsx'
import './index.scss'
import { MessageBubble, SayingBubble } from './message-bubble.tsx'
import { FaqSheet, StartQuestions } from './questions.tsx'
import { useConversation } from './use-conversation.ts'

export default function BotPage(): ReactNode {
  return (
    <Page title="bot.title" tab="bot">
      <ForShopper>{({ id }) => <Talk me={id} />}</ForShopper>
    </Page>
  )
}

function Talk({ me }: { readonly me: string }): ReactNode {
  const t = useT()
  const [faqOpen, setFaqOpen] = useState(false)
  const { query, say, saying, error, end, again } = useConversation(me)
  const lastSeq = query.data?.messages[query.data.messages.length - 1]?.seq ?? 0
  useScrollToEnd(`${lastSeq} ${saying}`)
  return (
    <>
      <QueryView query={query}>
        {({ conversation, messages }) => {
          const isEnded = conversation.status === 'ENDED'
          const untouched = !messages.some(({ sender }) => sender === 'shopper')
          return (
            <View className="talk">
              {messages.map((message, index) => (
                <MessageBubble
                  key={message.id}
                  conversation={conversation}
                  message={message}
                  isLast={index === messages.length - 1}
                  onSay={say}
                />
              ))}
              {untouched && <StartQuestions onSay={say} />}
              {saying !== null && <SayingBubble text={saying} />}
              {isEnded ? (
                <Button block tone="primary" onPress={again}>
                  {t('bot.again')}
                </Button>
              ) : (
                <Composer
                  conversation={conversation}
                  error={error}
                  isSaying={saying !== null}
                  onSay={say}
                  onEnd={end}
                  onFaq={() => setFaqOpen(true)}
                />
              )}
            </View>
          )
        }}
      </QueryView>
      {faqOpen && <FaqSheet onClose={() => setFaqOpen(false)} />}
    </>
  )
}

/** Keeps the newest message in sight while the page is. */
function useScrollToEnd(what: string): void {
  const shown = useRef(true)
  const toEnd = () => void Taro.pageScrollTo({ scrollTop: 1_000_000, duration: 200 })
  useDidShow(() => {
    shown.current = true
    setTimeout(toEnd, 100)
  })
  useDidHide(() => {
    shown.current = false
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: `what` changes with every new message.
  useEffect(() => {
    const timer = setTimeout(() => shown.current && toEnd(), 100)
    return () => clearTimeout(timer)
  }, [what])
}
