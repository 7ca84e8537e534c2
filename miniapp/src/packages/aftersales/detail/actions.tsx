// The buttons at the bottom of a case; the one that is wanted most stands at the right.
import type { Aftersale } from '@shouhou/shared/contract/aftersale-views'
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Button } from '../../../components/button.tsx'
import { useT } from '../../../i18n/index.ts'
import { openPage } from '../../../pages.ts'
import { type Act, actsOf } from './acts.ts'
import { isPlain, type PlainAct, useAct } from './use-act.ts'

interface ActionsProps {
  readonly aftersale: Aftersale
  readonly onSheet: (sheet: 'supplyInfo' | 'shipReturn') => void
}

export function Actions({ aftersale, onSheet }: ActionsProps): ReactNode {
  const t = useT()
  const { id } = aftersale
  const press = (act: Act) => {
    if (act === 'edit') openPage('apply', { id })
    else if (act === 'rate') openPage('rate', { id })
    else if (act === 'supplyInfo' || act === 'shipReturn') onSheet(act)
  }
  const acts = actsOf(aftersale)
  return (
    <View className="case-actions">
      {acts.map((act, index) =>
        isPlain(act) ? (
          <PlainButton key={act} act={act} aftersale={aftersale} primary={index === 0} />
        ) : (
          <Button
            key={act}
            tone={index === 0 && act !== 'edit' ? 'primary' : 'plain'}
            onPress={() => press(act)}
          >
            {t(`act.${act}`)}
          </Button>
        ),
      )}
    </View>
  )
}

interface PlainButtonProps {
  readonly act: PlainAct
  readonly aftersale: Aftersale
  readonly primary: boolean
}

/** A command without input as a button that asks first. */
export function PlainButton({ act, aftersale, primary }: PlainButtonProps): ReactNode {
  const t = useT()
  const { run, isRunning } = useAct(act, aftersale)
  const tone = primary && act !== 'cancel' ? 'primary' : 'plain'
  return (
    <Button tone={tone} busy={isRunning} onPress={() => void run()}>
      {t(`act.${act}`)}
    </Button>
  )
}
