// The buttons of a case: what this role may do now. The usual next steps are in sight, the rest behind "more".
import type { Aftersale } from '@shouhou/shared/contract/aftersale-views'
import { type ReactNode, useEffect, useState } from 'react'
import { notify } from '../../../components/ask.ts'
import { Button } from '../../../components/button.tsx'
import { Sheet } from '../../../components/sheet.tsx'
import { useT } from '../../../i18n/index.ts'
import { openPage } from '../../../pages.ts'
import { type DeskCommand, deskCommandsOf, isOverride } from './act-list.ts'
import { Approve } from './acts/approve.tsx'
import { FailInspection } from './acts/fail.tsx'
import { ForceRefund, RecordOfflinePayout } from './acts/money.tsx'
import { Offer } from './acts/offer.tsx'
import { PassInspection } from './acts/pass.tsx'
import { ReceiveReturn } from './acts/receive.tsx'
import { Reject } from './acts/reject.tsx'
import { ShipReplacement } from './acts/ship.tsx'
import {
  ForceClose,
  ReportOutOfStock,
  RequestInfo,
  RetryRefund,
  WaiveReturn,
} from './acts/words.tsx'
import type { Scene } from './scene.ts'

const SHEETS: Record<DeskCommand, (props: { readonly scene: Scene }) => ReactNode> = {
  approve: Approve,
  reject: Reject,
  requestInfo: RequestInfo,
  offer: Offer,
  waiveReturn: WaiveReturn,
  receiveReturn: ReceiveReturn,
  passInspection: PassInspection,
  failInspection: FailInspection,
  shipReplacement: ShipReplacement,
  reportOutOfStock: ReportOutOfStock,
  retryRefund: RetryRefund,
  recordOfflinePayout: RecordOfflinePayout,
  forceRefund: ForceRefund,
  forceClose: ForceClose,
}

/** How many actions are buttons of their own. */
const IN_SIGHT = 2

interface ActionsProps {
  readonly aftersale: Aftersale
  readonly onOpen: (command: DeskCommand) => void
}

/** For the foot of the page; null when there is nothing to do for this role. */
export function ActionBar({ aftersale, onOpen }: ActionsProps): ReactNode {
  const t = useT()
  const [all, setAll] = useState(false)
  const commands = deskCommandsOf(aftersale.allowedCommands)
  const payout = payoutOf(aftersale)
  const usual = commands.filter((command) => !isOverride(command))
  const room = payout ? IN_SIGHT - 1 : IN_SIGHT
  const inSight = usual.length <= room + 1 ? usual : usual.slice(0, room)
  const rest = commands.filter((command) => !inSight.includes(command))
  const open = (command: DeskCommand) => {
    setAll(false)
    onOpen(command)
  }
  return (
    <>
      {rest.length > 0 && <Button onPress={() => setAll(true)}>{t('act.more')}</Button>}
      {[...inSight].reverse().map((command) => (
        <Button
          key={command}
          tone={command === inSight[0] && !payout ? 'primary' : 'plain'}
          onPress={() => open(command)}
        >
          {t(`act.${command}`)}
        </Button>
      ))}
      {payout && (
        <Button tone="primary" onPress={() => openPage('deskRefund', { id: payout })}>
          {t('act.payout')}
        </Button>
      )}
      <Sheet title={t('act.more')} open={all} onClose={() => setAll(false)}>
        {rest.map((command) => (
          <Button
            key={command}
            block
            tone={isOverride(command) ? 'danger' : 'plain'}
            onPress={() => open(command)}
          >
            {t(`act.${command}`)}
          </Button>
        ))}
      </Sheet>
    </>
  )
}

/** The refund whose payout this person may report, by the refund's own page. */
export function payoutOf({ allowedCommands, refunds }: Aftersale): string | null {
  const reportable = allowedCommands.some((c) => c === 'refundSucceeded' || c === 'refundFailed')
  return reportable ? (refunds[0]?.id ?? null) : null
}

export const hasActions = (aftersale: Aftersale): boolean =>
  deskCommandsOf(aftersale.allowedCommands).length > 0 || payoutOf(aftersale) !== null

interface OpenSheetProps {
  readonly command: DeskCommand
  readonly scene: Scene
}

/** The sheet of one action; goes away by itself when the case has moved on and no longer allows it. */
export function OpenSheet({ command, scene }: OpenSheetProps): ReactNode {
  const t = useT()
  const allowed = scene.aftersale.allowedCommands.includes(command)
  // biome-ignore lint/correctness/useExhaustiveDependencies: only losing the permission matters.
  useEffect(() => {
    if (allowed) return
    notify(t('act.movedOn'))
    scene.close()
  }, [allowed])
  const Form = SHEETS[command]
  return allowed ? <Form scene={scene} /> : null
}
