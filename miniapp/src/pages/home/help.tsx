// Answers without asking anybody, and the way to those who can be asked.
import { Text, View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { Button } from '../../components/button.tsx'
import { Card } from '../../components/card.tsx'
import { useApi } from '../../hooks/use-api.ts'
import { useLanguage, useT } from '../../i18n/index.ts'
import { openPage } from '../../pages.ts'
import './help.scss'

const QUESTIONS = 4

export function Help(): ReactNode {
  const t = useT()
  const language = useLanguage()
  const [open, setOpen] = useState('')
  const faq = useApi('GET /faq', { query: { language, limit: QUESTIONS } })
  const items = faq.data?.items ?? []
  return (
    <>
      <Text className="home__heading">{t('home.help')}</Text>
      <Card>
        {items.map(({ id, question, answer }) => (
          <View key={id} className="help__entry">
            <View
              className="help__question"
              ariaRole="button"
              onClick={() => setOpen(open === id ? '' : id)}
            >
              <Text className="help__words">{question}</Text>
              <Text className="help__mark">{open === id ? '−' : '＋'}</Text>
            </View>
            {open === id && <Text className="help__answer">{answer}</Text>}
          </View>
        ))}
        <View className="help__ask">
          <Text className="help__hint">{t('home.botText')}</Text>
          <Button onPress={() => openPage('bot')}>{t('home.bot')}</Button>
        </View>
      </Card>
    </>
  )
}
