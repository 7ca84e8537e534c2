// The queue of the shop.
import type { ReactNode } from 'react'
import { Page } from '../../../components/page.tsx'
import { SignedIn } from '../../../components/signed-in.tsx'
import { SkeletonList } from '../../../components/states.tsx'

export default function DeskPage(): ReactNode {
  return (
    <Page title="desk.title" tab="staff">
      <SignedIn>{() => <SkeletonList />}</SignedIn>
    </Page>
  )
}
