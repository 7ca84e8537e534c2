// The shopper's ways in: WeChat with one tap, or phone and one-time code.
import { Input } from '@nutui/nutui-react-taro'
import { useMutation } from '@tanstack/react-query'
import { type ReactNode, useEffect, useState } from 'react'
import { sendPhoneCode, signInWithPhone, signInWithWechat } from '../../api/session.ts'
import { notify } from '../../components/ask.ts'
import { Button } from '../../components/button.tsx'
import { Card } from '../../components/card.tsx'
import { Field } from '../../components/field.tsx'
import { errorText, fieldError } from '../../i18n/error-text.ts'
import { useT } from '../../i18n/index.ts'
import { goBack } from '../../pages.ts'
import { isWeapp } from '../../platform/target.ts'

export function ShopperForm({ shop }: { readonly shop: string }): ReactNode {
  const t = useT()
  const wechat = useMutation({ mutationFn: () => signInWithWechat(shop), onSuccess: goBack })
  return (
    <Card>
      {isWeapp && (
        <Field label="" error={wechat.error ? errorText(wechat.error, t) : undefined}>
          <Button tone="primary" block busy={wechat.isPending} onPress={() => wechat.mutate()}>
            {t('signIn.wechat')}
          </Button>
        </Field>
      )}
      <PhoneForm shop={shop} />
    </Card>
  )
}

function PhoneForm({ shop }: { readonly shop: string }): ReactNode {
  const t = useT()
  const [phone, setPhone] = useState('')
  const [code, setCode] = useState('')
  const [waitUntil, setWaitUntil] = useState(0)
  const wait = useSecondsUntil(waitUntil)
  const phoneOk = /^1[3-9]\d{9}$/.test(phone)
  const codeOk = /^\d{6}$/.test(code)

  const send = useMutation({
    mutationFn: () => sendPhoneCode(shop, phone),
    onSuccess: ({ resendAt }) => {
      setWaitUntil(Date.parse(resendAt))
      notify(t('signIn.codeSent'))
    },
  })
  const enter = useMutation({
    mutationFn: () => signInWithPhone(shop, phone, code),
    onSuccess: goBack,
  })
  const [tried, setTried] = useState(false)
  const submit = () => {
    setTried(true)
    if (phoneOk && codeOk) enter.mutate()
  }
  const failed = send.error ?? enter.error
  const phoneError =
    fieldError(failed, '/phone') ?? (tried && !phoneOk ? t('signIn.badPhone') : undefined)
  const codeError = enter.error
    ? errorText(enter.error, t)
    : tried && !codeOk
      ? t('signIn.badCode')
      : undefined

  return (
    <>
      <Field
        label={t('signIn.phone')}
        error={phoneError ?? (send.error ? errorText(send.error, t) : undefined)}
      >
        <Input type="tel" maxLength={11} value={phone} onChange={setPhone} />
      </Field>
      <Field label={t('signIn.code')} error={codeError}>
        <Input type="digit" maxLength={6} value={code} onChange={setCode} />
      </Field>
      <Button
        block
        disabled={!phoneOk || wait > 0}
        busy={send.isPending}
        onPress={() => send.mutate()}
      >
        {wait > 0 ? t('signIn.resendIn', { n: wait }) : t('signIn.getCode')}
      </Button>
      <Button tone="primary" block busy={enter.isPending} onPress={submit}>
        {t('signIn.go')}
      </Button>
    </>
  )
}

/** Whole seconds until an instant (epoch ms), counting down to 0. */
function useSecondsUntil(instant: number): number {
  const left = () => Math.max(0, Math.ceil((instant - Date.now()) / 1000))
  const [seconds, setSeconds] = useState(left)
  // biome-ignore lint/correctness/useExhaustiveDependencies: `left` depends on the instant alone.
  useEffect(() => {
    setSeconds(left())
    const timer = setInterval(() => {
      setSeconds(left())
      if (left() === 0) clearInterval(timer)
    }, 1000)
    return () => clearInterval(timer)
  }, [instant])
  return seconds
}
