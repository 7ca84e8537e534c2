// The home page of somebody who is not signed in: what this is for, and the way in.
import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Button } from '../../components/button.tsx'
import { useT } from '../../i18n/index.ts'
import { openSignIn } from '../../pages.ts'
import './welcome.scss'

const POINTS = ['home.welcome.1', 'home.welcome.2', 'home.welcome.3'] as const

export function Welcome(): ReactNode {
  const t = useT()
  return (
    <View className="welcome">
      <Text className="welcome__title">{t('home.welcome')}</Text>
      {POINTS.map((point, index) => (
        <View key={point} className="welcome__point">
          <Text className="welcome__number">{index + 1}</Text>
          <Text className="welcome__words">{t(point)}</Text>
        </View>
      ))}
      <Text className="welcome__needed">{t('signIn.needed')}</Text>
      <Button tone="primary" block onPress={openSignIn}>
        {t('signIn.title')}
      </Button>
    </View>
  )
}
