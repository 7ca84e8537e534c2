// Who I am, my language, signing out.
import type { ReactNode } from 'react'
import { signOut, useMe } from '../../api/session.ts'
import { Button } from '../../components/button.tsx'
import { Card, Row } from '../../components/card.tsx'
import { Page } from '../../components/page.tsx'
import { type Language, language, useLanguage, useT } from '../../i18n/index.ts'
import { openPage } from '../../pages.ts'

/** Languages name themselves. */
const NAMES: Record<Language, string> = { 'zh-CN': '中文', en: 'English' }

export default function MePage(): ReactNode {
  const t = useT()
  const me = useMe()
  const now = useLanguage()
  const other: Language = now === 'en' ? 'zh-CN' : 'en'
  return (
    <Page title="me.title" tab="me">
      {me ? (
        <Card title={me.name}>
          {me.shop && <Row label={me.shop.name} value={me.phoneMasked ?? ''} />}
          <Row label={t('orders.title')} onPress={() => openPage('orders')} />
        </Card>
      ) : (
        <Card title={t('signIn.needed')}>
          <Button tone="primary" block onPress={() => openPage('signIn')}>
            {t('signIn.title')}
          </Button>
        </Card>
      )}
      <Card>
        <Row
          label={t('me.language')}
          value={`${NAMES[now]} → ${NAMES[other]}`}
          onPress={() => language.set(other)}
        />
      </Card>
      {me && (
        <Button block onPress={() => void signOut()}>
          {t('me.signOut')}
        </Button>
      )}
    </Page>
  )
}
