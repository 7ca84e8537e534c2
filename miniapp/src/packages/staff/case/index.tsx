// One case for staff.
import type { ReactNode } from 'react'
import { Page } from '../../../components/page.tsx'
import { SignedIn } from '../../../components/signed-in.tsx'
import { SkeletonList } from '../../../components/states.tsx'

export default function DeskCasePage(): ReactNode {
  return (
    <Page title="deskCase.title">
      <SignedIn>{() => <SkeletonList />}</SignedIn>
    </Page>
  )
}
