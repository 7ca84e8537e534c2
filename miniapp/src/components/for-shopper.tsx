// Shows a shopper's page to a shopper; people of the shop are led to their desk, others to sign-in.
import type { Me } from '@shouhou/shared/contract/auth'
import type { ReactNode } from 'react'
import { useT } from '../i18n/index.ts'
import { openPage } from '../pages.ts'
import { Button } from './button.tsx'
import { SignedIn } from './signed-in.tsx'
import { Empty } from './states.tsx'

export function ForShopper({ children }: { readonly children: (me: Me) => ReactNode }): ReactNode {
  const t = useT()
  return (
    <SignedIn>
      {(me) =>
        me.role === 'shopper' ? (
          children(me)
        ) : (
          <Empty title={t('forShopper.title')} text={t('forShopper.text')}>
            <Button tone="primary" onPress={() => openPage('desk')}>
              {t('forShopper.desk')}
            </Button>
          </Empty>
        )
      }
    </SignedIn>
  )
}
