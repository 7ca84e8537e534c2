// One case for staff: everything known about it side by side where there is room, and its open action.
import type { Aftersale } from '@shouhou/shared/contract/aftersale-views'
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { useApi } from '../../../hooks/use-api.ts'
import type { DeskCommand } from './act-list.ts'
import { OpenSheet } from './actions.tsx'
import './case-view.scss'
import { Course } from './course.tsx'
import { DecisionCard } from './decision-card.tsx'
import { Documents } from './documents.tsx'
import { GoodsCard } from './goods-card.tsx'
import { Head } from './head.tsx'
import { Request } from './request.tsx'
import { Notes, ShopperCard } from './shopper-card.tsx'
import { useScene } from './use-case.ts'

interface CaseViewProps {
  readonly aftersale: Aftersale
  /** The action whose sheet is open. */
  readonly command: DeskCommand | null
  readonly onClose: () => void
  readonly onDone: (command: DeskCommand) => void
}

export function CaseView({ aftersale, command, onClose, onDone }: CaseViewProps): ReactNode {
  const desk = useApi('GET /aftersales/:id/desk', { params: { id: aftersale.id } })
  const { scene, timeline } = useScene(aftersale, onClose, onDone)
  return (
    <>
      <View className="case-view">
        <View className="case-view__column">
          <Head aftersale={aftersale} facts={scene.facts} />
          <Request aftersale={aftersale} events={timeline.data?.items ?? []} />
          <GoodsCard aftersale={aftersale} order={desk.data?.order} />
          <Documents aftersale={aftersale} />
        </View>
        <View className="case-view__column">
          {aftersale.decision && <DecisionCard decision={aftersale.decision} />}
          <ShopperCard aftersale={aftersale} query={desk} />
          <Notes id={aftersale.id} query={desk} />
          <Course query={timeline} />
        </View>
      </View>
      {command && <OpenSheet key={command} command={command} scene={scene} />}
    </>
  )
}
