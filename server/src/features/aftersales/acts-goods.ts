// Commands about parcels: goods on their way back, and goods on their way to the shopper.
import type { aftersaleRoutes } from '@shouhou/shared/contract/aftersales'
import type { BodyOf } from '@shouhou/shared/contract/route'
import type { ParcelDirection } from '@shouhou/shared/domain/aftersale-types'
import { checkWaybill, isCarrier, type WaybillCheck } from '@shouhou/shared/domain/waybill'
import { problem, say } from '../../http/problems.ts'
import { insertParcel, updateParcels } from './document-store.ts'
import { type Act, move } from './run-command.ts'
import type { Scene } from './scene.ts'
import { type Effect, take } from './step.ts'

type Body<K extends keyof typeof aftersaleRoutes> = BodyOf<(typeof aftersaleRoutes)[K]>
type Waybill = Body<'POST /aftersales/:id/ship-return'>

/** A waybill as carriers print it. @throws `input-missing` with what is wrong about it. */
function soundWaybill({ carrier, waybillNo }: Waybill): Extract<WaybillCheck, { ok: true }> {
  if (!isCarrier(carrier)) throw waybillProblem('/carrier', 'carrier-unknown')
  const checked = checkWaybill(carrier, waybillNo)
  if (!checked.ok) throw waybillProblem('/waybillNo', checked.code)
  return checked
}

const waybillProblem = (pointer: string, why: string) =>
  problem('input-missing', {
    why,
    errors: [
      {
        pointer,
        message:
          why === 'carrier-unknown'
            ? say('不认识的快递公司', 'not a known carrier')
            : say('运单号与快递公司不符', 'not a waybill number of this carrier'),
      },
    ],
  })

const ship = (command: 'shipReturn' | 'shipReplacement', body: Waybill): Act => {
  const direction: ParcelDirection = command === 'shipReturn' ? 'RETURN' : 'RESHIP'
  return async (scene) => {
    const { carrier, waybill } = soundWaybill(body)
    return take(scene, {
      command,
      input: { waybillValid: true },
      effect: async ({ tx, deps, now, row }) => {
        await insertParcel(tx, {
          shopId: row.shopId,
          id: deps.ids.id(),
          aftersaleId: row.id,
          direction,
          carrier,
          waybillNo: waybill,
          status: 'BOOKED',
          at: now,
        })
        return { details: { carrier, waybillNo: waybill } }
      },
    })
  }
}
export const shipReturn = (body: Waybill): Act => ship('shipReturn', body)
export const shipReplacement = (body: Waybill): Act => ship('shipReplacement', body)

const signed = async (scene: Scene, direction: ParcelDirection): Promise<Effect> => {
  await updateParcels(scene.tx, scene.row, direction, 'SIGNED', scene.now)
  return {}
}

export const reportDelivered = move(({ row }) => ({
  command: 'reportDelivered',
  effect: (scene) => signed(scene, row.status === 'RESHIPPED' ? 'RESHIP' : 'RETURN'),
}))
export const confirmReceipt = move({
  command: 'confirmReceipt',
  effect: (scene) => signed(scene, 'RESHIP'),
})
export const reportOutOfStock = ({ text }: Body<'POST /aftersales/:id/report-out-of-stock'>): Act =>
  move({
    command: 'reportOutOfStock',
    input: { text },
    effect: () => ({ note: { code: null, text }, details: { text } }),
  })
