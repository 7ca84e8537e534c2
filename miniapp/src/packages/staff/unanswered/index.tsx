// Questions the bot could not answer, most asked first: teach each to an entry, write a new one, or set
// it aside.
import type { Output } from '@shouhou/shared/contract'
import { Text, View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
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
import { ExportLink } from '../export-link.tsx'
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
  const [last, setLast] = useState<Resolved | null>(null)
  return (
    <>
      {last && <Undo resolved={last} onDone={() => setLast(null)} />}
      <QueryView
        query={questions}
        isEmpty={({ items }) => items.length === 0}
        empty={<Empty title={t('deskUnanswered.empty')} text={t('deskUnanswered.emptyText')} />}
      >
        {({ items }) => (
          <>
            {items.map((question) => (
              <QuestionCard
                key={question.id}
                question={question}
                mayEdit={mayEdit}
                onResolved={setLast}
              />
            ))}
            <More query={questions} />
            <ExportLink list="unanswered" />
          </>
        )}
      </QueryView>
    </>
  )
}

/** What was done with a question last, as long as it can be undone. */
interface Resolved {
  readonly id: string
  readonly question: string
  readonly taught: boolean
}

interface UndoProps {
  readonly resolved: Resolved
  readonly onDone: () => void
}

function Undo({ resolved: { id, question, taught }, onDone }: UndoProps): ReactNode {
  const t = useT()
  const reopen = useCommand('POST /faq/unanswered/:id/reopen', {
    changes: ['faq', 'today'],
    onDone,
  })
  return (
    <View className="unanswered__undo">
      <Text className="unanswered__done">
        {t(taught ? 'deskUnanswered.taught' : 'deskUnanswered.setAside', { question })}
      </Text>
      <Button busy={reopen.isPending} onPress={() => reopen.mutate({ params: { id } })}>
        {t('deskUnanswered.undo')}
      </Button>
    </View>
  )
}

interface QuestionCardProps {
  readonly question: Question
  readonly mayEdit: boolean
  readonly onResolved: (resolved: Resolved) => void
}

function QuestionCard({ question: asked, mayEdit, onResolved }: QuestionCardProps): ReactNode {
  const t = useT()
  const { id, question, count, cause, lastAt, nearest, language } = asked
  const [teaching, setTeaching] = useState(false)
  const resolve = useCommand('POST /faq/unanswered/:id/resolve', {
    changes: ['faq', 'today'],
  })
  const teach = (entryId: string | null) =>
    resolve.mutate(
      { params: { id }, body: { entryId } },
      { onSuccess: () => onResolved({ id, question, taught: entryId !== null }) },
    )
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
            <Button onPress={() => openPage('deskFaqEntry', { question, language, answers: id })}>
              {t('deskUnanswered.write')}
            </Button>
            <Button onPress={() => setTeaching(true)}>{t('deskUnanswered.other')}</Button>
            <Button busy={resolve.isPending} onPress={() => teach(null)}>
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
