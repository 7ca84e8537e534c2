// Questions and answers.
import type { ReactNode } from 'react'
import { Page } from '../../components/page.tsx'
import { SignedIn } from '../../components/signed-in.tsx'
import { SkeletonList } from '../../components/states.tsx'

export default function BotPage(): ReactNode {
  return (
    <Page title="bot.title" tab="bot">
      <SignedIn>{() => <SkeletonList />}</SignedIn>
    </Page>
  )
}
