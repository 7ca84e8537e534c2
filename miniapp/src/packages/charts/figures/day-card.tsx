// One chart over days with its words: what the colours mean, the numbers of the chosen day as ways to their
// lists, and the same numbers as a table.
import type { DayFigures } from '@shouhou/shared/contract/figures'
import { Text, View } from '@tarojs/components'
import { type ReactNode, useMemo, useState } from 'react'
import { Card, Row } from '../../../components/card.tsx'
import { type PlainKey, useT } from '../../../i18n/index.ts'
import { useLook } from '../../../platform/look.ts'
import { Chart } from '../chart.tsx'
import './day-card.scss'
import { type DayNumber, shortDay } from './day-number.ts'
import { DayTable } from './day-table.tsx'

export interface DayCardProps {
  readonly id: string
  readonly title: PlainKey
  readonly days: readonly DayFigures[]
  readonly numbers: readonly DayNumber[]
  /** All days together, in words. */
  readonly total: string
  /** What stands at the axis. */
  readonly axis?: (value: number) => string
  readonly from?: number
  readonly to?: number
}

export function DayCard(props: DayCardProps): ReactNode {
  const { id, title, days, numbers, total } = props
  const t = useT()
  const elder = useLook(({ largeType }) => largeType)
  const [asTable, setAsTable] = useState(elder)
  const [chosen, setChosen] = useState(days.length - 1)
  const drawing = useMemo(() => drawingOf(props, chosen), [props, chosen])
  const nothing = days.every((day) => numbers.every(({ of }) => !of(day)))
  const turn = (
    <View className="day-card__turn" ariaRole="button" onClick={() => setAsTable(!asTable)}>
      <Text>{t(asTable ? 'figures.asChart' : 'figures.asTable')}</Text>
    </View>
  )
  return (
    <Card title={t(title)} aside={nothing ? undefined : turn}>
      {nothing && <Text className="day-card__nothing">{t('figures.nothing')}</Text>}
      {!nothing && <Text className="day-card__total">{total}</Text>}
      {!nothing && asTable && <DayTable days={days} numbers={numbers} />}
      {!nothing && !asTable && (
        <>
          <Legend numbers={numbers} />
          <Chart
            id={id}
            label={t('figures.picture', { title: t(title), total })}
            drawing={drawing}
            onChoose={setChosen}
          />
          <Chosen day={days[chosen]} numbers={numbers} />
        </>
      )}
    </Card>
  )
}

const drawingOf = ({ days, numbers, axis, from, to }: DayCardProps, selected: number) => ({
  labels: days.map(({ day }) => shortDay(day)),
  series: numbers.map(({ kind, colour, stack, of }) => ({
    kind,
    colour,
    ...(stack === undefined ? {} : { stack }),
    values: days.map(of),
  })),
  selected,
  show: axis ?? String,
  ...(from === undefined ? {} : { from }),
  ...(to === undefined ? {} : { to }),
})

/** Says which colour is which; one kind needs no saying. */
function Legend({ numbers }: Pick<DayCardProps, 'numbers'>): ReactNode {
  const t = useT()
  if (numbers.length < 2) return null
  return (
    <View className="day-card__legend">
      {numbers.map(({ label, colour, kind }) => (
        <View key={label} className="day-card__kind">
          <View className={`day-card__dot day-card__dot--${colour} day-card__dot--${kind}`} />
          <Text>{t(label)}</Text>
        </View>
      ))}
    </View>
  )
}

/** The numbers of the chosen day, each a way to its list. */
function Chosen(props: {
  readonly day: DayFigures | undefined
  readonly numbers: readonly DayNumber[]
}): ReactNode {
  const { day, numbers } = props
  const t = useT()
  if (!day) return null
  return (
    <View className="day-card__chosen">
      <Text className="day-card__day">{day.day}</Text>
      {numbers.map(({ label, of, show, open }) => {
        const value = of(day)
        return (
          <Row
            key={label}
            label={t(label)}
            value={value === null ? '–' : show(value)}
            {...(value ? { onPress: () => open(day.day) } : {})}
          />
        )
      })}
    </View>
  )
}
