// Shows a page of the desk to the people it is for; others are told so.
import type { Me } from '@shouhou/shared/contract/auth'
import { isStaff } from '@shouhou/shared/domain/roles'
import type { ReactNode } from 'react'
import { Button } from '../../components/button.tsx'
import { SignedIn } from '../../components/signed-in.tsx'
import { Empty } from '../../components/states.tsx'
import { useT } from '../../i18n/index.ts'
import { openPage } from '../../pages.ts'
import { may, type Right } from './may.ts'

interface ForStaffProps {
  /** What the page needs beyond working here. */
  readonly right?: Right
  readonly children: (me: Me) => ReactNode
}

export function ForStaff({ right, children }: ForStaffProps): ReactNode {
  const t = useT()
  return (
    <SignedIn>
      {(me) => {
        if (isStaff(me.role) && (!right || may(me.role, right))) return children(me)
        const [title, page] = isStaff(me.role)
          ? (['desk.notYourRole', 'desk'] as const)
          : (['desk.notStaff', 'home'] as const)
        return (
          <Empty title={t(title)}>
            <Button onPress={() => openPage(page)}>{t('back')}</Button>
          </Empty>
        )
      }}
    </SignedIn>
  )
}
