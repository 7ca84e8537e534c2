// How the app looks on this phone: light or dark, and the size of its words.
import type { ReactNode } from 'react'
import { Card } from '../../components/card.tsx'
import { Chips } from '../../components/chips.tsx'
import { Tick } from '../../components/tick.tsx'
import { useT } from '../../i18n/index.ts'
import { THEMES, useLook } from '../../platform/look.ts'

export function LookCard(): ReactNode {
  const t = useT()
  const { theme, largeType } = useLook()
  return (
    <Card title={t('me.look')}>
      <Chips
        chips={THEMES.map((one) => ({ value: one, label: t(`look.${one}`) }))}
        chosen={[theme]}
        onPress={(next) => useLook.setState({ theme: next })}
      />
      <Tick on={largeType} onChange={(next) => useLook.setState({ largeType: next })}>
        {t('look.large')}
      </Tick>
    </Card>
  )
}
