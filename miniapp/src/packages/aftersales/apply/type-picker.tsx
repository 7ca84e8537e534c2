// What the shopper wants: the types on offer, those that are not possible with their reason.
import { Text } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Chips } from '../../../components/chips.tsx'
import { useT, wordFor } from '../../../i18n/index.ts'
import { typeChoices } from './application.ts'
import type { PickerProps } from './line-picker.tsx'

export function TypePicker({ subject, application, onChange }: PickerProps): ReactNode {
  const t = useT()
  const choices = typeChoices(subject, application)
  const chosen = choices.find(({ type }) => type === application.type)
  const notes = choices.filter(({ possible, why }) => !possible && why.length > 0)
  return (
    <>
      <Chips
        chips={choices.map(({ type, possible }) => ({
          value: type,
          label: wordFor('type.', type),
          disabled: !possible,
        }))}
        chosen={application.type ? [application.type] : []}
        onPress={(type) => onChange({ type })}
      />
      {notes.map(({ type, why }) => (
        <Text key={type} className="apply__note">
          {`${wordFor('type.', type)}${t('colon')}${why.map((word) => wordFor('why.', word)).join(t('semicolon'))}`}
        </Text>
      ))}
      {chosen && (
        <Text className="apply__note">
          {chosen.why.length > 0 ? t('apply.typePeople') : wordFor('apply.about.', chosen.type)}
        </Text>
      )}
    </>
  )
}
