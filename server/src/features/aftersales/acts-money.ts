// Commands about an abnormal refund: once more, or paid past the provider.
import type { aftersaleRoutes } from '@shouhou/shared/contract/aftersales'
import type { BodyOf } from '@shouhou/shared/contract/route'
import { updateRefund } from './refund-store.ts'
import { type Act, move } from './run-command.ts'

type Body<K extends keyof typeof aftersaleRoutes> = BodyOf<(typeof aftersaleRoutes)[K]>

export const retryRefund = move({ command: 'retryRefund' })

export const recordOfflinePayout = (
  body: Body<'POST /aftersales/:id/record-offline-payout'>,
): Act => {
  const { reference, text } = body
  return move({
    command: 'recordOfflinePayout',
    input: { reference, text },
    effect: async ({ tx, refund, by }) => {
      if (!refund) throw new Error('An abnormal case without a refund')
      await updateRefund(tx, refund, {
        provider: 'offline',
        status: 'SUBMITTED',
        reference,
        confirmedBy: by.id,
      })
      return { note: { code: null, text }, details: { reference, text } }
    },
  })
}

export const confirmPayout = move({ command: 'confirmPayout' })
