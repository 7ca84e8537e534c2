// What the shopper wants: the types on offer, those that are not possible with their reason, and whether
// the goods have arrived where only the shopper knows.
import { Text } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Chips } from '../../../components/chips.tsx'
import { useT, wordFor } from '../../../i18n/index.ts'
import { mustSayReceived, type TypeChoice, typeChoices } from './application.ts'
import type { PickerProps } from './line-picker.tsx'

export function TypePicker({ subject, application, onChange }: PickerProps): ReactNode {
  const t = useT()
  const choices = typeChoices(subject, application)
  const { type, received } = application
  const chosen = choices.find((choice) => choice.type === type)
  return (
    <>
      <Chips
        chips={choices.map((choice) => ({
          value: choice.type,
          label: wordFor('type.', choice.type),
          disabled: !choice.possible,
        }))}
        chosen={type ? [type] : []}
        onPress={(pressed) => onChange({ type: pressed })}
      />
      {chosen && (
        <Text className="apply__note">
          {chosen.why.length > 0 ? t('apply.typePeople') : wordFor('apply.about.', chosen.type)}
        </Text>
      )}
      {impossible(choices).map(({ types, why }) => (
        <Text key={why} className="apply__note">
          {`${types}${t('colon')}${why}`}
        </Text>
      ))}
      {mustSayReceived(subject, application) && (
        <>
          <Text className="apply__question">{t('apply.received')}</Text>
          <Chips
            chips={[
              { value: 'yes', label: t('apply.received.yes') },
              { value: 'no', label: t('apply.received.no') },
            ]}
            chosen={received === null ? [] : [received ? 'yes' : 'no']}
            onPress={(answer) => onChange({ received: answer === 'yes' })}
          />
        </>
      )}
    </>
  )

  /** Types with the same reason against them share a line. */
  function impossible(all: readonly TypeChoice[]): { types: string; why: string }[] {
    const notes = new Map<string, string[]>()
    for (const one of all.filter(({ possible, why }) => !possible && why.length > 0)) {
      const why = one.why.map((word) => wordFor('why.', word)).join(t('semicolon'))
      notes.set(why, [...(notes.get(why) ?? []), wordFor('type.', one.type)])
    }
    return [...notes].map(([why, types]) => ({ types: types.join(t('slash')), why }))
  }
}
