// What the bot would do with a question, without any shopper knowing: what it finds, how sure it is, and
// what it says. In the editor the entry counts as it stands there, saved or not.
import { Input } from '@nutui/nutui-react-taro'
import type { Input as Given, Output } from '@shouhou/shared/contract'
import { LIMITS } from '@shouhou/shared/domain/limits'
import { Text, View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { Button } from '../../../components/button.tsx'
import { Card } from '../../../components/card.tsx'
import { Field } from '../../../components/field.tsx'
import { Tag, type Tone } from '../../../components/status-tag.tsx'
import { useApi } from '../../../hooks/use-api.ts'
import { errorText } from '../../../i18n/error-text.ts'
import { useLanguage, useT } from '../../../i18n/index.ts'
import { openPage } from '../../../pages.ts'
import { BotSays } from './bot-says.tsx'
import './try-box.scss'

/** The rest is noise. */
const SHOWN = 5

type Body = Given<'POST /faq/test'>['body']
type Tried = Output<'POST /faq/test'>

interface TryBoxProps {
  readonly draft?: Body['draft'] | null
  readonly title?: string
}

export function TryBox({ draft, title }: TryBoxProps): ReactNode {
  const t = useT()
  const language = useLanguage()
  const [text, setText] = useState('')
  const [asked, setAsked] = useState<Body>({ question: '' })
  const query = useApi('POST /faq/test', { body: asked }, { enabled: asked.question !== '' })
  const { data, error, isFetching } = query
  const ask = () => {
    const next = { question: text.trim(), language, ...(draft ? { draft } : {}) }
    if (JSON.stringify(next) === JSON.stringify(asked)) void query.refetch()
    setAsked(next)
  }
  return (
    <Card title={title ?? t('deskFaq.try')}>
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
      {data && asked.question !== '' && <Result question={asked.question} tried={data} />}
    </Card>
  )
}

const TONES: Record<Tried['verdict'], Tone> = {
  answer: 'good',
  suggest: 'waiting',
  handover: 'ended',
}

function Result({ question, tried }: { readonly question: string; readonly tried: Tried }) {
  const t = useT()
  const { verdict, ranked, says } = tried
  const [first] = ranked
  return (
    <View className="try-box__result">
      <View className="try-box__verdict">
        <Tag tone={TONES[verdict]} word={t(`verdict.${verdict}`)} />
        <Text>{t(`tried.${verdict}`)}</Text>
      </View>
      {ranked.slice(0, SHOWN).map((found) => (
        <Found key={found.question} found={found} />
      ))}
      <BotSays
        question={question}
        text={says.text}
        choices={says.choices}
        {...(verdict === 'answer' && first ? { source: first.question } : {})}
      />
    </View>
  )
}

/** One entry and how sure the bot is of it, as a bar and as a number. */
function Found({ found }: { readonly found: Tried['ranked'][number] }): ReactNode {
  const t = useT()
  const { entryId: id, question, confidence } = found
  const percent = Math.round(confidence * 100)
  return (
    <View
      className="try-box__found"
      {...(id === null
        ? {}
        : { ariaRole: 'button', onClick: () => openPage('deskFaqEntry', { id }) })}
    >
      <View className="try-box__line">
        <Text className="try-box__question">
          {id === null ? t('deskFaq.thisDraft', { question }) : question}
        </Text>
        <Text className="try-box__percent">{percent < 1 ? '<1%' : `${percent}%`}</Text>
      </View>
      <View className="try-box__track">
        <View className="try-box__bar" style={{ width: `${Math.max(1, percent)}%` }} />
      </View>
    </View>
  )
}
