// A new member of staff: account, name, role, first password.
import { Input } from '@nutui/nutui-react-taro'
import { LIMITS } from '@shouhou/shared/domain/limits'
import type { StaffRole } from '@shouhou/shared/domain/roles'
import { Text } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { notify } from '../../../components/ask.ts'
import { Button } from '../../../components/button.tsx'
import { Field } from '../../../components/field.tsx'
import { Sheet } from '../../../components/sheet.tsx'
import { useCommand } from '../../../hooks/use-command.ts'
import { errorText, fieldError } from '../../../i18n/error-text.ts'
import { useT } from '../../../i18n/index.ts'
import { RoleField } from './role-field.tsx'

/** As the contract has it. */
const LOGIN = /^[a-z0-9._@-]{3,60}$/

export function AddSheet({ onClose }: { readonly onClose: () => void }): ReactNode {
  const t = useT()
  const [name, setName] = useState('')
  const [login, setLogin] = useState('')
  const [password, setPassword] = useState('')
  const [role, setRole] = useState<StaffRole>('agent')
  const add = useCommand('POST /staff', {
    changes: ['staff'],
    onDone: () => {
      notify(t('deskTeam.added'))
      onClose()
    },
  })
  const account = login.trim().toLowerCase()
  const tooShort = password.length < LIMITS.passwordMinLength
  const ready = name.trim() !== '' && LOGIN.test(account) && !tooShort
  const loginError = account !== '' && !LOGIN.test(account) ? t('deskTeam.badLogin') : undefined
  return (
    <Sheet
      title={t('deskTeam.add')}
      open
      onClose={onClose}
      footer={
        <Button
          tone="primary"
          block
          disabled={!ready}
          busy={add.isPending}
          onPress={() =>
            add.mutate({ body: { login: account, name: name.trim(), role, password } })
          }
        >
          {t('deskTeam.add')}
        </Button>
      }
    >
      <Field label={t('deskTeam.name')}>
        <Input value={name} maxLength={LIMITS.nameLength} onChange={setName} />
      </Field>
      <Field
        label={t('signIn.account')}
        hint={t('deskTeam.loginHint')}
        error={fieldError(add.error, '/login') ?? loginError}
      >
        <Input value={login} maxLength={LIMITS.accountLength} onChange={setLogin} />
      </Field>
      <Field
        label={t('deskTeam.password')}
        hint={t('deskTeam.passwordHint', { n: LIMITS.passwordMinLength })}
      >
        <Input
          type="password"
          value={password}
          maxLength={LIMITS.passwordLength}
          onChange={setPassword}
        />
      </Field>
      <RoleField role={role} onChange={setRole} />
      {add.error !== null && <Text className="team__bad">{`✕ ${errorText(add.error, t)}`}</Text>}
    </Sheet>
  )
}
