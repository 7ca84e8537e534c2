// What stands in place of content.
import type { ReactNode } from 'react'
import { NetworkError } from '../api/errors.ts'
import { notify } from '../components/ask.ts'
import { Button } from '../components/button.tsx'
import { Empty, ErrorState, SkeletonList } from '../components/states.tsx'
import { useT } from '../i18n/index.ts'
import { Shown } from './shown.tsx'

export function States(): ReactNode {
  const t = useT()
  const again = () => notify(t('retry'))
  return (
    <>
      <Shown name="SkeletonList">
        <SkeletonList rows={2} />
      </Shown>
      <Shown name="Empty">
        <Empty title={t('home.noOpen')} text={t('home.noOpenText')}>
          <Button onPress={again}>{t('orders.title')}</Button>
        </Empty>
        <Empty drawing="lock" title={t('signIn.needed')} />
      </Shown>
      <Shown name="ErrorState">
        <ErrorState error={new Error('server')} onRetry={again} />
        <ErrorState error={new NetworkError('unreachable')} onRetry={again} />
      </Shown>
    </>
  )
}
