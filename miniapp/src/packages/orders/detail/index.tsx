// One order.
import type { ReactNode } from 'react'
import { Page } from '../../../components/page.tsx'
import { SignedIn } from '../../../components/signed-in.tsx'
import { SkeletonList } from '../../../components/states.tsx'

export default function OrderPage(): ReactNode {
  return (
    <Page title="order.title">
      <SignedIn>{() => <SkeletonList />}</SignedIn>
    </Page>
  )
}
