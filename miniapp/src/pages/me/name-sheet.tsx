// Changing how I am called.
import { Input } from '@nutui/nutui-react-taro'
import { LIMITS } from '@shouhou/shared/domain/limits'
import { type ReactNode, useState } from 'react'
import { rememberMe } from '../../api/session.ts'
import { Button } from '../../components/button.tsx'
import { Field } from '../../components/field.tsx'
import { Sheet } from '../../components/sheet.tsx'
import { useCommand } from '../../hooks/use-command.ts'
import { errorText } from '../../i18n/error-text.ts'
import { useT } from '../../i18n/index.ts'

interface NameSheetProps {
  readonly name: string
  readonly onClose: () => void
}

export function NameSheet({ name, onClose }: NameSheetProps): ReactNode {
  const t = useT()
  const [text, setText] = useState(name)
  const change = useCommand('PUT /me', {
    onDone: (me) => {
      rememberMe(me)
      onClose()
    },
  })
  const next = text.trim()
  const error = change.error ? errorText(change.error, t) : undefined
  return (
    <Sheet
      title={t('me.changeName')}
      open
      onClose={onClose}
      footer={
        <Button
          tone="primary"
          block
          busy={change.isPending}
          disabled={next === ''}
          onPress={() => change.mutate({ body: { name: next } })}
        >
          {t('save')}
        </Button>
      }
    >
      <Field label={t('me.name')} error={error}>
        <Input value={text} maxLength={LIMITS.nameLength} onChange={setText} />
      </Field>
    </Sheet>
  )
}
