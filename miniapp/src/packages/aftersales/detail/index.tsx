// One case: where it stands, whose turn it is, what can be done, and everything that happened.
import type { Aftersale, TimelineEntry } from '@shouhou/shared/contract/aftersale-views'
import { type ReactNode, useState } from 'react'
import { useMe } from '../../../api/session.ts'
import { ForShopper } from '../../../components/for-shopper.tsx'
import { Page } from '../../../components/page.tsx'
import { QueryView } from '../../../components/states.tsx'
import { useApi } from '../../../hooks/use-api.ts'
import { useParam } from '../../../hooks/use-param.ts'
import { Actions } from './actions.tsx'
import { ApplicationCard } from './application-card.tsx'
import { DecisionCard, LinkedCard, NoteCard, RatingCard } from './cards.tsx'
import { CaseTimeline } from './case-timeline.tsx'
import './detail.scss'
import { GoodsCard } from './goods-card.tsx'
import { HeadCard } from './head-card.tsx'
import { MoneyCard } from './money-card.tsx'
import { OfferCard } from './offer-card.tsx'
import { ParcelsCard, ReturnAddressCard } from './parcels-card.tsx'
import { SentCard } from './sent-card.tsx'
import { ShareSheet } from './share-sheet.tsx'
import { ShipReturnSheet } from './ship-return-sheet.tsx'
import { SupplyInfoSheet } from './supply-info-sheet.tsx'
import { useShareCard } from './use-share-card.ts'

const SHEETS = ['supplyInfo', 'shipReturn', 'share'] as const
type SheetName = (typeof SHEETS)[number]

/** Parameters: `id`, `sent` right after an application was sent, `act` for the sheet to open with. */
export default function CasePage(): ReactNode {
  const id = useParam('id')
  const sent = useParam('sent') === '1'
  const asked = useParam('act')
  const [sheet, setSheet] = useState<SheetName | null>(
    () => SHEETS.find((one) => one === asked) ?? null,
  )
  const mine = useMe()?.role === 'shopper'
  const query = useApi('GET /aftersales/:id', { params: { id } }, { enabled: mine })
  const timeline = useApi(
    'GET /aftersales/:id/timeline',
    { params: { id }, query: {} },
    { enabled: mine },
  )
  const { data } = query
  useShareCard(id, data)
  const events = timeline.data?.items ?? []
  return (
    <Page
      title="case.title"
      footer={mine && data ? <Actions aftersale={data} onSheet={setSheet} /> : undefined}
    >
      <ForShopper>
        {() => (
          <QueryView query={query}>
            {(aftersale) => (
              <>
                {sent && <SentCard aftersale={aftersale} />}
                <Cards aftersale={aftersale} events={events} onShare={() => setSheet('share')} />
                <OpenSheet name={sheet} aftersale={aftersale} onClose={() => setSheet(null)} />
              </>
            )}
          </QueryView>
        )}
      </ForShopper>
    </Page>
  )
}

interface CardsProps {
  readonly aftersale: Aftersale
  /** Oldest first; empty until they have been loaded. */
  readonly events: readonly TimelineEntry[]
  readonly onShare: () => void
}

function Cards({ aftersale, events, onShare }: CardsProps): ReactNode {
  return (
    <>
      <HeadCard aftersale={aftersale} events={events} onShare={onShare} />
      <NoteCard aftersale={aftersale} />
      {aftersale.offer && <OfferCard aftersale={aftersale} offer={aftersale.offer} />}
      <ReturnAddressCard aftersale={aftersale} />
      <MoneyCard aftersale={aftersale} />
      <ParcelsCard parcels={aftersale.parcels} events={events} />
      {events.length > 0 && <CaseTimeline events={events} />}
      <GoodsCard aftersale={aftersale} />
      <RatingCard aftersale={aftersale} />
      <DecisionCard aftersale={aftersale} />
      <ApplicationCard aftersale={aftersale} />
      <LinkedCard aftersale={aftersale} />
    </>
  )
}

interface OpenSheetProps {
  readonly name: SheetName | null
  readonly aftersale: Aftersale
  readonly onClose: () => void
}

function OpenSheet({ name, aftersale, onClose }: OpenSheetProps): ReactNode {
  if (name === 'supplyInfo') return <SupplyInfoSheet aftersale={aftersale} onClose={onClose} />
  if (name === 'shipReturn') return <ShipReturnSheet aftersale={aftersale} onClose={onClose} />
  return name === 'share' ? <ShareSheet id={aftersale.id} onClose={onClose} /> : null
}
