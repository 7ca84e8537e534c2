// Commands about goods that came back: counting them in, passing them, or saying why they do not pass.
import type { aftersaleRoutes } from '@shouhou/shared/contract/aftersales'
import type { BodyOf } from '@shouhou/shared/contract/route'
import { problem, say } from '../../http/problems.ts'
import { lower } from './case-money.ts'
import { type ItemRow, saveItems } from './case-store.ts'
import { leftAfter } from './deduction.ts'
import { insertInspections, updateParcels } from './document-store.ts'
import { type Act, move } from './run-command.ts'
import type { Scene } from './scene.ts'
import { splitOff } from './split-case.ts'
import { take } from './step.ts'

type Body<K extends keyof typeof aftersaleRoutes> = BodyOf<(typeof aftersaleRoutes)[K]>

/** Items that are goods; the others only carry money of an earlier refund. */
const goods = (scene: Scene) => scene.items.filter(({ quantity }) => quantity > 0)

/** Pairs every item with its line of the request. @throws `input-missing` unless each is named once. */
function perItem<L extends { readonly lineId: string }>(
  scene: Scene,
  lines: readonly L[],
): { item: ItemRow; line: L }[] {
  const pairs = goods(scene).flatMap((item) => {
    const line = lines.find(({ lineId }) => lineId === item.lineId)
    return line ? [{ item, line }] : []
  })
  if (pairs.length === goods(scene).length && pairs.length === lines.length) return pairs
  throw problem('input-missing', {
    errors: [
      {
        pointer: '/lines',
        message: say('每件商品都要填写一次', 'name each line of the case exactly once'),
      },
    ],
  })
}

/** Writes counts on the items; the others stay as they are. */
async function count(scene: Scene, counts: ReadonlyMap<string, Partial<ItemRow>>): Promise<void> {
  const items = scene.items.map((item) => ({ ...item, ...counts.get(item.lineId) }))
  await saveItems(scene.tx, scene.row, items)
}

export const receiveReturn =
  ({ lines }: Body<'POST /aftersales/:id/receive-return'>): Act =>
  async (scene) => {
    const pairs = perItem(scene, lines)
    return take(scene, {
      command: 'receiveReturn',
      input: {
        lines: pairs.map(({ item, line }) => ({
          requested: item.quantity,
          received: line.quantityReceived,
          passed: 0,
        })),
      },
      effect: async () => {
        await updateParcels(scene.tx, scene.row, 'RETURN', 'SIGNED', scene.now)
        await count(
          scene,
          new Map(
            pairs.map(({ item, line }) => [
              item.lineId,
              { quantityReceived: line.quantityReceived },
            ]),
          ),
        )
        const received = pairs.reduce((sum, { line }) => sum + line.quantityReceived, 0)
        return { details: { received } }
      },
    })
  }

type PassBody = Body<'POST /aftersales/:id/pass-inspection'>

/** Units that do not pass become a case of their own first; then what is left here passes whole. */
export const passInspection =
  (body: PassBody): Act =>
  async (scene) => {
    const pairs = perItem(scene, body.lines)
    const input = {
      lines: pairs.map(({ item, line }) => ({
        requested: item.quantity,
        received: item.quantityReceived ?? item.quantity,
        passed: line.quantityPassed,
      })),
    }
    const rest = pairs.flatMap(({ item, line }) =>
      line.quantityPassed < item.quantity ? [{ item, passed: line.quantityPassed }] : [],
    )
    return take(scene, {
      command: 'passInspection',
      input,
      effect: async () => {
        const split = rest.length > 0 ? await splitOff(scene, rest, body) : null
        if (!split) {
          await count(
            scene,
            new Map(
              pairs.map(({ item, line }) => [
                item.lineId,
                { quantityReceived: item.quantity, quantityPassed: line.quantityPassed },
              ]),
            ),
          )
        }
        await notePassed(scene, pairs, body.text ?? '')
        const passed = pairs.reduce((sum, { line }) => sum + line.quantityPassed, 0)
        return {
          ...(split ? { money: split.money } : {}),
          mediaIds: split ? [] : body.mediaIds,
          details: { passed, ...(body.text ? { text: body.text } : {}), ...(split?.details ?? {}) },
        }
      },
    })
  }

const notePassed = (
  { tx, row, deps, now, by }: Scene,
  pairs: readonly { item: ItemRow; line: PassBody['lines'][number] }[],
  note: string,
) =>
  insertInspections(
    tx,
    pairs
      .filter(({ line }) => line.quantityPassed > 0)
      .map(({ item, line }) => ({
        shopId: row.shopId,
        id: deps.ids.id(),
        aftersaleId: row.id,
        lineId: item.lineId,
        passed: true,
        quantity: line.quantityPassed,
        grade: line.grade,
        restock: line.restock,
        deductionFen: 0,
        note,
        inspectorId: by.id ?? row.id,
        at: now,
      })),
  )

type FailBody = Body<'POST /aftersales/:id/fail-inspection'>

export const failInspection = (body: FailBody): Act =>
  move((scene) => {
    const { reason, text, deductionFen, mediaIds } = body
    const leftFen = leftAfter(scene.row, deductionFen)
    return {
      command: 'failInspection',
      input: {
        reasonCode: reason,
        text,
        evidence: mediaIds.length,
        ...(leftFen === null ? {} : { amountFen: leftFen }),
      },
      refundableFen: scene.row.reservedFen,
      effect: async () => {
        await noteFailed(scene, body)
        return {
          row: { deductionFen },
          note: { code: reason, text },
          mediaIds,
          details: { reasonCode: reason, text, deductionFen },
        }
      },
    }
  })

const noteFailed = (scene: Scene, { reason, text, deductionFen }: FailBody) => {
  const { tx, row, deps, now, by } = scene
  return insertInspections(
    tx,
    goods(scene).map((item, index) => ({
      shopId: row.shopId,
      id: deps.ids.id(),
      aftersaleId: row.id,
      lineId: item.lineId,
      passed: false,
      quantity: item.quantityReceived ?? item.quantity,
      reason,
      deductionFen: index === 0 ? deductionFen : 0,
      note: text,
      inspectorId: by.id ?? row.id,
      at: now,
    })),
  )
}

export const acceptDeduction = move(({ row }) => ({
  command: 'acceptDeduction',
  effect: async (scene) => ({
    money: await lower(scene, row.reservedFen - row.deductionFen),
    details: { deductionFen: row.deductionFen },
  }),
}))
export const askGoodsBack = move({ command: 'askGoodsBack' })
