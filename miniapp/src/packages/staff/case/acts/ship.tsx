// Sending goods to the shopper: the replacement, or their own back.
import type { ReactNode } from 'react'
import { useWaybill, WaybillFields } from '../../../../components/waybill-fields.tsx'
import { fieldError } from '../../../../i18n/error-text.ts'
import { ActSheet } from '../act-sheet.tsx'
import { type Scene, seen, target, useAct } from '../scene.ts'

export function ShipReplacement({ scene }: { readonly scene: Scene }): ReactNode {
  const waybill = useWaybill()
  const act = useAct('POST /aftersales/:id/ship-replacement', scene)
  const submit = () => {
    if (waybill.ready === null) return
    act.mutate({ params: target(scene), body: { ...seen(scene), ...waybill.ready } })
  }
  return (
    <ActSheet
      command="shipReplacement"
      scene={scene}
      act={act}
      ready={waybill.ready !== null}
      onSubmit={submit}
    >
      <WaybillFields
        waybill={waybill}
        error={fieldError(act.error, '/waybillNo') ?? fieldError(act.error, '/carrier')}
      />
    </ActSheet>
  )
}
