// Giving a command that needs no more than a yes.
import type { Aftersale } from '@shouhou/shared/contract/aftersale-views'
import { confirm, notify } from '../../../components/ask.ts'
import { useCommand } from '../../../hooks/use-command.ts'
import { errorText } from '../../../i18n/error-text.ts'
import { useT } from '../../../i18n/index.ts'

const ROUTES = {
  cancel: 'POST /aftersales/:id/cancel',
  acceptOffer: 'POST /aftersales/:id/accept-offer',
  declineOffer: 'POST /aftersales/:id/decline-offer',
  acceptDeduction: 'POST /aftersales/:id/accept-deduction',
  askGoodsBack: 'POST /aftersales/:id/ask-goods-back',
  confirmReceipt: 'POST /aftersales/:id/confirm-receipt',
  confirmPayout: 'POST /aftersales/:id/confirm-payout',
} as const

/** Commands without input. None of them can be taken back, so each is asked for first. */
export type PlainAct = keyof typeof ROUTES

export const isPlain = (act: string): act is PlainAct => act in ROUTES

/** Asks, sends, and says how it went; the case on screen is read again in any case. */
export function useAct(
  act: PlainAct,
  { id, version }: Pick<Aftersale, 'id' | 'version'>,
): { readonly run: () => Promise<void>; readonly isRunning: boolean } {
  const t = useT()
  const command = useCommand(ROUTES[act], {
    changes: ['aftersales', 'orders'],
    onDone: () => notify(t('act.done')),
  })
  async function run(): Promise<void> {
    const yes = await confirm({
      title: t(`act.${act}`),
      text: t(`act.${act}.means`),
      danger: act === 'cancel',
    })
    if (!yes || command.isPending) return
    command.mutate(
      { params: { id }, body: { version } },
      { onError: (error) => notify(errorText(error, t)) },
    )
  }
  return { run, isRunning: command.isPending }
}
