// Which goods, and how many of each. Lines that nobody chose stay folded while there is one that is.
import { Text, View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { GoodsLine } from '../../../components/goods-line.tsx'
import { Stepper } from '../../../components/stepper.tsx'
import { Tick } from '../../../components/tick.tsx'
import { useT } from '../../../i18n/index.ts'
import { type Application, chosenLines, type Subject, unitsFree } from './application.ts'
import { Fold } from './fold.tsx'

export interface PickerProps {
  readonly subject: Subject
  readonly application: Application
  readonly onChange: (part: Partial<Application>) => void
}

export function LinePicker({ subject, application, onChange }: PickerProps): ReactNode {
  const t = useT()
  // What was shown stays where it is when ticks come and go.
  const [shown] = useState(() => chosenLines(subject, application).map(({ id }) => id))
  const [all, setAll] = useState(shown.length === 0)
  const { lines } = subject.order
  const visible = all ? lines : lines.filter(({ id }) => shown.includes(id))
  const choose = (lineId: string, units: number) => {
    const { [lineId]: _before, ...others } = application.quantities
    onChange({ quantities: units > 0 ? { ...others, [lineId]: units } : others })
  }
  return (
    <>
      {visible.map((line) => {
        const free = unitsFree(subject, line)
        const units = application.quantities[line.id] ?? 0
        return (
          <View key={line.id} className="apply__line">
            <Tick
              on={units > 0}
              disabled={free < 1}
              onChange={(on) => choose(line.id, on ? free : 0)}
            >
              <GoodsLine
                name={line.name}
                spec={line.spec}
                image={line.image}
                quantity={line.quantity}
              />
            </Tick>
            {free < 1 && <Text className="apply__note">{t('apply.noUnits')}</Text>}
            {units > 0 && free > 1 && (
              <View className="apply__units">
                <Text>{t('apply.units', { n: free })}</Text>
                <Stepper
                  value={units}
                  min={1}
                  max={free}
                  onChange={(next) => choose(line.id, next)}
                />
              </View>
            )}
          </View>
        )
      })}
      {visible.length < lines.length && (
        <Fold
          label={t('apply.moreLines', { n: lines.length - visible.length })}
          onPress={() => setAll(true)}
        />
      )}
    </>
  )
}
