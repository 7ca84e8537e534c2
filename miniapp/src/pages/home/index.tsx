// The first page.
import type { ReactNode } from 'react'
import { Page } from '../../components/page.tsx'
import { SignedIn } from '../../components/signed-in.tsx'
import { SkeletonList } from '../../components/states.tsx'

export default function HomePage(): ReactNode {
  return (
    <Page title="home.title" tab="home">
      <SignedIn>{() => <SkeletonList />}</SignedIn>
    </Page>
  )
}
