// Staff come in by account and password.
import { Input } from '@nutui/nutui-react-taro'
import { isStaff } from '@shouhou/shared/domain/roles'
import { useMutation } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { signInAsStaff } from '../../api/session.ts'
import { Button } from '../../components/button.tsx'
import { Card } from '../../components/card.tsx'
import { Field } from '../../components/field.tsx'
import { useParam } from '../../hooks/use-param.ts'
import { errorText } from '../../i18n/error-text.ts'
import { useT } from '../../i18n/index.ts'
import { leaveSignIn } from '../../pages.ts'

export function StaffForm(): ReactNode {
  const t = useT()
  const from = useParam('from')
  const [login, setLogin] = useState('')
  const [password, setPassword] = useState('')
  const [empty, setEmpty] = useState(false)
  const enter = useMutation({
    mutationFn: () => signInAsStaff(login.trim().toLowerCase(), password),
    onSuccess: ({ me }) => leaveSignIn(from, isStaff(me.role)),
  })
  const submit = () => {
    const missing = login.trim() === '' || password === ''
    setEmpty(missing)
    if (!missing) enter.mutate()
  }
  const error = empty ? t('signIn.empty') : enter.error ? errorText(enter.error, t) : undefined
  return (
    <Card>
      <Field label={t('signIn.account')}>
        <Input value={login} placeholder={t('signIn.account')} onChange={setLogin} />
      </Field>
      <Field label={t('signIn.password')} error={error}>
        <Input
          type="password"
          value={password}
          placeholder={t('signIn.password')}
          onChange={setPassword}
        />
      </Field>
      <Button tone="primary" block busy={enter.isPending} onPress={submit}>
        {t('signIn.go')}
      </Button>
    </Card>
  )
}
