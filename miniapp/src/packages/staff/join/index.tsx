// Accepting an invitation to work in a shop: from its link, or with the code typed in.
import { Input } from '@nutui/nutui-react-taro'
import { useRouter } from '@tarojs/taro'
import { type ReactNode, useState } from 'react'
import { ApiError } from '../../../api/errors.ts'
import { Button } from '../../../components/button.tsx'
import { Card } from '../../../components/card.tsx'
import { Field } from '../../../components/field.tsx'
import { Page } from '../../../components/page.tsx'
import { Empty, ErrorState, SkeletonList } from '../../../components/states.tsx'
import { useApi } from '../../../hooks/use-api.ts'
import { errorText } from '../../../i18n/error-text.ts'
import { useT } from '../../../i18n/index.ts'
import { AcceptForm } from './accept-form.tsx'
import './index.scss'
import { codeIn } from './person.ts'

export default function JoinPage(): ReactNode {
  const { code: given = '' } = useRouter().params
  const [code, setCode] = useState(() => codeIn(given))
  return (
    <Page title="join.title">
      {code === '' ? (
        <CodeForm onCode={setCode} />
      ) : (
        <Invited code={code} onOther={() => setCode('')} />
      )}
    </Page>
  )
}

function CodeForm({ onCode }: { readonly onCode: (code: string) => void }): ReactNode {
  const t = useT()
  const [text, setText] = useState('')
  const [wrong, setWrong] = useState(false)
  const go = () => {
    const code = codeIn(text)
    setWrong(code === '')
    onCode(code)
  }
  return (
    <Card>
      <Field
        label={t('join.code')}
        hint={t('join.codeHint')}
        error={wrong ? t('join.noCode') : undefined}
      >
        <Input value={text} maxLength={500} onChange={setText} />
      </Field>
      <Button tone="primary" block disabled={text.trim() === ''} onPress={go}>
        {t('join.next')}
      </Button>
    </Card>
  )
}

interface InvitedProps {
  readonly code: string
  readonly onOther: () => void
}

function Invited({ code, onOther }: InvitedProps): ReactNode {
  const t = useT()
  const { data, error, refetch } = useApi('POST /invitations/look', { body: { code } })
  if (error instanceof ApiError && error.status === 404) {
    return (
      <Empty title={t('join.unusable')} text={errorText(error, t)}>
        <Button onPress={onOther}>{t('join.other')}</Button>
      </Empty>
    )
  }
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />
  return data ? <AcceptForm code={code} invitation={data} /> : <SkeletonList rows={2} />
}
