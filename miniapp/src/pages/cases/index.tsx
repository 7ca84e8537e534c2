// My cases.
import type { ReactNode } from 'react'
import { Page } from '../../components/page.tsx'
import { SignedIn } from '../../components/signed-in.tsx'
import { SkeletonList } from '../../components/states.tsx'

export default function CasesPage(): ReactNode {
  return (
    <Page title="cases.title" tab="cases">
      <SignedIn>{() => <SkeletonList />}</SignedIn>
    </Page>
  )
}
