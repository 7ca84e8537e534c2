// The shopper's ways in: WeChat with one tap, or phone and one-time code. Both wait for the consent.
import { useMutation } from '@tanstack/react-query'
import { Text } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { signInWithWechat } from '../../api/session.ts'
import { notify } from '../../components/ask.ts'
import { Button } from '../../components/button.tsx'
import { Card } from '../../components/card.tsx'
import { agreeToPrivacy, PrivacyConsent } from '../../components/privacy.tsx'
import { useParam } from '../../hooks/use-param.ts'
import { errorText } from '../../i18n/error-text.ts'
import { useT } from '../../i18n/index.ts'
import { leaveSignIn } from '../../pages.ts'
import { isWeapp } from '../../platform/target.ts'
import { PhoneForm } from './phone-form.tsx'

export function ShopperForm({ shop }: { readonly shop: string }): ReactNode {
  const t = useT()
  const from = useParam('from')
  const [agreed, setAgreed] = useState(false)
  const entered = () => {
    void agreeToPrivacy()
    leaveSignIn(from, false)
  }
  const wechat = useMutation({ mutationFn: () => signInWithWechat(shop), onSuccess: entered })
  /** Runs only what was agreed to. */
  const guard = (run: () => void) => () => {
    if (agreed) run()
    else notify(t('privacy.needed'))
  }
  return (
    <Card>
      {isWeapp && (
        <>
          <Button
            tone="primary"
            block
            busy={wechat.isPending}
            onPress={guard(() => wechat.mutate())}
          >
            {t('signIn.wechat')}
          </Button>
          {wechat.error && <Text className="field__error">{errorText(wechat.error, t)}</Text>}
          <Text className="sign-in__or">{t('signIn.orPhone')}</Text>
        </>
      )}
      <PhoneForm shop={shop} guard={guard} onEntered={entered} />
      <PrivacyConsent agreed={agreed} onChange={setAgreed} />
    </Card>
  )
}
