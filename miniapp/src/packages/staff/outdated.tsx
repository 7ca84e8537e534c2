// Says that a colleague saved a newer version while this form was being filled in, and offers to take it.
import { Text } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Button } from '../../components/button.tsx'
import { Card } from '../../components/card.tsx'
import { useT } from '../../i18n/index.ts'

export function Outdated({ onLoad }: { readonly onLoad: () => void }): ReactNode {
  const t = useT()
  return (
    <Card title={t('draft.outdated')}>
      <Text>{t('draft.outdatedText')}</Text>
      <Button block onPress={onLoad}>
        {t('draft.load')}
      </Button>
    </Card>
  )
}
