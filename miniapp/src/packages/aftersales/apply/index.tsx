// Applying.
import type { ReactNode } from 'react'
import { Page } from '../../../components/page.tsx'
import { SignedIn } from '../../../components/signed-in.tsx'
import { SkeletonList } from '../../../components/states.tsx'

export default function ApplyPage(): ReactNode {
  return (
    <Page title="apply.title">
      <SignedIn>{() => <SkeletonList />}</SignedIn>
    </Page>
  )
}
