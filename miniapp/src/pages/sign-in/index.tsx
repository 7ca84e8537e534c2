// Signing in: shoppers by WeChat or by phone and code, staff by account and password.
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { api } from '../../api/client.ts'
import { chooseShop, useSession } from '../../api/session.ts'
import { Button } from '../../components/button.tsx'
import { Card, Row } from '../../components/card.tsx'
import { Page } from '../../components/page.tsx'
import { QueryView } from '../../components/states.tsx'
import { useT } from '../../i18n/index.ts'
import { ShopperForm } from './shopper-form.tsx'
import { StaffForm } from './staff-form.tsx'

export default function SignInPage(): ReactNode {
  const t = useT()
  const [asStaff, setAsStaff] = useState(false)
  return (
    <Page title="signIn.title">
      {asStaff ? <StaffForm /> : <ShopChoice />}
      <Button block onPress={() => setAsStaff(!asStaff)}>
        {asStaff ? t('signIn.asShopper') : t('signIn.asStaff')}
      </Button>
    </Page>
  )
}

/** A shopper signs in to one shop: the one of the link, the only one, or one they choose. */
function ShopChoice(): ReactNode {
  const t = useT()
  const chosen = useSession((state) => state.shop)
  const shops = useQuery({ queryKey: ['GET /shops', {}], queryFn: () => api('GET /shops') })
  return (
    <QueryView query={shops}>
      {({ items }) => {
        const shop =
          items.find(({ slug }) => slug === chosen) ?? (items.length === 1 ? items[0] : null)
        if (shop) {
          return (
            <>
              <Card>
                <Row
                  label={shop.name}
                  {...(items.length > 1 ? { onPress: () => chooseShop('') } : {})}
                />
              </Card>
              <ShopperForm shop={shop.slug} />
            </>
          )
        }
        return (
          <Card title={t('signIn.shop')}>
            {items.map(({ slug, name }) => (
              <Row key={slug} label={name} onPress={() => chooseShop(slug)} />
            ))}
          </Card>
        )
      }}
    </QueryView>
  )
}
