// Rating a case.
import type { ReactNode } from 'react'
import { Page } from '../../../components/page.tsx'
import { SignedIn } from '../../../components/signed-in.tsx'
import { SkeletonList } from '../../../components/states.tsx'

export default function RatePage(): ReactNode {
  return (
    <Page title="rate.title">
      <SignedIn>{() => <SkeletonList />}</SignedIn>
    </Page>
  )
}
