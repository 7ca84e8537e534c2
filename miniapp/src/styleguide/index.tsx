// Every shared component in every state, on one page. In development builds only; a test takes its pictures
// in light, dark and large type, and has axe look at it.
import type { ReactNode } from 'react'
import { Page } from '../components/page.tsx'
import { LookCard } from '../pages/me/look-card.tsx'
import { Basics } from './basics.tsx'
import { CaseParts } from './case-parts.tsx'
import { Forms } from './forms.tsx'
import './index.scss'
import { States } from './states-shown.tsx'

export default function StyleguidePage(): ReactNode {
  return (
    <Page title="home.title">
      <LookCard />
      <Basics />
      <Forms />
      <CaseParts />
      <States />
    </Page>
  )
}
