// My orders.
import type { ReactNode } from 'react'
import { Page } from '../../../components/page.tsx'
import { SignedIn } from '../../../components/signed-in.tsx'
import { SkeletonList } from '../../../components/states.tsx'

export default function OrdersPage(): ReactNode {
  return (
    <Page title="orders.title">
      <SignedIn>{() => <SkeletonList />}</SignedIn>
    </Page>
  )
}
