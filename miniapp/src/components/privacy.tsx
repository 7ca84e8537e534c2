// The privacy notice, and the consent to it: never ticked beforehand, kept on the server with its version.
import { Text, View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { api } from '../api/client.ts'
import { rememberMe, useSession } from '../api/session.ts'
import { errorText } from '../i18n/error-text.ts'
import { type PlainKey, t, useT } from '../i18n/index.ts'
import { confirm, notify } from './ask.ts'
import { Button } from './button.tsx'
import './privacy.scss'
import { Sheet } from './sheet.tsx'
import { Tick } from './tick.tsx'

/** Version of the texts below; a new text needs a new version, and consent anew. */
export const PRIVACY_VERSION = '2026-03'

const PARTS: readonly [title: PlainKey, text: PlainKey][] = [
  ['privacy.what', 'privacy.whatText'],
  ['privacy.who', 'privacy.whoText'],
  ['privacy.machine', 'privacy.machineText'],
  ['privacy.rights', 'privacy.rightsText'],
]

/** Tells the server what was agreed to at sign-in. Without an answer the next page works all the same. */
export async function agreeToPrivacy(): Promise<void> {
  const consent = { kind: 'PRIVACY', version: PRIVACY_VERSION, agreed: true } as const
  try {
    rememberMe(await api('PUT /me', { body: { consent } }))
  } catch {
    // The page "Me" shows the consent as missing and offers it again.
  }
}

/** Asks a shopper once whether photos may be used, before the first one is chosen. */
export async function mayUsePhotos(): Promise<boolean> {
  const me = useSession.getState().session?.me
  if (me?.role !== 'shopper' || me.consents.some(({ kind }) => kind === 'PHOTOS')) return true
  const yes = await confirm({
    title: t('consent.photosTitle'),
    text: t('consent.photosText'),
    yes: t('privacy.accept'),
  })
  if (!yes) return false
  const consent = { kind: 'PHOTOS', version: PRIVACY_VERSION, agreed: true } as const
  try {
    rememberMe(await api('PUT /me', { body: { consent } }))
    return true
  } catch (error) {
    notify(errorText(error, t))
    return false
  }
}

interface ConsentProps {
  readonly agreed: boolean
  readonly onChange: (agreed: boolean) => void
}

export function PrivacyConsent({ agreed, onChange }: ConsentProps): ReactNode {
  const t = useT()
  const [open, setOpen] = useState(false)
  const accept = () => {
    onChange(true)
    setOpen(false)
  }
  return (
    <View className="privacy">
      <Tick on={agreed} onChange={onChange}>
        {t('privacy.agree')}
      </Tick>
      <View className="privacy__link" ariaRole="button" onClick={() => setOpen(true)}>
        <Text>{t('privacy.notice')}</Text>
      </View>
      <PrivacySheet open={open} onClose={() => setOpen(false)} onAccept={accept} />
    </View>
  )
}

interface SheetProps {
  readonly open: boolean
  readonly onClose: () => void
  readonly onAccept?: () => void
}

export function PrivacySheet({ open, onClose, onAccept }: SheetProps): ReactNode {
  const t = useT()
  return (
    <Sheet
      title={t('privacy.notice')}
      open={open}
      onClose={onClose}
      footer={
        onAccept && (
          <Button tone="primary" block onPress={onAccept}>
            {t('privacy.accept')}
          </Button>
        )
      }
    >
      {PARTS.map(([title, text]) => (
        <View key={title} className="privacy__part">
          <Text className="privacy__title">{t(title)}</Text>
          <Text>{t(text)}</Text>
        </View>
      ))}
    </Sheet>
  )
}
