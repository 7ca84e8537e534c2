// Shows its content to somebody signed in, and to anybody else the way there.
import type { Me } from '@shouhou/shared/contract/auth'
import type { ReactNode } from 'react'
import { useMe } from '../api/session.ts'
import { useT } from '../i18n/index.ts'
import { openSignIn } from '../pages.ts'
import { Button } from './button.tsx'
import { Empty } from './states.tsx'

export function SignedIn({ children }: { readonly children: (me: Me) => ReactNode }): ReactNode {
  const t = useT()
  const me = useMe()
  if (me) return children(me)
  return (
    <Empty title={t('signIn.needed')}>
      <Button tone="primary" onPress={openSignIn}>
        {t('signIn.title')}
      </Button>
    </Empty>
  )
}
