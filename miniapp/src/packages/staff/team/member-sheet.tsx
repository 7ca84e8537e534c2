// Changing what somebody may do here, or ending it.
import type { Output } from '@shouhou/shared/contract'
import { Text } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { confirm, notify } from '../../../components/ask.ts'
import { Button } from '../../../components/button.tsx'
import { Sheet } from '../../../components/sheet.tsx'
import { useCommand } from '../../../hooks/use-command.ts'
import { errorText } from '../../../i18n/error-text.ts'
import { useT } from '../../../i18n/index.ts'
import { RoleField } from './role-field.tsx'

interface MemberSheetProps {
  readonly member: Output<'GET /staff'>['items'][number]
  /** Nobody locks themselves out from here. */
  readonly mine: boolean
  readonly onClose: () => void
}

export function MemberSheet({ member, mine, onClose }: MemberSheetProps): ReactNode {
  const t = useT()
  const [role, setRole] = useState(member.role)
  const change = useCommand('PUT /staff/:id', {
    changes: ['staff'],
    onDone: () => {
      notify(t('desk.saved'))
      onClose()
    },
  })
  const params = { id: member.id }
  const toggle = async () => {
    const disabled = !member.disabled
    const question = {
      title: t(disabled ? 'deskTeam.disable' : 'deskTeam.enable'),
      text: t(disabled ? 'deskTeam.disableSure' : 'deskTeam.enableSure', { name: member.name }),
      danger: disabled,
    }
    if (await confirm(question)) change.mutate({ params, body: { disabled } })
  }
  return (
    <Sheet
      title={member.name}
      open
      onClose={onClose}
      footer={
        <Button
          tone="primary"
          block
          disabled={mine || role === member.role}
          busy={change.isPending}
          onPress={() => change.mutate({ params, body: { role } })}
        >
          {t('deskTeam.saveRole')}
        </Button>
      }
    >
      {mine && <Text className="team__soft">{t('deskTeam.mine')}</Text>}
      <RoleField role={role} disabled={mine} onChange={setRole} />
      {!mine && (
        <Button tone={member.disabled ? 'plain' : 'danger'} block onPress={() => void toggle()}>
          {t(member.disabled ? 'deskTeam.enable' : 'deskTeam.disable')}
        </Button>
      )}
      {change.error !== null && (
        <Text className="team__bad">{`✕ ${errorText(change.error, t)}`}</Text>
      )}
    </Sheet>
  )
}
