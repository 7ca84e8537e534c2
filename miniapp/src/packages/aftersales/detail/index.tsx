// One case.
import type { ReactNode } from 'react'
import { Page } from '../../../components/page.tsx'
import { SignedIn } from '../../../components/signed-in.tsx'
import { SkeletonList } from '../../../components/states.tsx'

export default function CasePage(): ReactNode {
  return (
    <Page title="case.title">
      <SignedIn>{() => <SkeletonList />}</SignedIn>
    </Page>
  )
}
