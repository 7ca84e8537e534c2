// My e-mail address: named, confirmed with a code, removed.
import { Input } from '@nutui/nutui-react-taro'
import type { NoticeSettings } from '@shouhou/shared/contract/notices'
import { type ReactNode, useState } from 'react'
import { notify } from '../../../components/ask.ts'
import { Button } from '../../../components/button.tsx'
import { Card, Row } from '../../../components/card.tsx'
import { Field } from '../../../components/field.tsx'
import { Sheet } from '../../../components/sheet.tsx'
import { useCommand } from '../../../hooks/use-command.ts'
import { errorText } from '../../../i18n/error-text.ts'
import { useT } from '../../../i18n/index.ts'

/** Roughly an address; the code tells whether it is one. */
const EMAIL = /^[^\s@]+@[^\s@]+\.[A-Za-z]{2,24}$/

export function EmailCard({ settings }: { readonly settings: NoticeSettings }): ReactNode {
  const t = useT()
  const [open, setOpen] = useState(false)
  const remove = useCommand('DELETE /me/notice-email', {
    changes: ['me'],
    onDone: () => notify(t('noticeSet.removed')),
  })
  const offered = settings.channels.some(
    ({ channel, missing }) => channel === 'EMAIL' && missing !== 'not-set-up',
  )
  if (!offered) return null
  const { emailMasked } = settings
  return (
    <Card title={t('noticeSet.email')}>
      <Row
        label={emailMasked ?? t('noticeSet.addEmail')}
        value={emailMasked ? t('noticeSet.changeEmail') : ''}
        onPress={() => setOpen(true)}
      />
      {emailMasked && (
        <Button tone="plain" busy={remove.isPending} onPress={() => remove.mutate({})}>
          {t('remove')}
        </Button>
      )}
      {open && <EmailSheet settings={settings} onClose={() => setOpen(false)} />}
    </Card>
  )
}

interface EmailSheetProps {
  readonly settings: NoticeSettings
  readonly onClose: () => void
}

function EmailSheet({ settings, onClose }: EmailSheetProps): ReactNode {
  const wanted = settings.wantedEmailMasked
  const [asking, setAsking] = useState(wanted !== null)
  return asking && wanted ? (
    <CodeStep email={wanted} onOther={() => setAsking(false)} onClose={onClose} />
  ) : (
    <AddressStep onSent={() => setAsking(true)} onClose={onClose} />
  )
}

interface AddressStepProps {
  readonly onSent: () => void
  readonly onClose: () => void
}

function AddressStep({ onSent, onClose }: AddressStepProps): ReactNode {
  const t = useT()
  const [email, setEmail] = useState('')
  const name = useCommand('PUT /me/notice-email', { changes: ['me'], onDone: onSent })
  const isEmail = EMAIL.test(email.trim())
  const wrong = email !== '' && !isEmail ? t('noticeSet.emailWrong') : undefined
  return (
    <Sheet
      title={t('noticeSet.addEmail')}
      open
      onClose={onClose}
      footer={
        <Button
          tone="primary"
          block
          disabled={!isEmail}
          busy={name.isPending}
          onPress={() => name.mutate({ body: { email: email.trim() } })}
        >
          {t('noticeSet.sendCode')}
        </Button>
      }
    >
      <Field label={t('noticeSet.email')} error={name.error ? errorText(name.error, t) : wrong}>
        <Input value={email} maxLength={120} onChange={setEmail} />
      </Field>
    </Sheet>
  )
}

interface CodeStepProps {
  readonly email: string
  readonly onOther: () => void
  readonly onClose: () => void
}

function CodeStep({ email, onOther, onClose }: CodeStepProps): ReactNode {
  const t = useT()
  const [code, setCode] = useState('')
  const confirm = useCommand('POST /me/notice-email/confirm', { changes: ['me'], onDone: onClose })
  return (
    <Sheet
      title={t('noticeSet.code')}
      open
      onClose={onClose}
      footer={
        <Button
          tone="primary"
          block
          disabled={!/^\d{6}$/.test(code)}
          busy={confirm.isPending}
          onPress={() => confirm.mutate({ body: { code } })}
        >
          {t('ok')}
        </Button>
      }
    >
      <Field
        label={t('noticeSet.code')}
        hint={t('noticeSet.codeSent', { email })}
        error={confirm.error ? errorText(confirm.error, t) : undefined}
      >
        <Input type="number" value={code} maxLength={6} onChange={setCode} />
      </Field>
      <Button tone="plain" onPress={onOther}>
        {t('noticeSet.otherEmail')}
      </Button>
    </Sheet>
  )
}
