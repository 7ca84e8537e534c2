// Which goods, and how many of each.
import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { GoodsLine } from '../../../components/goods-line.tsx'
import { Stepper } from '../../../components/stepper.tsx'
import { Tick } from '../../../components/tick.tsx'
import { useT } from '../../../i18n/index.ts'
import { type Application, type Subject, unitsFree } from './application.ts'

export interface PickerProps {
  readonly subject: Subject
  readonly application: Application
  readonly onChange: (part: Partial<Application>) => void
}

export function LinePicker({ subject, application, onChange }: PickerProps): ReactNode {
  const t = useT()
  const choose = (lineId: string, units: number) => {
    const { [lineId]: _before, ...others } = application.quantities
    onChange({ quantities: units > 0 ? { ...others, [lineId]: units } : others })
  }
  return (
    <>
      {subject.order.lines.map((line) => {
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
    </>
  )
}
