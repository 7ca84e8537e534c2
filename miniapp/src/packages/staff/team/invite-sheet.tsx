// Inviting somebody: who it is, what they will do, and then the link, which is shown this once.
import { Input } from '@nutui/nutui-react-taro'
import { LIMITS } from '@shouhou/shared/domain/limits'
import type { StaffRole } from '@shouhou/shared/domain/roles'
import { Text, View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { confirm, copyText } from '../../../components/ask.ts'
import { Button } from '../../../components/button.tsx'
import { Chips } from '../../../components/chips.tsx'
import { Field } from '../../../components/field.tsx'
import { Sheet } from '../../../components/sheet.tsx'
import { useCommand } from '../../../hooks/use-command.ts'
import { errorText, fieldError } from '../../../i18n/error-text.ts'
import { useT } from '../../../i18n/index.ts'
import { isLogin, isMobile } from '../join/person.ts'
import { joinLink } from './join-link.ts'
import { RoleField } from './role-field.tsx'

const KINDS = ['PHONE', 'LOGIN'] as const
type Kind = (typeof KINDS)[number]

export function InviteSheet({ onClose }: { readonly onClose: () => void }): ReactNode {
  const t = useT()
  const [kind, setKind] = useState<Kind>('PHONE')
  const [text, setText] = useState('')
  const [role, setRole] = useState<StaffRole>('agent')
  const invite = useCommand('POST /invitations', { changes: ['invitations'] })
  if (invite.data) {
    const { code, invitation } = invite.data
    return <Made code={code} label={invitation.invited.label} onClose={onClose} />
  }
  const person = text.trim().toLowerCase()
  const ok = kind === 'PHONE' ? isMobile(person) : isLogin(person)
  const taken = fieldError(invite.error, '/invited/login')
  const send = () =>
    invite.mutate({
      body: { invited: kind === 'PHONE' ? { phone: person } : { login: person }, role },
    })
  return (
    <Sheet
      title={t('deskTeam.invite')}
      open
      onClose={onClose}
      footer={
        <Button tone="primary" block disabled={!ok} busy={invite.isPending} onPress={send}>
          {t('invite.make')}
        </Button>
      }
    >
      <Field label={t('invite.who')} hint={t('invite.whoHint')} bare>
        <Chips
          chips={KINDS.map((value) => ({ value, label: t(`invite.by.${value}`) }))}
          chosen={[kind]}
          onPress={setKind}
        />
      </Field>
      <Field label={t(`invite.label.${kind}`)} hint={t(`invite.hint.${kind}`)} error={taken}>
        <Input
          value={text}
          type={kind === 'PHONE' ? 'tel' : 'text'}
          maxLength={kind === 'PHONE' ? 11 : LIMITS.accountLength}
          onChange={setText}
        />
      </Field>
      <RoleField role={role} onChange={setRole} />
      {invite.error !== null && !taken && (
        <Text className="team__bad">{`✕ ${errorText(invite.error, t)}`}</Text>
      )}
    </Sheet>
  )
}

interface MadeProps {
  readonly code: string
  readonly label: string
  readonly onClose: () => void
}

function Made({ code, label, onClose }: MadeProps): ReactNode {
  const t = useT()
  const link = joinLink(code)
  const [copied, setCopied] = useState(false)
  const copy = async (text: string) => {
    await copyText(text)
    setCopied(true)
  }
  const close = async () => {
    const question = { title: t('invite.copied'), text: t('invite.shownOnce') }
    if (copied || (await confirm(question))) onClose()
  }
  return (
    <Sheet title={t('invite.made')} open onClose={() => void close()}>
      <Text className="team__about">{t('invite.madeAbout', { person: label })}</Text>
      <Text className="team__secret" userSelect>
        {link ?? code}
      </Text>
      <View className="team__buttons">
        {link && (
          <Button tone="primary" onPress={() => void copy(link)}>
            {t('invite.copyLink')}
          </Button>
        )}
        <Button onPress={() => void copy(code)}>{t('invite.copyCode')}</Button>
      </View>
      <Text className="team__soft">{t('invite.codeAbout')}</Text>
    </Sheet>
  )
}
