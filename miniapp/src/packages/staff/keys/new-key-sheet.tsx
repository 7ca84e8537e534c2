// Making an API key: a name, what it may do, and then the secret, which is shown this once.
import { Input } from '@nutui/nutui-react-taro'
import type { Output } from '@shouhou/shared/contract'
import { LIMITS } from '@shouhou/shared/domain/limits'
import { Text } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { confirm, copyText } from '../../../components/ask.ts'
import { Button } from '../../../components/button.tsx'
import { Field } from '../../../components/field.tsx'
import { Sheet } from '../../../components/sheet.tsx'
import { Tick } from '../../../components/tick.tsx'
import { useCommand } from '../../../hooks/use-command.ts'
import { errorText } from '../../../i18n/error-text.ts'
import { useT } from '../../../i18n/index.ts'

type Scope = Output<'POST /api-keys'>['key']['scopes'][number]

const SCOPES: readonly Scope[] = [
  'orders:write',
  'orders:read',
  'aftersales:write',
  'aftersales:read',
  'faq:read',
]

export function NewKeySheet({ onClose }: { readonly onClose: () => void }): ReactNode {
  const t = useT()
  const [name, setName] = useState('')
  const [scopes, setScopes] = useState<readonly Scope[]>(['orders:write', 'orders:read'])
  const make = useCommand('POST /api-keys', { changes: ['api-keys'] })
  const toggle = (scope: Scope) =>
    setScopes(SCOPES.filter((one) => scopes.includes(one) !== (one === scope)))
  const secret = make.data?.secret
  if (secret) return <Secret secret={secret} onClose={onClose} />
  return (
    <Sheet
      title={t('deskKeys.new')}
      open
      onClose={onClose}
      footer={
        <Button
          tone="primary"
          block
          disabled={name.trim() === '' || scopes.length === 0}
          busy={make.isPending}
          onPress={() => make.mutate({ body: { name: name.trim(), scopes: [...scopes] } })}
        >
          {t('deskKeys.make')}
        </Button>
      }
    >
      <Field label={t('deskKeys.name')} hint={t('deskKeys.nameHint')}>
        <Input value={name} maxLength={LIMITS.nameLength} onChange={setName} />
      </Field>
      <Field label={t('deskKeys.scopes')} bare>
        {SCOPES.map((scope) => (
          <Tick key={scope} on={scopes.includes(scope)} onChange={() => toggle(scope)}>
            {t(`scope.${scope}`)}
          </Tick>
        ))}
      </Field>
      {make.error !== null && <Text className="keys__bad">{`✕ ${errorText(make.error, t)}`}</Text>}
    </Sheet>
  )
}

interface SecretProps {
  readonly secret: string
  readonly onClose: () => void
}

function Secret({ secret, onClose }: SecretProps): ReactNode {
  const t = useT()
  const [copied, setCopied] = useState(false)
  const copy = async () => {
    await copyText(secret)
    setCopied(true)
  }
  const close = async () => {
    const question = { title: t('deskKeys.notCopied'), text: t('deskKeys.shownOnce') }
    if (copied || (await confirm({ ...question, danger: true }))) onClose()
  }
  return (
    <Sheet
      title={t('deskKeys.secret')}
      open
      onClose={() => void close()}
      footer={
        <Button tone="primary" block onPress={() => void copy()}>
          {t('copy')}
        </Button>
      }
    >
      <Text className="keys__warning">{t('deskKeys.shownOnce')}</Text>
      <Text className="keys__secret" userSelect>
        {secret}
      </Text>
    </Sheet>
  )
}
