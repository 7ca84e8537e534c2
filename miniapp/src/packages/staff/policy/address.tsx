// Where returned goods go. Without it the shop cannot agree to a return.
import { Input } from '@nutui/nutui-react-taro'
import { LIMITS } from '@shouhou/shared/domain/limits'
import { Text } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Card } from '../../../components/card.tsx'
import { Field } from '../../../components/field.tsx'
import { useT } from '../../../i18n/index.ts'
import { WordsField } from '../words-field.tsx'
import { withAddress } from './draft.ts'
import type { PolicyForm } from './form.ts'

const PARTS = [
  ['name', LIMITS.nameLength],
  ['phone', 20],
] as const

export function ReturnAddress({ form }: { readonly form: PolicyForm }): ReactNode {
  const t = useT()
  const { document, set, problemAt, disabled } = form
  return (
    <Card title={t('deskPolicy.address')}>
      <Text className={document.returnAddress ? 'policy__about' : 'policy__bad'}>
        {t(document.returnAddress ? 'deskPolicy.addressAbout' : 'deskPolicy.noAddress')}
      </Text>
      {PARTS.map(([part, maxLength]) => (
        <Field key={part} label={t(`address.${part}`)} error={problemAt(`/returnAddress/${part}`)}>
          <Input
            value={document.returnAddress?.[part] ?? ''}
            maxLength={maxLength}
            disabled={disabled}
            onChange={(text) => set(withAddress(document, { [part]: text }))}
          />
        </Field>
      ))}
      <WordsField
        label={t('address.address')}
        value={document.returnAddress?.address ?? ''}
        max={LIMITS.addressLength}
        onChange={(address) => set(withAddress(document, { address }))}
        error={problemAt('/returnAddress/address')}
      />
    </Card>
  )
}
