// The bar at the bottom of a case: a person to talk to at the left, the button that is wanted most at the
// right, and what is wanted seldom behind "more".
import type { Aftersale } from '@shouhou/shared/contract/aftersale-views'
import { Text, View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { Button } from '../../../components/button.tsx'
import { Sheet } from '../../../components/sheet.tsx'
import { talkAbout } from '../../../hooks/use-subject.ts'
import { useT } from '../../../i18n/index.ts'
import { openPage } from '../../../pages.ts'
import { type Act, actsOf, inBar } from './acts.ts'
import { isPlain, type PlainAct, useAct } from './use-act.ts'

interface ActionsProps {
  readonly aftersale: Aftersale
  readonly onSheet: (sheet: 'supplyInfo' | 'shipReturn') => void
}

export function Actions({ aftersale, onSheet }: ActionsProps): ReactNode {
  const t = useT()
  const [more, setMore] = useState(false)
  const { shown, folded } = inBar(actsOf(aftersale))
  const button = (act: Act, primary: boolean) => (
    <ActButton key={act} act={act} aftersale={aftersale} primary={primary} onSheet={onSheet} />
  )
  return (
    <View className="case-actions">
      {shown.map((act, index) => button(act, index === 0))}
      {folded.length > 0 && <Button onPress={() => setMore(true)}>{t('act.others')}</Button>}
      <View
        className="case-actions__help"
        ariaRole="button"
        ariaLabel={t('act.help')}
        onClick={() => talkAbout(aftersale)}
      >
        <Text>{t('act.help')}</Text>
      </View>
      <Sheet title={t('act.others')} open={more} onClose={() => setMore(false)}>
        <View className="case-actions__more">{folded.map((act) => button(act, false))}</View>
      </Sheet>
    </View>
  )
}

interface ActButtonProps extends ActionsProps {
  readonly act: Act
  readonly primary: boolean
}

function ActButton({ act, aftersale, primary, onSheet }: ActButtonProps): ReactNode {
  const t = useT()
  const { id } = aftersale
  if (isPlain(act)) return <PlainButton act={act} aftersale={aftersale} primary={primary} />
  const press = () => {
    if (act === 'edit') openPage('apply', { id })
    else if (act === 'rate') openPage('rate', { id })
    else if (act === 'supplyInfo' || act === 'shipReturn') onSheet(act)
  }
  return (
    <Button tone={primary && act !== 'edit' ? 'primary' : 'plain'} onPress={press}>
      {t(`act.${act}`)}
    </Button>
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
