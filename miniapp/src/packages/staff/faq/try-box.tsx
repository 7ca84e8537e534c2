// What the bot would do with a question, without any shopper knowing.
import { Input } from '@nutui/nutui-react-taro'
import { LIMITS } from '@shouhou/shared/domain/limits'
import { Text } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { Button } from '../../../components/button.tsx'
import { Card, Row } from '../../../components/card.tsx'
import { Field } from '../../../components/field.tsx'
import { useApi } from '../../../hooks/use-api.ts'
import { errorText } from '../../../i18n/error-text.ts'
import { useT } from '../../../i18n/index.ts'
import { openPage } from '../../../pages.ts'

/** The rest is noise. */
const SHOWN = 5

export function TryBox(): ReactNode {
  const t = useT()
  const [text, setText] = useState('')
  const [question, setQuestion] = useState('')
  const query = useApi('POST /faq/test', { body: { question } }, { enabled: question !== '' })
  const { data, error, isFetching } = query
  const ask = () => {
    const next = text.trim()
    if (next === question) void query.refetch()
    setQuestion(next)
  }
  return (
    <Card title={t('deskFaq.try')}>
      <Field label={t('deskFaq.tryHint')}>
        <Input
          value={text}
          maxLength={LIMITS.questionLength}
          placeholder={t('deskFaq.tryExample')}
          onChange={setText}
          onConfirm={ask}
        />
      </Field>
      <Button busy={isFetching} disabled={text.trim() === ''} onPress={ask}>
        {t('deskFaq.tryGo')}
      </Button>
      {error && <Text className="try-box__bad">{`✕ ${errorText(error, t)}`}</Text>}
      {data && question !== '' && (
        <>
          <Text className="try-box__head">{t(`tried.${data.verdict}`)}</Text>
          {data.ranked.slice(0, SHOWN).map(({ entryId: id, question: found, confidence }) => (
            <Row
              key={found}
              label={`${Math.round(confidence * 100)}%`}
              value={found}
              {...(id === null ? {} : { onPress: () => openPage('deskFaqEntry', { id }) })}
            />
          ))}
        </>
      )}
    </Card>
  )
}
