// Signing in: shoppers by WeChat or by phone and code, staff by account and password. Nothing about a
// person is sent before they agree to the privacy notice.
import { Text, View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { chooseShop, useSession } from '../../api/session.ts'
import { Button } from '../../components/button.tsx'
import { Card, Row } from '../../components/card.tsx'
import { Page } from '../../components/page.tsx'
import { Empty, QueryView, SkeletonList } from '../../components/states.tsx'
import { useApi } from '../../hooks/use-api.ts'
import { useT } from '../../i18n/index.ts'
import { openPage } from '../../pages.ts'
import './index.scss'
import { ShopperForm } from './shopper-form.tsx'
import { StaffForm } from './staff-form.tsx'

export default function SignInPage(): ReactNode {
  const t = useT()
  const [asStaff, setAsStaff] = useState(false)
  return (
    <Page title="signIn.title">
      {asStaff ? <StaffForm /> : <ShopChoice />}
      <View
        className="sign-in__other"
        ariaRole="button"
        hoverClass="sign-in__other--pressed"
        onClick={() => setAsStaff(!asStaff)}
      >
        <Text>{asStaff ? t('signIn.asShopper') : t('signIn.asStaff')}</Text>
      </View>
      {asStaff && (
        <View
          className="sign-in__other"
          ariaRole="button"
          hoverClass="sign-in__other--pressed"
          onClick={() => openPage('join')}
        >
          <Text>{t('signIn.invited')}</Text>
        </View>
      )}
    </Page>
  )
}

/** A shopper signs in to one shop: the one of the link, the only one, or one they choose. */
function ShopChoice(): ReactNode {
  const t = useT()
  const chosen = useSession((state) => state.shop)
  const shops = useApi('GET /shops', {})
  return (
    <QueryView
      query={shops}
      skeleton={<SkeletonList rows={2} />}
      isEmpty={({ items }) => items.length === 0}
      empty={<Empty title={t('signIn.noShop')} />}
    >
      {({ items }) => {
        const shop =
          items.find(({ slug }) => slug === chosen) ?? (items.length === 1 ? items[0] : null)
        if (!shop) {
          return (
            <Card title={t('signIn.shop')}>
              {items.map(({ slug, name }) => (
                <Row key={slug} label={name} onPress={() => chooseShop(slug)} />
              ))}
            </Card>
          )
        }
        return (
          <>
            <View className="sign-in__shop">
              <Text className="sign-in__name">{shop.name}</Text>
              {items.length > 1 && (
                <Button onPress={() => chooseShop('')}>{t('signIn.changeShop')}</Button>
              )}
            </View>
            <ShopperForm shop={shop.slug} />
          </>
        )
      }}
    </QueryView>
  )
}
