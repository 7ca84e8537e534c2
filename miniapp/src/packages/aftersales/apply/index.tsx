// Applying for an aftersale on an order, or changing an application that was sent.
import type { Aftersale } from '@shouhou/shared/contract/aftersale-views'
import type { Order } from '@shouhou/shared/contract/orders'
import { type ReactNode, useState } from 'react'
import { Button } from '../../../components/button.tsx'
import { ForShopper } from '../../../components/for-shopper.tsx'
import { Page } from '../../../components/page.tsx'
import { Empty, QueryView } from '../../../components/states.tsx'
import { useApi } from '../../../hooks/use-api.ts'
import { useParam } from '../../../hooks/use-param.ts'
import { useT } from '../../../i18n/index.ts'
import { replacePage } from '../../../pages.ts'
import { applicationOf, firstApplication, fitted, isAnyFree } from './application.ts'
import { keptApplication } from './draft.ts'
import { ApplyForm } from './form.tsx'

/** Parameters: `orderNo` and perhaps `line` for a new one, or `id` of the case to change. */
export default function ApplyPage(): ReactNode {
  const id = useParam('id')
  return (
    <Page title={id ? 'apply.change' : 'apply.title'}>
      <ForShopper>
        {({ id: me }) => (id ? <Change id={id} me={me} /> : <Apply me={me} />)}
      </ForShopper>
    </Page>
  )
}

function Apply({ me }: { readonly me: string }): ReactNode {
  const orderNo = useParam('orderNo')
  const lineId = useParam('line')
  const order = useApi('GET /orders/:orderNo', { params: { orderNo } })
  return (
    <QueryView query={order}>
      {(found) => <NewForm order={found} lineId={lineId} me={me} />}
    </QueryView>
  )
}

interface NewFormProps {
  readonly order: Order
  readonly lineId: string
  readonly me: string
}

/** A form that is open stays open, whatever becomes of the order: its answer may be on the way. */
function NewForm({ order, lineId, me }: NewFormProps): ReactNode {
  const subject = { order, original: null }
  const [nothingFree] = useState(() => !isAnyFree(subject))
  if (nothingFree) return <Taken order={order} />
  const kept = keptApplication(me, order.orderNo)
  const first = kept ? fitted(subject, kept) : firstApplication(subject, lineId)
  return <ApplyForm subject={subject} first={first} isKept={kept !== undefined} me={me} />
}

/** Nothing is left to apply for: the way to the case that has it, usually the one just sent. */
function Taken({ order }: { readonly order: Order }): ReactNode {
  const t = useT()
  const [newest] = order.aftersales
  return (
    <Empty title={t('apply.taken')} text={t('apply.takenText')}>
      {newest && (
        <Button tone="primary" onPress={() => replacePage('caseDetail', { id: newest.id })}>
          {t('apply.seeCase')}
        </Button>
      )}
    </Empty>
  )
}

function Change({ id, me }: { readonly id: string; readonly me: string }): ReactNode {
  const aftersale = useApi('GET /aftersales/:id', { params: { id } })
  return <QueryView query={aftersale}>{(found) => <ChangeOf original={found} me={me} />}</QueryView>
}

interface ChangeOfProps {
  readonly original: Aftersale
  readonly me: string
}

function ChangeOf({ original, me }: ChangeOfProps): ReactNode {
  const { orderNo } = original
  const order = useApi('GET /orders/:orderNo', { params: { orderNo } })
  return (
    <QueryView query={order}>
      {(found) => {
        const subject = { order: found, original }
        const first = fitted(subject, applicationOf(original))
        return <ApplyForm subject={subject} first={first} isKept={false} me={me} />
      }}
    </QueryView>
  )
}
