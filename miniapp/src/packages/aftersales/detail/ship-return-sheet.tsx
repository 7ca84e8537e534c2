// Saying with which parcel the goods go back.
import type { ReactNode } from 'react'
import { notify } from '../../../components/ask.ts'
import { Button } from '../../../components/button.tsx'
import { Sheet } from '../../../components/sheet.tsx'
import { useWaybill, WaybillFields } from '../../../components/waybill-fields.tsx'
import { useCommand } from '../../../hooks/use-command.ts'
import { errorText, fieldError } from '../../../i18n/error-text.ts'
import { useT } from '../../../i18n/index.ts'
import type { SheetProps } from './supply-info-sheet.tsx'

export function ShipReturnSheet({ aftersale, onClose }: SheetProps): ReactNode {
  const t = useT()
  const { id, version } = aftersale
  const waybill = useWaybill()
  const ship = useCommand('POST /aftersales/:id/ship-return', {
    changes: ['aftersales'],
    onDone: () => {
      notify(t('act.done'))
      onClose()
    },
  })
  const send = () => {
    if (!waybill.ready || ship.isPending) return
    ship.mutate({ params: { id }, body: { version, ...waybill.ready } })
  }
  const error = ship.error
    ? (fieldError(ship.error, '/waybillNo') ?? errorText(ship.error, t))
    : undefined
  return (
    <Sheet
      title={t('act.shipReturn')}
      open
      onClose={onClose}
      footer={
        <Button tone="primary" block busy={ship.isPending} disabled={!waybill.ready} onPress={send}>
          {t('submit')}
        </Button>
      }
    >
      <WaybillFields waybill={waybill} error={error} />
    </Sheet>
  )
}
