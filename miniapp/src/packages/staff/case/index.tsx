// One case for staff: everything known about it, and everything that can be done.
import type { Aftersale } from '@shouhou/shared/contract/aftersale-views'
import { useRouter } from '@tarojs/taro'
import { type ReactNode, useMemo, useState } from 'react'
import { Page } from '../../../components/page.tsx'
import { QueryView } from '../../../components/states.tsx'
import { useApi } from '../../../hooks/use-api.ts'
import { ForStaff } from '../for-staff.tsx'
import type { DeskCommand } from './act-list.ts'
import { ActionBar, hasActions, OpenSheet } from './actions.tsx'
import { Course } from './course.tsx'
import { DecisionCard } from './decision-card.tsx'
import { Documents } from './documents.tsx'
import { factsOfCase } from './facts.ts'
import { GoodsCard } from './goods-card.tsx'
import { Head } from './head.tsx'
import type { Scene } from './scene.ts'
import { ShopperCard } from './shopper-card.tsx'

export default function DeskCasePage(): ReactNode {
  const { id = '' } = useRouter().params
  const [command, setCommand] = useState<DeskCommand | null>(null)
  const query = useApi('GET /aftersales/:id', { params: { id } }, { enabled: id !== '' })
  const aftersale = query.data
  const footer =
    aftersale && hasActions(aftersale) ? (
      <ActionBar aftersale={aftersale} onOpen={setCommand} />
    ) : undefined
  return (
    <Page title="deskCase.title" footer={footer}>
      <ForStaff>
        {() => (
          <QueryView query={query}>
            {(shown) => (
              <Case aftersale={shown} command={command} onClose={() => setCommand(null)} />
            )}
          </QueryView>
        )}
      </ForStaff>
    </Page>
  )
}

interface CaseProps {
  readonly aftersale: Aftersale
  /** The action whose sheet is open. */
  readonly command: DeskCommand | null
  readonly onClose: () => void
}

function Case({ aftersale, command, onClose }: CaseProps): ReactNode {
  const params = { id: aftersale.id }
  const timeline = useApi('GET /aftersales/:id/timeline', { params, query: {} })
  const desk = useApi('GET /aftersales/:id/desk', { params })
  const policy = useApi('GET /policy', {}).data?.document ?? null
  const events = timeline.data?.items
  const scene: Scene = useMemo(() => {
    const hasAddress = policy === null || policy.returnAddress !== null
    const facts = factsOfCase(aftersale, events ?? [], hasAddress)
    return { aftersale, facts, policy, close: onClose }
  }, [aftersale, events, policy, onClose])
  return (
    <>
      <Head aftersale={aftersale} facts={scene.facts} />
      <GoodsCard aftersale={aftersale} />
      {aftersale.decision && <DecisionCard decision={aftersale.decision} />}
      <ShopperCard aftersale={aftersale} query={desk} />
      <Documents aftersale={aftersale} />
      <Course query={timeline} />
      {command && <OpenSheet key={command} command={command} scene={scene} />}
    </>
  )
}
