// Who accepts: with a new account whose password they choose, or with the one they have.
import { Input } from '@nutui/nutui-react-taro'
import type { Output } from '@shouhou/shared/contract'
import { LIMITS } from '@shouhou/shared/domain/limits'
import { useMutation } from '@tanstack/react-query'
import { Text } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { queryClient } from '../../../api/query.ts'
import { acceptInvitation, joinByInvitation } from '../../../api/session.ts'
import { notify } from '../../../components/ask.ts'
import { Button } from '../../../components/button.tsx'
import { Card } from '../../../components/card.tsx'
import { Chips } from '../../../components/chips.tsx'
import { Field } from '../../../components/field.tsx'
import { errorText, fieldError } from '../../../i18n/error-text.ts'
import { useT } from '../../../i18n/index.ts'
import { formatDateTime } from '../../../i18n/time.ts'
import { replacePage } from '../../../pages.ts'
import { isLogin, isMobile } from './person.ts'

const WAYS = ['NEW', 'OWN'] as const

interface AcceptFormProps {
  readonly code: string
  readonly invitation: Output<'POST /invitations/look'>
}

export function AcceptForm({ code, invitation }: AcceptFormProps): ReactNode {
  const t = useT()
  const { shop, role, invitedBy, expiresAt, invited, hasAccount } = invitation
  const [chosen, setWay] = useState<(typeof WAYS)[number]>('NEW')
  const way = hasAccount === null ? chosen : hasAccount ? 'OWN' : 'NEW'
  const form = useAcceptance(code, invited.kind, way)
  return (
    <>
      <Card>
        <Text className="join__what">
          {t('join.what', { name: invitedBy, shop: shop.name, role: t(`staffRole.${role}`) })}
        </Text>
        <Text className="join__soft">{t(`roleMay.${role}`)}</Text>
        <Text className="join__soft">{t('join.until', { time: formatDateTime(expiresAt) })}</Text>
      </Card>
      <Card title={t('join.you')}>
        {hasAccount === null && (
          <Chips
            look="tabs"
            chips={WAYS.map((value) => ({ value, label: t(`join.way.${value}`) }))}
            chosen={[way]}
            onPress={setWay}
          />
        )}
        {invited.kind === 'PHONE' && (
          <Field label={t('join.phone')} hint={t('join.phoneHint', { phone: invited.label })}>
            <Input type="tel" maxLength={11} value={form.phone} onChange={form.setPhone} />
          </Field>
        )}
        {way === 'NEW' && (
          <Field label={t('join.name')}>
            <Input value={form.name} maxLength={LIMITS.nameLength} onChange={form.setName} />
          </Field>
        )}
        <Field
          label={t('signIn.account')}
          hint={
            invited.kind === 'LOGIN'
              ? t('join.loginHint', { login: invited.label })
              : t('deskTeam.loginHint')
          }
          error={form.loginError}
        >
          <Input value={form.login} maxLength={LIMITS.accountLength} onChange={form.setLogin} />
        </Field>
        <Field
          label={t(way === 'NEW' ? 'join.newPassword' : 'signIn.password')}
          {...(way === 'NEW'
            ? { hint: t('join.passwordHint', { n: LIMITS.passwordMinLength }) }
            : {})}
        >
          <Input
            type="password"
            value={form.password}
            maxLength={LIMITS.passwordLength}
            onChange={form.setPassword}
          />
        </Field>
        {form.error && <Text className="join__bad">{`✕ ${form.error}`}</Text>}
        <Button
          tone="primary"
          block
          disabled={!form.ready}
          busy={form.isPending}
          onPress={form.send}
        >
          {t('join.accept')}
        </Button>
      </Card>
    </>
  )
}

function useAcceptance(code: string, kind: 'LOGIN' | 'PHONE', way: 'NEW' | 'OWN') {
  const t = useT()
  const [phone, setPhone] = useState('')
  const [name, setName] = useState('')
  const [login, setLogin] = useState('')
  const [password, setPassword] = useState('')
  const account = login.trim().toLowerCase()
  const accept = useMutation({
    mutationFn: () => {
      const proof = { code, login: account, password, ...(kind === 'PHONE' ? { phone } : {}) }
      return way === 'NEW'
        ? joinByInvitation({ ...proof, name: name.trim() })
        : acceptInvitation(proof)
    },
    onSuccess: () => {
      // Nothing of whoever used this phone before may stay on screen.
      queryClient.clear()
      notify(t('join.welcome'))
      replacePage('desk')
    },
  })
  const long = password.length >= (way === 'NEW' ? LIMITS.passwordMinLength : 1)
  const known = way === 'OWN' || name.trim() !== ''
  const loginError = fieldError(accept.error, '/login')
  return {
    ...{ phone, setPhone, name, setName, login, setLogin, password, setPassword },
    ready: isLogin(account) && long && known && (kind === 'LOGIN' || isMobile(phone)),
    isPending: accept.isPending,
    send: () => accept.mutate(),
    loginError,
    error: accept.error && !loginError ? errorText(accept.error, t) : null,
  }
}
