// The form of an application. For most people: a look at what was guessed, one tap for the reason, send.
import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { type ReactNode, useState } from 'react'
import { ApiError } from '../../../api/errors.ts'
import { Button } from '../../../components/button.tsx'
import { Card } from '../../../components/card.tsx'
import { ErrorState, SkeletonList } from '../../../components/states.tsx'
import { Tick } from '../../../components/tick.tsx'
import { TraceList } from '../../../components/trace.tsx'
import { errorText } from '../../../i18n/error-text.ts'
import { useT } from '../../../i18n/index.ts'
import { replacePage } from '../../../pages.ts'
import {
  type Application,
  giftsDue,
  isAnyFree,
  type Missing,
  missingOf,
  type Subject,
} from './application.ts'
import './form.scss'
import { GiftsCard } from './gifts-card.tsx'
import { LinePicker, type PickerProps } from './line-picker.tsx'
import { ProofCard } from './proof-card.tsx'
import { ReasonPicker } from './reason-picker.tsx'
import { SendBar } from './send-bar.tsx'
import { TypePicker } from './type-picker.tsx'
import { useApplication } from './use-application.ts'
import { type QuoteAnswer, useQuote } from './use-quote.ts'
import { Wrong } from './wrong.tsx'

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
  const missing = missingOf(application, {
    files: (subject.original?.media.length ?? 0) + uploads.items.length,
    refundFen: quote.data?.refundFen,
    refused: quote.data?.decision.verdict === 'refuse',
  })
  const filesProblem = filesAt(uploads.items)
  const wrong = (...what: Missing[]) =>
    tried && missing && what.includes(missing) ? t(`apply.missing.${missing}`) : ''
  const submit = () => {
    setTried(true)
    if (missing === null && filesProblem === null) send()
    else void Taro.pageScrollTo({ selector: `#apply-${placeOf(missing)}`, offsetTop: -64 })
  }
  const picker = { subject, application, onChange: change }
  const missingText = missing ? t(`apply.missing.${missing}`) : filesProblem && t(filesProblem)
  return (
    <View className="apply">
      <View id="apply-lines">
        <Card title={t('apply.lines')}>
          <LinePicker {...picker} />
          <Wrong text={wrong('lines')} />
        </Card>
      </View>
      <View id="apply-type">
        <Card title={t('apply.type')}>
          <TypePicker {...picker} />
          <Wrong text={wrong('type', 'received')} />
        </Card>
      </View>
      <View id="apply-reason">
        <Card title={t('apply.reason')}>
          <ReasonPicker {...picker} />
          <Wrong text={wrong('reason')} />
        </Card>
      </View>
      {application.reasonCode && (
        <View id="apply-proof">
          <ProofCard
            {...picker}
            uploads={uploads}
            wrong={wrong('proof') || (tried && filesProblem ? t(filesProblem) : '')}
          />
        </View>
      )}
      {quote.data && <GiftsCard {...picker} gifts={giftsDue(subject, application, quote.data)} />}
      <View id="apply-review">
        <Answer {...picker} quote={quote} wrong={wrong('review')} />
      </View>
      <TakenCard subject={subject} error={error} />
      <SendBar
        {...picker}
        quote={quote}
        wrong={(tried && missingText) || (error ? errorText(error, t) : '')}
        wrongAmount={wrong('amount')}
        isSending={isSending}
        onSend={submit}
      />
    </View>
  )
}

interface AnswerProps extends PickerProps {
  readonly quote: QuoteAnswer
  readonly wrong: string
}

/** Why the calculation could not be had, or why the rules say no and how people can decide instead. */
function Answer({ application, quote, wrong, onChange }: AnswerProps): ReactNode {
  const t = useT()
  const { data, error, isAsked, refetch } = quote
  if (!isAsked) return null
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!data) return <SkeletonList rows={1} />
  if (data.decision.verdict !== 'refuse') return null
  return (
    <Card title={t('quote.preview.refuse')}>
      <TraceList steps={data.decision.trace.filter(({ outcome }) => outcome !== 'pass')} />
      <Tick on={application.humanReview} onChange={(humanReview) => onChange({ humanReview })}>
        {t('quote.askPeople')}
      </Tick>
      <Wrong text={wrong} />
    </Card>
  )
}

/** The goods are in a case already, perhaps one whose answer got lost: the way there. */
function TakenCard({
  subject,
  error,
}: {
  readonly subject: Subject
  readonly error: unknown
}): ReactNode {
  const t = useT()
  const [newest] = subject.order.aftersales
  const refused = error instanceof ApiError && error.code === 'units-taken'
  const taken = refused || (error !== null && !isAnyFree(subject))
  if (!taken || !newest || subject.original) return null
  return (
    <Card title={t('apply.taken')}>
      <Button block onPress={() => replacePage('caseDetail', { id: newest.id })}>
        {t('apply.seeCase')}
      </Button>
    </Card>
  )
}

/** What is wrong about the files, as a key of words. */
function filesAt(items: readonly { readonly state: string }[]) {
  if (items.some(({ state }) => state === 'sending' || state === 'waiting')) {
    return 'apply.filesSending'
  }
  return items.some(({ state }) => state === 'failed') ? 'apply.filesFailed' : null
}

/** The part of the form where something is missing. */
function placeOf(missing: Missing | null): string {
  if (missing === null || missing === 'proof') return 'proof'
  if (missing === 'received') return 'type'
  return missing === 'amount' ? 'review' : missing
}
