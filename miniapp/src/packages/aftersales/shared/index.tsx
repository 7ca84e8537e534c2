// A case as family sees it through a link: how far it has come, and nothing about the person.
import type { SharedCase } from '@shouhou/shared/contract/shares'
import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Button } from '../../../components/button.tsx'
import { Card } from '../../../components/card.tsx'
import { Countdown } from '../../../components/countdown.tsx'
import { GoodsLine } from '../../../components/goods-line.tsx'
import { Page } from '../../../components/page.tsx'
import { Empty, QueryView } from '../../../components/states.tsx'
import { StatusTag } from '../../../components/status-tag.tsx'
import { StepBar } from '../../../components/step-bar.tsx'
import { Timeline } from '../../../components/timeline.tsx'
import { useApi } from '../../../hooks/use-api.ts'
import { useParam } from '../../../hooks/use-param.ts'
import { failureWords } from '../../../i18n/error-text.ts'
import { useT, wordFor } from '../../../i18n/index.ts'
import { formatDateTime, formatNear } from '../../../i18n/time.ts'
import { openPage } from '../../../pages.ts'
import { serverNow } from '../../../platform/server-clock.ts'
import { progressBy, stepsOf } from '../detail/steps.ts'
import './shared.scss'

/** Parameter: `token` of the link. Nobody has to be signed in. */
export default function SharedPage(): ReactNode {
  const t = useT()
  const token = useParam('token')
  const query = useApi('GET /shared/:token', { params: { token } })
  const over = query.error !== null && !failureWords(query.error, t).again
  return (
    <Page title="shared.title">
      {over ? (
        <Empty title={t('shared.over')} text={t('shared.overText')}>
          <Button onPress={() => openPage('home')}>{t('shared.home')}</Button>
        </Empty>
      ) : (
        <QueryView query={query}>{(shared) => <Shared shared={shared} />}</QueryView>
      )}
    </Page>
  )
}

function Shared({ shared }: { readonly shared: SharedCase }): ReactNode {
  const t = useT()
  const { shop, type, status, closeReason, goods, timeline, expiresAt } = shared
  const steps = stepsOf(progressBy(shared, timeline), timeline).map(({ stage, ...step }) => ({
    key: stage,
    label: t(`step.${stage}`),
    ...step,
  }))
  return (
    <>
      <Card title={wordFor('type.', type)} aside={<StatusTag status={status} />}>
        <StepBar steps={steps} />
        <Turn deadline={shared.deadline} />
        {closeReason && <Text className="shared__small">{wordFor('closed.', closeReason)}</Text>}
        <Text className="shared__small">{shop}</Text>
      </Card>
      <Card title={t('goods.title')}>
        {goods
          .map((one, position) => ({ ...one, key: String(position) }))
          .map((one) => (
            <GoodsLine {...one} key={one.key} />
          ))}
      </Card>
      <Card title={t('timeline.title')}>
        <Timeline items={happened(timeline)} />
      </Card>
      <Text className="shared__note">{t('shared.note', { time: formatDateTime(expiresAt) })}</Text>
    </>
  )
}

/** Latest first, told to somebody who is none of those involved. */
const happened = (timeline: SharedCase['timeline']) =>
  timeline
    .map(({ at, actor, command }, index) => ({
      key: index,
      at,
      title: wordFor('did.', command),
      ...(actor === 'system'
        ? {}
        : { who: wordFor(actor === 'shopper' ? 'sharedBy.' : 'by.', actor) }),
    }))
    .reverse()

/** Whose turn it is, and until when. */
function Turn({ deadline }: { readonly deadline: SharedCase['deadline'] }): ReactNode {
  const t = useT()
  if (!deadline) return null
  const { waitsFor, dueAt, paused } = deadline
  if (paused) return <Text className="shared__small">{t('turn.paused')}</Text>
  const time = formatNear(dueAt, serverNow(), t)
  return (
    <View className="shared__turn">
      <Text>{t(waitsFor === 'shopper' ? 'shared.turn' : `turn.${waitsFor}`, { time })}</Text>
      <Countdown dueAt={dueAt} />
    </View>
  )
}
