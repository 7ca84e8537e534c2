// The first look at a case: what it is, where it stands on its way, what it waits for.
import type { Aftersale, TimelineEntry } from '@shouhou/shared/contract/aftersale-views'
import { Text } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Card, Row } from '../../../components/card.tsx'
import { CaseNext } from '../../../components/case-next.tsx'
import { StatusTag } from '../../../components/status-tag.tsx'
import { StepBar } from '../../../components/step-bar.tsx'
import { useT, wordFor } from '../../../i18n/index.ts'
import { progressOf, stepsOf } from './steps.ts'

interface HeadCardProps {
  readonly aftersale: Aftersale
  readonly events: readonly TimelineEntry[]
  readonly onShare: () => void
}

export function HeadCard({ aftersale, events, onShare }: HeadCardProps): ReactNode {
  const t = useT()
  const { type, status, deadline, closeReason } = aftersale
  const steps = stepsOf(progressOf(aftersale), events).map(({ stage, ...step }) => ({
    key: stage,
    label: t(`step.${stage}`),
    ...step,
  }))
  return (
    <Card title={wordFor('type.', type)} aside={<StatusTag status={status} />}>
      <StepBar steps={steps} />
      <CaseNext status={status} deadline={deadline} />
      {closeReason && <Text className="case__small">{wordFor('closed.', closeReason)}</Text>}
      <Row label={t('share.title')} onPress={onShare} />
    </Card>
  )
}
