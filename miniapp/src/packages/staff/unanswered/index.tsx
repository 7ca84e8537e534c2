// Questions the bot could not answer, most asked first: teach each to an entry, write a new one, or set
// it aside.
import type { Output } from '@shouhou/shared/contract'
import { Text, View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { confirm, notify } from '../../../components/ask.ts'
import { Button } from '../../../components/button.tsx'
import { Card, Row } from '../../../components/card.tsx'
import { More } from '../../../components/more.tsx'
import { Page } from '../../../components/page.tsx'
import { Empty, QueryView } from '../../../components/states.tsx'
import { usePages } from '../../../hooks/use-api.ts'
import { useCommand } from '../../../hooks/use-command.ts'
import { errorText } from '../../../i18n/error-text.ts'
import { useT } from '../../../i18n/index.ts'
import { formatNear } from '../../../i18n/time.ts'
import { openPage } from '../../../pages.ts'
import { serverNow } from '../../../platform/server-clock.ts'
import { ForStaff } from '../for-staff.tsx'
import { may } from '../may.ts'
import './index.scss'
import { TeachSheet } from './teach-sheet.tsx'

type Question = Output<'GET /faq/unanswered'>['items'][number]

export default function UnansweredPage(): ReactNode {
  return (
    <Page title="deskUnanswered.title">
      <ForStaff>{({ role }) => <Questions mayEdit={may(role, 'editFaq')} />}</ForStaff>
    </Page>
  )
}

function Questions({ mayEdit }: { readonly mayEdit: boolean }): ReactNode {
  const t = useT()
  const questions = usePages('GET /faq/unanswered', { query: {} })
  return (
    <QueryView
      query={questions}
      isEmpty={({ items }) => items.length === 0}
      empty={<Empty title={t('deskUnanswered.empty')} text={t('deskUnanswered.emptyText')} />}
    >
      {({ items }) => (
        <>
          {items.map((question) => (
            <QuestionCard key={question.id} question={question} mayEdit={mayEdit} />
          ))}
          <More query={questions} />
        </>
      )}
    </QueryView>
  )
}

interface QuestionCardProps {
  readonly question: Question
  readonly mayEdit: boolean
}

function QuestionCard({ question: asked, mayEdit }: QuestionCardProps): ReactNode {
  const t = useT()
  const { id, question, count, cause, lastAt, nearest, language } = asked
  const [teaching, setTeaching] = useState(false)
  const resolve = useCommand('POST /faq/unanswered/:id/resolve', {
    changes: ['faq', 'today'],
    onDone: () => notify(t('desk.done')),
  })
  const teach = (entryId: string | null) => resolve.mutate({ params: { id }, body: { entryId } })
  const setAside = async () => {
    const sure = { title: t('deskUnanswered.aside'), text: t('deskUnanswered.asideSure') }
    if (await confirm(sure)) teach(null)
  }
  return (
    <Card title={question}>
      <Text className="unanswered__soft">
        {[
          t('deskUnanswered.count', { n: count }),
          t(`unansweredCause.${cause}`),
          formatNear(lastAt, serverNow(), t),
        ].join(' · ')}
      </Text>
      {mayEdit && (
        <>
          {nearest.length > 0 && (
            <Text className="unanswered__soft">{t('deskUnanswered.nearest')}</Text>
          )}
          {nearest.map(({ entryId, question: known }) => (
            <Row
              key={entryId}
              label={known}
              value={t('deskUnanswered.teachThis')}
              onPress={() => !resolve.isPending && teach(entryId)}
            />
          ))}
          {resolve.error !== null && (
            <Text className="unanswered__bad">{`✕ ${errorText(resolve.error, t)}`}</Text>
          )}
          <View className="unanswered__buttons">
            <Button onPress={() => setTeaching(true)}>{t('deskUnanswered.teach')}</Button>
            <Button onPress={() => openPage('deskFaqEntry', { question, language, answers: id })}>
              {t('deskUnanswered.write')}
            </Button>
            <Button busy={resolve.isPending} onPress={() => void setAside()}>
              {t('deskUnanswered.aside')}
            </Button>
          </View>
        </>
      )}
      <TeachSheet
        open={teaching}
        onClose={() => setTeaching(false)}
        onChoose={(entryId) => {
          setTeaching(false)
          teach(entryId)
        }}
      />
    </Card>
  )
}
