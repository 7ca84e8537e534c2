// Who I am, the look and language, what I agreed to, and signing out.
import type { Me } from '@shouhou/shared/contract/auth'
import { isStaff } from '@shouhou/shared/domain/roles'
import { Text } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { api } from '../../api/client.ts'
import { rememberMe, signOut, useMe } from '../../api/session.ts'
import { confirm } from '../../components/ask.ts'
import { Button } from '../../components/button.tsx'
import { Card, Row } from '../../components/card.tsx'
import { Chips } from '../../components/chips.tsx'
import { Page } from '../../components/page.tsx'
import { PrivacySheet } from '../../components/privacy.tsx'
import { UnreadBadge } from '../../components/unread-badge.tsx'
import { LANGUAGES, type Language, language, useLanguage, useT } from '../../i18n/index.ts'
import { openPage } from '../../pages.ts'
import { dropDrafts } from '../../platform/drafts.ts'
import { ConsentsCard } from './consents-card.tsx'
import { LookCard } from './look-card.tsx'
import { NameSheet } from './name-sheet.tsx'

/** Languages name themselves. */
const NAMES: Record<Language, string> = { 'zh-CN': '中文', en: 'English' }

export default function MePage(): ReactNode {
  const me = useMe()
  return (
    <Page title="me.title" tab="me">
      {me ? <PersonCard me={me} /> : <StrangerCard />}
      <LookCard />
      <LanguageCard isSignedIn={me !== null} />
      {me?.role === 'shopper' && <ConsentsCard me={me} />}
      <AboutCard />
      {me && <SignOutButtons />}
    </Page>
  )
}

function PersonCard({ me }: { readonly me: Me }): ReactNode {
  const t = useT()
  const [naming, setNaming] = useState(false)
  return (
    <Card title={me.name || t('me.noName')}>
      {me.phoneMasked && <Row label={t('signIn.phone')} value={me.phoneMasked} />}
      {me.shop && <Row label={t('me.shop')} value={me.shop.name} />}
      {isStaff(me.role) ? (
        <Row label={t('forShopper.desk')} onPress={() => openPage('desk')} />
      ) : (
        <>
          <Row label={t('orders.title')} onPress={() => openPage('orders')} />
          <Row label={t('cases.title')} onPress={() => openPage('cases')} />
        </>
      )}
      {me.role !== 'arbiter' && <NoticeRows />}
      <Row label={t('me.changeName')} onPress={() => setNaming(true)} />
      {naming && <NameSheet name={me.name} onClose={() => setNaming(false)} />}
    </Card>
  )
}

function NoticeRows(): ReactNode {
  const t = useT()
  return (
    <>
      <Row label={t('inbox.title')} value={<UnreadBadge />} onPress={() => openPage('inbox')} />
      <Row label={t('inbox.settings')} onPress={() => openPage('noticeSettings')} />
    </>
  )
}

function StrangerCard(): ReactNode {
  const t = useT()
  return (
    <Card title={t('signIn.needed')}>
      <Button tone="primary" block onPress={() => openPage('signIn')}>
        {t('signIn.title')}
      </Button>
    </Card>
  )
}

function LanguageCard({ isSignedIn }: { readonly isSignedIn: boolean }): ReactNode {
  const t = useT()
  const now = useLanguage()
  const choose = (next: Language) => {
    language.set(next)
    // The phone has changed already; the server only learns it for its own messages.
    if (isSignedIn) {
      api('PUT /me', { body: { language: next } })
        .then(rememberMe)
        .catch(() => undefined)
    }
  }
  return (
    <Card title={t('me.language')}>
      <Chips
        chips={LANGUAGES.map((one) => ({ value: one, label: NAMES[one] }))}
        chosen={[now]}
        onPress={choose}
      />
    </Card>
  )
}

function AboutCard(): ReactNode {
  const t = useT()
  const [open, setOpen] = useState(false)
  return (
    <Card title={t('me.about')}>
      <Row label={t('privacy.notice')} onPress={() => setOpen(true)} />
      <Row label={t('me.version')} value={APP_VERSION} />
      <Text className="field__hint">{t('me.openSource')}</Text>
      <PrivacySheet open={open} onClose={() => setOpen(false)} />
    </Card>
  )
}

function SignOutButtons(): ReactNode {
  const t = useT()
  const leave = async (everywhere: boolean) => {
    const yes = await confirm({
      title: everywhere ? t('me.signOutEverywhere') : t('me.signOut'),
      text: everywhere ? t('me.everywhereMeans') : t('me.signOutMeans'),
    })
    if (!yes) return
    dropDrafts()
    await signOut(everywhere)
  }
  return (
    <>
      <Button block onPress={() => void leave(false)}>
        {t('me.signOut')}
      </Button>
      <Button block tone="danger" onPress={() => void leave(true)}>
        {t('me.signOutEverywhere')}
      </Button>
    </>
  )
}
