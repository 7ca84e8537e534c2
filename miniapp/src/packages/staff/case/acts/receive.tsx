// Booking the returned goods in, line by line.
import { Text, View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { Stepper } from '../../../../components/stepper.tsx'
import { useT } from '../../../../i18n/index.ts'
import { ActSheet } from '../act-sheet.tsx'
import { type Scene, seen, target, useAct } from '../scene.ts'

export function ReceiveReturn({ scene }: { readonly scene: Scene }): ReactNode {
  const t = useT()
  const { items } = scene.aftersale
  const [counts, setCounts] = useState<Readonly<Record<string, number>>>({})
  const act = useAct('POST /aftersales/:id/receive-return', scene)
  const lines = items.map(({ lineId, quantity }) => ({
    lineId,
    quantityReceived: counts[lineId] ?? quantity,
  }))
  const missing = items.some(({ lineId, quantity }) => (counts[lineId] ?? quantity) < quantity)
  const input = {
    lines: items.map(({ lineId, quantity }) => ({
      requested: quantity,
      received: counts[lineId] ?? quantity,
      passed: 0,
    })),
  }
  return (
    <ActSheet
      command="receiveReturn"
      scene={scene}
      input={input}
      act={act}
      ready
      {...(missing ? { sure: t('sure.receiveReturn') } : {})}
      onSubmit={() => act.mutate({ params: target(scene), body: { ...seen(scene), lines } })}
    >
      {items.map(({ lineId, name, spec, quantity }) => (
        <View key={lineId} className="act-sheet__line">
          <Text>{[name, spec].filter(Boolean).join(' · ')}</Text>
          <View className="act-sheet__count">
            <Text>{t('receive.of', { n: quantity })}</Text>
            <Stepper
              value={counts[lineId] ?? quantity}
              min={0}
              max={quantity}
              onChange={(count) => setCounts({ ...counts, [lineId]: count })}
            />
          </View>
        </View>
      ))}
    </ActSheet>
  )
}
