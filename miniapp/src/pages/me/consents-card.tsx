// What a shopper agreed to, kind by kind, each to be given and taken back by itself.
import type { Me } from '@shouhou/shared/contract/auth'
import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { rememberMe, signOut } from '../../api/session.ts'
import { confirm, notify } from '../../components/ask.ts'
import { Card } from '../../components/card.tsx'
import { PRIVACY_VERSION } from '../../components/privacy.tsx'
import { Tick } from '../../components/tick.tsx'
import { useCommand } from '../../hooks/use-command.ts'
import { errorText } from '../../i18n/error-text.ts'
import { useT } from '../../i18n/index.ts'
import { formatDate } from '../../i18n/time.ts'
import './consents-card.scss'

const KINDS = ['PRIVACY', 'PHOTOS', 'NOTICES', 'CARE_MESSAGES'] as const
type Kind = (typeof KINDS)[number]

export function ConsentsCard({ me }: { readonly me: Me }): ReactNode {
  const t = useT()
  const change = useCommand('PUT /me', {
    onDone: (next) => {
      rememberMe(next)
      // Without it the server has signed them out everywhere.
      if (next.consents.length === 0 && me.consents.some(({ kind }) => kind === 'PRIVACY')) {
        void signOut()
      }
    },
  })
  const set = async (kind: Kind, agreed: boolean) => {
    if (change.isPending) return
    const text = t(kind === 'PRIVACY' ? 'consent.leaves' : 'consent.means')
    if (!agreed && !(await confirm({ title: t('consent.takeBack'), text, danger: true }))) return
    const consent = { kind, version: PRIVACY_VERSION, agreed }
    change.mutate({ body: { consent } }, { onError: (error) => notify(errorText(error, t)) })
  }
  return (
    <Card title={t('consent.title')}>
      {KINDS.map((kind) => {
        const given = me.consents.find((consent) => consent.kind === kind)
        return (
          <Tick key={kind} on={given !== undefined} onChange={(on) => void set(kind, on)}>
            <View className="consent">
              <Text>{t(`consent.${kind}`)}</Text>
              {given && (
                <Text className="field__hint">
                  {t('consent.given', { date: formatDate(given.at), version: given.version })}
                </Text>
              )}
            </View>
          </Tick>
        )
      })}
    </Card>
  )
}
