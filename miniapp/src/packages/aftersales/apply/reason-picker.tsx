// Why: the reason tree for the chosen type.
import { Text } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Chips } from '../../../components/chips.tsx'
import { useT, wordFor } from '../../../i18n/index.ts'
import { reasonChoices } from './application.ts'
import type { PickerProps } from './line-picker.tsx'

export function ReasonPicker({ subject, application, onChange }: PickerProps): ReactNode {
  const t = useT()
  const groups = reasonChoices(subject, application)
  const { reasonCode } = application
  const chosen = groups.flatMap(({ reasons }) => reasons).find(({ code }) => code === reasonCode)
  const isChange = subject.original !== null
  return (
    <>
      {groups.length === 0 && <Text className="apply__note">{t('apply.reasonLater')}</Text>}
      {groups.map(({ group, reasons }) => (
        <Text key={group}>
          <Text className="apply__group">{wordFor('reasonGroup.', group)}</Text>
          <Chips
            chips={reasons.map(({ code }) => ({ value: code, label: wordFor('reason.', code) }))}
            chosen={reasonCode ? [reasonCode] : []}
            onPress={(code) => onChange({ reasonCode: code })}
          />
        </Text>
      ))}
      {chosen && !chosen.withinRules && !isChange && (
        <Text className="apply__note">{t('apply.reasonPeople')}</Text>
      )}
    </>
  )
}
