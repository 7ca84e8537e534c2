// Phone and one-time code.
import { Input } from '@nutui/nutui-react-taro'
import { useMutation } from '@tanstack/react-query'
import { Text, View } from '@tarojs/components'
import { type ReactNode, useEffect, useState } from 'react'
import { sendPhoneCode, signInWithPhone } from '../../api/session.ts'
import { notify } from '../../components/ask.ts'
import { Button } from '../../components/button.tsx'
import { Field } from '../../components/field.tsx'
import { errorText, fieldError } from '../../i18n/error-text.ts'
import { useT } from '../../i18n/index.ts'
import { serverNow } from '../../platform/server-clock.ts'
import { isWeapp } from '../../platform/target.ts'

interface PhoneFormProps {
  readonly shop: string
  /** Wraps what sends something: it runs only after the consent. */
  readonly guard: (run: () => void) => () => void
  readonly onEntered: () => void
}

export function PhoneForm({ shop, guard, onEntered }: PhoneFormProps): ReactNode {
  const t = useT()
  const [phone, setPhone] = useState('')
  const [code, setCode] = useState('')
  const [tried, setTried] = useState<'nothing' | 'code' | 'all'>('nothing')
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
    onSuccess: onEntered,
  })
  const get = guard(() => {
    setTried('code')
    if (phoneOk && wait === 0 && !send.isPending) send.mutate()
  })
  const go = guard(() => {
    setTried('all')
    if (phoneOk && codeOk && !enter.isPending) enter.mutate()
  })

  const phoneError =
    tried !== 'nothing' && !phoneOk
      ? t('signIn.badPhone')
      : send.error
        ? (fieldError(send.error, '/phone') ?? errorText(send.error, t))
        : undefined
  const codeError =
    tried === 'all' && !codeOk
      ? t('signIn.badCode')
      : enter.error
        ? errorText(enter.error, t)
        : undefined
  return (
    <>
      <Field label={t('signIn.phone')} error={phoneError}>
        <Input
          type="tel"
          maxLength={11}
          value={phone}
          placeholder={t('signIn.phoneHint')}
          onChange={setPhone}
        />
      </Field>
      <Field label={t('signIn.code')} error={codeError}>
        <View className="sign-in__code">
          <View className="sign-in__input">
            <Input
              type="number"
              maxLength={6}
              value={code}
              placeholder={t('signIn.codeHint')}
              onChange={setCode}
            />
          </View>
          <View
            className={`sign-in__get ${wait > 0 ? 'sign-in__get--off' : ''}`}
            ariaRole="button"
            onClick={get}
          >
            <Text>{wait > 0 ? t('signIn.resendIn', { n: wait }) : t('signIn.getCode')}</Text>
          </View>
        </View>
      </Field>
      <Button tone={isWeapp ? 'plain' : 'primary'} block busy={enter.isPending} onPress={go}>
        {t('signIn.go')}
      </Button>
    </>
  )
}

/** Whole seconds by the server's clock until an instant (epoch ms), counting down to 0. */
function useSecondsUntil(instant: number): number {
  const left = () => Math.max(0, Math.ceil((instant - serverNow()) / 1000))
  const [seconds, setSeconds] = useState(left)
  // biome-ignore lint/correctness/useExhaustiveDependencies: `left` depends on the instant alone.
  useEffect(() => {
    setSeconds(left())
    if (left() === 0) return
    const timer = setInterval(() => {
      setSeconds(left())
      if (left() === 0) clearInterval(timer)
    }, 1000)
    return () => clearInterval(timer)
  }, [instant])
  return seconds
}
