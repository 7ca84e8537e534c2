// The first look at a case: what it is, where it stands on its way, what it waits for.
import type { Aftersale } from '@shouhou/shared/contract/aftersale-views'
import { Text } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Card } from '../../../components/card.tsx'
import { CaseNext } from '../../../components/case-next.tsx'
import { StatusTag } from '../../../components/status-tag.tsx'
import { StepBar } from '../../../components/step-bar.tsx'
import { useT, wordFor } from '../../../i18n/index.ts'
import { stepsOf } from './steps.ts'

export function HeadCard({ aftersale }: { readonly aftersale: Aftersale }): ReactNode {
  const t = useT()
  const { type, status, deadline, closeReason } = aftersale
  const steps = stepsOf(aftersale).map(({ stage, state }) => ({
    key: stage,
    label: t(`step.${stage}`),
    state,
  }))
  return (
    <Card title={wordFor('type.', type)} aside={<StatusTag status={status} />}>
      <StepBar steps={steps} />
      <CaseNext status={status} deadline={deadline} />
      {closeReason && <Text className="case__small">{wordFor('closed.', closeReason)}</Text>}
    </Card>
  )
}
