// Where staff begin: today's figures, each opening the list behind it, and the ways to all parts of the desk.
import type { Me } from '@shouhou/shared/contract/auth'
import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Card } from '../../../components/card.tsx'
import { Page } from '../../../components/page.tsx'
import { QueryView, SkeletonList } from '../../../components/states.tsx'
import { useApi } from '../../../hooks/use-api.ts'
import { type PlainKey, useT } from '../../../i18n/index.ts'
import { openPage, type PageName } from '../../../pages.ts'
import { ForStaff } from '../for-staff.tsx'
import { may, type Right } from '../may.ts'
import { Figures } from './figures.tsx'
import './index.scss'
import { ShopCard } from './shop-card.tsx'

export default function DeskPage(): ReactNode {
  return (
    <Page title="desk.title" tab="staff">
      <ForStaff>{(me) => <Desk me={me} />}</ForStaff>
    </Page>
  )
}

function Desk({ me }: { readonly me: Me }): ReactNode {
  const today = useApi('GET /today', {})
  return (
    <>
      <ShopCard me={me} />
      <QueryView query={today} skeleton={<SkeletonList rows={2} />}>
        {(figures) => <Figures today={figures} role={me.role} />}
      </QueryView>
      <Entrances role={me.role} />
    </>
  )
}

interface Entrance {
  readonly page: PageName
  readonly title: PlainKey
  readonly about: PlainKey
  readonly right?: Right
}

const ENTRANCES: readonly Entrance[] = [
  { page: 'deskQueue', title: 'queue.title', about: 'queue.about' },
  { page: 'deskRefunds', title: 'deskPayouts.title', about: 'deskPayouts.about', right: 'pay' },
  { page: 'deskTalks', title: 'deskTalks.title', about: 'deskTalks.about' },
  { page: 'deskFaq', title: 'deskFaq.title', about: 'deskFaq.about' },
  { page: 'deskUnanswered', title: 'deskUnanswered.title', about: 'deskUnanswered.about' },
  { page: 'deskRatings', title: 'deskRatings.title', about: 'deskRatings.about' },
  { page: 'deskTemplates', title: 'ready.title', about: 'ready.about', right: 'editTemplates' },
  { page: 'deskPolicy', title: 'deskPolicy.title', about: 'deskPolicy.about' },
  {
    page: 'deskNotices',
    title: 'noticeTpl.title',
    about: 'noticeTpl.about',
    right: 'editPolicy',
  },
  { page: 'deskExports', title: 'exports.title', about: 'exports.about', right: 'export' },
  { page: 'deskTeam', title: 'deskTeam.title', about: 'deskTeam.about', right: 'seeTeam' },
  { page: 'deskKeys', title: 'deskKeys.title', about: 'deskKeys.about', right: 'keys' },
]

function Entrances({ role }: Pick<Me, 'role'>): ReactNode {
  const t = useT()
  return (
    <Card>
      {ENTRANCES.filter(({ right }) => !right || may(role, right)).map(({ page, title, about }) => (
        <View key={page} className="entrance" ariaRole="button" onClick={() => openPage(page)}>
          <Text className="entrance__title">{t(title)}</Text>
          <Text className="entrance__about">{t(about)}</Text>
          <Text className="entrance__arrow">›</Text>
        </View>
      ))}
    </Card>
  )
}
