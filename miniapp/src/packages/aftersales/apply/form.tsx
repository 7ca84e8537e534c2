// The form of an application, question by question, with what it would give back at the end.
import { TextArea } from '@nutui/nutui-react-taro'
import { LIMITS } from '@shouhou/shared/domain/limits'
import { reasonRule } from '@shouhou/shared/domain/reasons'
import { Text, View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { Button } from '../../../components/button.tsx'
import { Card } from '../../../components/card.tsx'
import { Chips } from '../../../components/chips.tsx'
import { Field } from '../../../components/field.tsx'
import { MediaPicker } from '../../../components/media-picker.tsx'
import { PhotoGrid } from '../../../components/photo-grid.tsx'
import { errorText } from '../../../i18n/error-text.ts'
import { useT, wordFor } from '../../../i18n/index.ts'
import {
  type Application,
  type Missing,
  missingOf,
  mustSayReceived,
  type Subject,
} from './application.ts'
import './form.scss'
import { LinePicker } from './line-picker.tsx'
import { QuoteCard } from './quote-card.tsx'
import { ReasonPicker } from './reason-picker.tsx'
import { TypePicker } from './type-picker.tsx'
import { useApplication } from './use-application.ts'
import { useQuote } from './use-quote.ts'

interface ApplyFormProps {
  readonly subject: Subject
  readonly first: Application
  /** `first` was left here earlier. */
  readonly isKept: boolean
  readonly me: string
}

export function ApplyForm(props: ApplyFormProps): ReactNode {
  const { subject } = props
  const t = useT()
  const { application, uploads, change, send, isSending, error } = useApplication(props)
  const quote = useQuote(subject, application)
  const [tried, setTried] = useState(false)
  const { received, reasonCode, description } = application
  const stored = subject.original?.media ?? []
  const missing = missingOf(application, {
    files: stored.length + uploads.items.length,
    refundFen: quote.data?.refundFen,
    refused: quote.data?.decision.verdict === 'refuse',
  })
  const wrong = (what: Missing) => (tried && missing === what ? t(`apply.missing.${what}`) : '')
  const filesProblem = tried ? filesAt(uploads.items) : null
  const submit = () => {
    setTried(true)
    if (missing === null && filesAt(uploads.items) === null) send()
  }
  const shots = reasonCode ? reasonRule(reasonCode).proofShots : []
  return (
    <View className="apply">
      <Card title={t('apply.lines')}>
        <LinePicker subject={subject} application={application} onChange={change} />
        <Wrong text={wrong('lines')} />
      </Card>
      <Card title={t('apply.type')}>
        <TypePicker subject={subject} application={application} onChange={change} />
        <Wrong text={wrong('type')} />
        {mustSayReceived(subject, application) && (
          <>
            <Text className="apply__question">{t('apply.received')}</Text>
            <Chips
              chips={[
                { value: 'yes', label: t('apply.received.yes') },
                { value: 'no', label: t('apply.received.no') },
              ]}
              chosen={received === null ? [] : [received ? 'yes' : 'no']}
              onPress={(answer) => change({ received: answer === 'yes' })}
            />
            <Wrong text={wrong('received')} />
          </>
        )}
      </Card>
      <Card title={t('apply.reason')}>
        <ReasonPicker subject={subject} application={application} onChange={change} />
        <Wrong text={wrong('reason')} />
      </Card>
      <Card title={t('apply.proof')}>
        {shots.length > 0 && (
          <View className="apply__shots">
            <Text>{t('apply.shots')}</Text>
            {shots.map((shot) => (
              <Text key={shot}>{`· ${wordFor('shot.', shot)}`}</Text>
            ))}
          </View>
        )}
        <PhotoGrid media={stored} />
        <View className="apply__files">
          <MediaPicker uploads={uploads} />
        </View>
        <Text className="field__hint">{t('apply.mediaLimits', limits)}</Text>
        <Wrong text={wrong('proof') || (filesProblem ? t(filesProblem) : '')} />
        <View className="apply__description">
          <Field label={t('apply.description')}>
            <TextArea
              value={description}
              maxLength={LIMITS.descriptionLength}
              showCount
              autoSize
              placeholder={t('apply.descriptionHint')}
              onChange={(text) => change({ description: text })}
            />
          </Field>
        </View>
      </Card>
      <QuoteCard
        subject={subject}
        application={application}
        quote={quote}
        onChange={change}
        wrong={wrong('amount') || wrong('review')}
      />
      {error !== null && <Wrong text={errorText(error, t)} />}
      <Button tone="primary" block busy={isSending} onPress={submit}>
        {subject.original ? t('apply.sendChange') : t('apply.send')}
      </Button>
      {tried && missing && <Wrong text={t(`apply.missing.${missing}`)} />}
    </View>
  )
}

const limits = {
  n: LIMITS.filesPerCase,
  photo: LIMITS.photoBytes / 1024 / 1024,
  video: LIMITS.videoBytes / 1024 / 1024,
  seconds: LIMITS.videoSeconds,
}

/** What is wrong about the files, as a key of words. */
function filesAt(items: readonly { readonly state: string }[]) {
  if (items.some(({ state }) => state === 'sending')) return 'apply.filesSending'
  return items.some(({ state }) => state === 'failed') ? 'apply.filesFailed' : null
}

const Wrong = ({ text }: { readonly text: string }): ReactNode =>
  text ? <Text className="apply__wrong">{`✕ ${text}`}</Text> : null
