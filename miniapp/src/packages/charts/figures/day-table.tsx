// The numbers of a chart as a table, the newest day first: for large type and for screen readers.
import type { DayFigures } from '@shouhou/shared/contract/figures'
import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { useT } from '../../../i18n/index.ts'
import { type DayNumber, shortDay } from './day-number.ts'
import './day-table.scss'

interface DayTableProps {
  readonly days: readonly DayFigures[]
  readonly numbers: readonly DayNumber[]
}

export function DayTable({ days, numbers }: DayTableProps): ReactNode {
  const t = useT()
  return (
    <View className="day-table" ariaRole="table">
      <View className="day-table__row day-table__row--head" ariaRole="row">
        <Text className="day-table__cell">{t('figures.day')}</Text>
        {numbers.map(({ label }) => (
          <Text key={label} className="day-table__cell">
            {t(label)}
          </Text>
        ))}
      </View>
      {[...days].reverse().map((day) => (
        <View key={day.day} className="day-table__row" ariaRole="row">
          <Text className="day-table__cell">{shortDay(day.day)}</Text>
          {numbers.map((number) => (
            <Cell key={number.label} day={day} number={number} />
          ))}
        </View>
      ))}
    </View>
  )
}

function Cell(props: { readonly day: DayFigures; readonly number: DayNumber }): ReactNode {
  const { day, number } = props
  const value = number.of(day)
  const shown = value === null ? '–' : number.show(value)
  if (!value) return <Text className="day-table__cell">{shown}</Text>
  return (
    <View
      className="day-table__cell day-table__cell--link"
      ariaRole="link"
      onClick={() => number.open(day.day)}
    >
      <Text>{shown}</Text>
    </View>
  )
}
