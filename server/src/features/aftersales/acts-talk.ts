// Commands of asking and answering: information, decision, offers, withdrawal, overrides.
import type { aftersaleRoutes } from '@shouhou/shared/contract/aftersales'
import type { BodyOf } from '@shouhou/shared/contract/route'
import type { AftersaleType } from '@shouhou/shared/domain/aftersale-types'
import { LIMITS } from '@shouhou/shared/domain/limits'
import { problem, say } from '../../http/problems.ts'
import { editAftersale, filesOf } from './edit-aftersale.ts'
import { type Act, move } from './run-command.ts'

import { take } from './step.ts'

type Body<K extends keyof typeof aftersaleRoutes> = BodyOf<(typeof aftersaleRoutes)[K]>

export const requestInfo = ({ text }: Body<'POST /aftersales/:id/request-info'>): Act =>
  move({
    command: 'requestInfo',
    input: { text },
    effect: () => ({ note: { code: null, text }, details: { text } }),
  })

export const supplyInfo =
  ({ text, mediaIds }: Body<'POST /aftersales/:id/supply-info'>): Act =>
  async (scene) => {
    if (text.trim() === '' && mediaIds.length === 0) {
      throw problem('input-missing', {
        errors: [
          { pointer: '/text', message: say('请填写说明或上传图片', 'say or show something') },
        ],
      })
    }
    const known = await filesOf(scene)
    if (known.length + mediaIds.length > LIMITS.filesPerCase) {
      throw problem('limit-reached', { why: 'files' })
    }
    return take(scene, { command: 'supplyInfo', effect: () => ({ mediaIds, details: { text } }) })
  }

export const approve = ({ amountFen, text }: Body<'POST /aftersales/:id/approve'>): Act =>
  move(({ row }) => {
    demandMoneyType(row.type, amountFen)
    return {
      command: 'approve',
      input: amountFen === undefined ? {} : { amountFen },
      effect: () => ({
        ...(amountFen === undefined ? {} : { terms: { agreedFen: amountFen } }),
        details: { amountFen: amountFen ?? row.reservedFen, ...(text ? { text } : {}) },
      }),
    }
  })

/** Amounts belong to types that pay; an exchange sends goods. */
function demandMoneyType(type: AftersaleType, amountFen: number | undefined): void {
  if (amountFen === undefined || type !== 'EXCHANGE') return
  throw problem('invalid-input', {
    errors: [
      { pointer: '/amountFen', message: say('换货没有退款金额', 'an exchange pays nothing') },
    ],
  })
}

export const reject = (body: Body<'POST /aftersales/:id/reject'>): Act => {
  const { reasonCode, text, mediaIds } = body
  return move({
    command: 'reject',
    input: { reasonCode, text, evidence: mediaIds.length },
    effect: () => ({
      note: { code: reasonCode, text },
      details: { reasonCode, text },
      mediaIds,
    }),
  })
}

export const offer = (body: Body<'POST /aftersales/:id/offer'>): Act =>
  move(({ row }) => {
    const { kind, type, amountFen, text } = body
    demandMoneyType(type ?? row.type, kind === 'CANCEL' ? undefined : amountFen)
    const named = kind === 'CANCEL' ? undefined : amountFen
    return {
      command: 'offer',
      input: {
        offer: { kind, ...(type ? { type } : {}) },
        text,
        ...(named === undefined ? {} : { amountFen: named }),
      },
      effect: (_scene, { facts }) => ({
        offer: { amountFen: named ?? null, text },
        note: { code: kind, text },
        details: { kind, type: facts.offer?.type ?? null, amountFen: named ?? null, text },
      }),
    }
  })

export const acceptOffer = move({ command: 'acceptOffer' })
export const declineOffer = move({ command: 'declineOffer' })
export const cancel = move({ command: 'cancel' })

export const edit =
  (body: Body<'POST /aftersales/:id/edit'>): Act =>
  (scene) =>
    editAftersale(scene, body)

export const waiveReturn = ({ text }: Body<'POST /aftersales/:id/waive-return'>): Act =>
  move({ command: 'waiveReturn', input: { text }, effect: () => ({ details: { text } }) })

export const forceClose = ({ text }: Body<'POST /aftersales/:id/force-close'>): Act =>
  move({
    command: 'forceClose',
    input: { text },
    effect: () => ({ note: { code: null, text }, details: { text } }),
  })

export const forceRefund = ({ amountFen, text }: Body<'POST /aftersales/:id/force-refund'>): Act =>
  move({
    command: 'forceRefund',
    input: { amountFen, text },
    effect: () => ({
      terms: { agreedFen: amountFen },
      note: { code: null, text },
      details: { amountFen, text },
    }),
  })
