// One case: where it stands, whose turn it is, what can be done, and everything that happened.
import type { Aftersale } from '@shouhou/shared/contract/aftersale-views'
import { type ReactNode, useState } from 'react'
import { useMe } from '../../../api/session.ts'
import { ForShopper } from '../../../components/for-shopper.tsx'
import { Page } from '../../../components/page.tsx'
import { QueryView } from '../../../components/states.tsx'
import { useApi } from '../../../hooks/use-api.ts'
import { useParam } from '../../../hooks/use-param.ts'
import { Actions } from './actions.tsx'
import { actsOf } from './acts.ts'
import { ApplicationCard } from './application-card.tsx'
import { DecisionCard, LinkedCard, NoteCard, RatingCard, SentCard } from './cards.tsx'
import { CaseTimeline } from './case-timeline.tsx'
import './detail.scss'
import { GoodsCard } from './goods-card.tsx'
import { HeadCard } from './head-card.tsx'
import { MoneyCard } from './money-card.tsx'
import { OfferCard } from './offer-card.tsx'
import { ParcelsCard, ReturnAddressCard } from './parcels-card.tsx'
import { ShipReturnSheet } from './ship-return-sheet.tsx'
import { SupplyInfoSheet } from './supply-info-sheet.tsx'

/** Parameters: `id`, and `sent` right after an application was sent. */
export default function CasePage(): ReactNode {
  const id = useParam('id')
  const sent = useParam('sent') === '1'
  const [sheet, setSheet] = useState<'supplyInfo' | 'shipReturn' | null>(null)
  const mine = useMe()?.role === 'shopper'
  const query = useApi('GET /aftersales/:id', { params: { id } }, { enabled: mine })
  const { data } = query
  const close = () => setSheet(null)
  return (
    <Page
      title="case.title"
      footer={
        mine && data && actsOf(data).length > 0 ? (
          <Actions aftersale={data} onSheet={setSheet} />
        ) : undefined
      }
    >
      <ForShopper>
        {() => (
          <QueryView query={query}>
            {(aftersale) => (
              <>
                {sent && <SentCard aftersale={aftersale} />}
                <Cards aftersale={aftersale} />
                {sheet === 'supplyInfo' && (
                  <SupplyInfoSheet aftersale={aftersale} onClose={close} />
                )}
                {sheet === 'shipReturn' && (
                  <ShipReturnSheet aftersale={aftersale} onClose={close} />
                )}
              </>
            )}
          </QueryView>
        )}
      </ForShopper>
    </Page>
  )
}

function Cards({ aftersale }: { readonly aftersale: Aftersale }): ReactNode {
  return (
    <>
      <HeadCard aftersale={aftersale} />
      <NoteCard aftersale={aftersale} />
      {aftersale.offer && <OfferCard aftersale={aftersale} offer={aftersale.offer} />}
      <ReturnAddressCard aftersale={aftersale} />
      <MoneyCard aftersale={aftersale} />
      <ParcelsCard parcels={aftersale.parcels} />
      <GoodsCard aftersale={aftersale} />
      <RatingCard aftersale={aftersale} />
      <DecisionCard aftersale={aftersale} />
      <ApplicationCard aftersale={aftersale} />
      <LinkedCard aftersale={aftersale} />
      <CaseTimeline id={aftersale.id} />
    </>
  )
}
