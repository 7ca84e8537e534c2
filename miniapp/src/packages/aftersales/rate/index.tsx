// Rating how a case was handled: three marks, words to choose, words to write.
import { TextArea } from '@nutui/nutui-react-taro'
import type { Aftersale } from '@shouhou/shared/contract/aftersale-views'
import { LIMITS } from '@shouhou/shared/domain/limits'
import { Text } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { notify } from '../../../components/ask.ts'
import { Button } from '../../../components/button.tsx'
import { Card } from '../../../components/card.tsx'
import { Chips } from '../../../components/chips.tsx'
import { Field } from '../../../components/field.tsx'
import { ForShopper } from '../../../components/for-shopper.tsx'
import { Page } from '../../../components/page.tsx'
import { Empty, QueryView } from '../../../components/states.tsx'
import { useApi } from '../../../hooks/use-api.ts'
import { useCommand } from '../../../hooks/use-command.ts'
import { useParam } from '../../../hooks/use-param.ts'
import { errorText } from '../../../i18n/error-text.ts'
import { useT, wordFor } from '../../../i18n/index.ts'
import { formatDateTime } from '../../../i18n/time.ts'
import { goBack } from '../../../pages.ts'
import { Stars } from './stars.tsx'

const MARKS = ['attitude', 'speed', 'overall'] as const
type Mark = (typeof MARKS)[number]

/** Codes of `rateTag.`; the server keeps them as they are. */
const TAGS = [
  'FAST',
  'FRIENDLY',
  'CLEAR',
  'FAIR',
  'SLOW',
  'UNFRIENDLY',
  'UNCLEAR',
  'UNFAIR',
] as const

export default function RatePage(): ReactNode {
  const id = useParam('id')
  return (
    <Page title="rate.title">
      <ForShopper>{() => <Rate id={id} />}</ForShopper>
    </Page>
  )
}

function Rate({ id }: { readonly id: string }): ReactNode {
  const t = useT()
  const query = useApi('GET /aftersales/:id', { params: { id } })
  return (
    <QueryView
      query={query}
      isEmpty={({ rateUntil }) => rateUntil === null}
      empty={
        <Empty title={query.data?.rating ? t('rate.done') : t('rate.closed')}>
          <Button onPress={goBack}>{t('back')}</Button>
        </Empty>
      }
    >
      {(aftersale) => <RateForm aftersale={aftersale} />}
    </QueryView>
  )
}

function RateForm({ aftersale }: { readonly aftersale: Aftersale }): ReactNode {
  const t = useT()
  const { id, rateUntil } = aftersale
  const [marks, setMarks] = useState<Readonly<Record<Mark, number>>>({
    attitude: 0,
    speed: 0,
    overall: 0,
  })
  const [tags, setTags] = useState<readonly (typeof TAGS)[number][]>([])
  const [comment, setComment] = useState('')
  const [tried, setTried] = useState(false)
  const rate = useCommand('POST /aftersales/:id/rating', {
    changes: ['aftersales'],
    onDone: () => {
      notify(t('rate.thanks'))
      goBack()
    },
  })
  const missing = MARKS.some((mark) => marks[mark] === 0)
  const send = () => {
    setTried(true)
    if (missing || rate.isPending || rate.isSuccess) return
    rate.mutate({ params: { id }, body: { ...marks, tags: [...tags], comment: comment.trim() } })
  }
  const toggle = (tag: (typeof TAGS)[number]) => {
    if (tags.includes(tag)) setTags(tags.filter((one) => one !== tag))
    else if (tags.length < LIMITS.ratingTags) setTags([...tags, tag])
  }
  const problem = rate.error ? errorText(rate.error, t) : tried && missing ? t('rate.missing') : ''
  return (
    <>
      <Card title={t('rate.title')}>
        {MARKS.map((mark) => (
          <Stars
            key={mark}
            label={t(`rating.${mark}`)}
            value={marks[mark]}
            onChange={(value) => setMarks({ ...marks, [mark]: value })}
          />
        ))}
      </Card>
      <Card title={t('rate.tags')}>
        <Chips
          chips={TAGS.map((tag) => ({ value: tag, label: wordFor('rateTag.', tag) }))}
          chosen={tags}
          onPress={toggle}
        />
      </Card>
      <Card>
        <Field label={t('rate.comment')} error={problem || undefined}>
          <TextArea
            value={comment}
            maxLength={LIMITS.ratingCommentLength}
            showCount
            autoSize
            placeholder={t('rate.commentHint')}
            onChange={setComment}
          />
        </Field>
        <Button tone="primary" block busy={rate.isPending} onPress={send}>
          {t('submit')}
        </Button>
        {rateUntil && (
          <Text className="field__hint">
            {t('rate.until', { time: formatDateTime(rateUntil) })}
          </Text>
        )}
      </Card>
    </>
  )
}
