// What every action of the case page works with, and how it is sent.
import type { ContractKey } from '@shouhou/shared/contract'
import type { Aftersale } from '@shouhou/shared/contract/aftersale-views'
import type { PolicyDocument } from '@shouhou/shared/contract/policy-document'
import type { AftersaleFacts } from '@shouhou/shared/domain/aftersale-facts'
import { notify } from '../../../components/ask.ts'
import { useCommand } from '../../../hooks/use-command.ts'
import { useT } from '../../../i18n/index.ts'
import type { DeskCommand } from './act-list.ts'

export interface Scene {
  readonly aftersale: Aftersale
  readonly facts: AftersaleFacts
  /** The shop's rules; null while they load. */
  readonly policy: PolicyDocument | null
  /** Puts the open sheet away. */
  readonly close: () => void
  /** The action was carried out; the page decides what is shown next. */
  readonly done: (command: DeskCommand) => void
}

type ActKey = Extract<ContractKey, `POST /aftersales/:id/${string}`>

/** `POST /aftersales/:id/force-refund` is sent for `forceRefund`. */
const commandOf = (key: ActKey) =>
  key
    .slice(key.lastIndexOf('/') + 1)
    .replace(/-(\w)/g, (_whole, letter: string) => letter.toUpperCase()) as DeskCommand

/** One command of a case. Afterwards, also when it was refused, everything about it is loaded again. */
export function useAct<K extends ActKey>(key: K, scene: Scene) {
  const t = useT()
  return useCommand(key, {
    changes: ['aftersales', 'orders', 'refunds', 'today'],
    onDone: () => {
      scene.close()
      notify(t('desk.done'))
      scene.done(commandOf(key))
    },
  })
}

/** Which case, and which version of it the person saw. */
export const target = ({ aftersale: { id } }: Scene) => ({ id })
export const seen = ({ aftersale: { version } }: Scene) => ({ version })
