// Passing returned goods, in full or in part. Units that do not pass become a case of their own, so they
// need grounds: a reason, words and photos.
import { GRADES, type Grade, RESTOCKS, type Restock } from '@shouhou/shared/domain/aftersale-types'
import type { InspectionFailReason } from '@shouhou/shared/domain/reasons'
import { Text, View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { Chips } from '../../../../components/chips.tsx'
import { Field } from '../../../../components/field.tsx'
import { MediaPicker } from '../../../../components/media-picker.tsx'
import { Stepper } from '../../../../components/stepper.tsx'
import { useUploads } from '../../../../hooks/use-uploads.ts'
import { useT, wordFor } from '../../../../i18n/index.ts'
import { ActSheet } from '../act-sheet.tsx'
import { FailFields } from '../fail-fields.tsx'
import { type Scene, seen, target, useAct } from '../scene.ts'
import { WordsFor } from '../words-for.tsx'

interface Verdict {
  readonly quantityPassed: number
  readonly grade: Grade
  readonly restock: Restock
}
type Item = Scene['aftersale']['items'][number]

/** Most that can pass: what was counted in, or everything when nobody counted. */
const present = ({ quantityReceived, quantity }: Item) => quantityReceived ?? quantity

const first = (item: Item): Verdict => ({
  quantityPassed: present(item),
  grade: 'A',
  restock: 'NEW',
})

export function PassInspection({ scene }: { readonly scene: Scene }): ReactNode {
  const t = useT()
  const { items } = scene.aftersale
  const [verdicts, setVerdicts] = useState<Readonly<Record<string, Verdict>>>({})
  const [reason, setReason] = useState<InspectionFailReason | null>(null)
  const [deductionFen, setDeduction] = useState<number | null>(0)
  const [text, setText] = useState('')
  const uploads = useUploads()
  const act = useAct('POST /aftersales/:id/pass-inspection', scene)
  const lines = items.map((item) => ({
    lineId: item.lineId,
    ...(verdicts[item.lineId] ?? first(item)),
  }))
  const asked = items.reduce((sum, { quantity }) => sum + quantity, 0)
  const passed = lines.reduce((sum, { quantityPassed }) => sum + quantityPassed, 0)
  const failed = asked - passed
  const grounds =
    reason !== null && deductionFen !== null && text.trim() !== '' && uploads.mediaIds.length > 0
  const submit = () => {
    const rest = failed > 0 && reason ? { rest: { reason, deductionFen: deductionFen ?? 0 } } : {}
    const words = text.trim() ? { text: text.trim() } : {}
    const body = { ...seen(scene), lines, ...words, ...rest, mediaIds: [...uploads.mediaIds] }
    act.mutate({ params: target(scene), body })
  }
  return (
    <ActSheet
      command="passInspection"
      scene={scene}
      act={act}
      ready={passed > 0 && (failed === 0 || grounds) && !uploads.isSending}
      sure={t('sure.passInspection')}
      onSubmit={submit}
    >
      {items.map((item) => (
        <LineVerdict
          key={item.lineId}
          item={item}
          verdict={verdicts[item.lineId] ?? first(item)}
          onChange={(verdict) => setVerdicts({ ...verdicts, [item.lineId]: verdict })}
        />
      ))}
      {failed > 0 && (
        <>
          <Text className="act-sheet__part">{t('pass.rest', { n: failed })}</Text>
          <FailFields
            scene={scene}
            reason={reason}
            onReason={setReason}
            deductionFen={deductionFen}
            onDeduction={setDeduction}
          />
        </>
      )}
      <WordsFor
        act={failed > 0 ? 'failInspection' : 'passInspection'}
        label={failed > 0 ? t('ask.toShopper') : t('desk.optional', { label: t('pass.note') })}
        value={text}
        onChange={setText}
      />
      <Field
        label={failed > 0 ? t('deskPhotos.needed') : t('desk.optional', { label: t('deskPhotos') })}
        bare
      >
        <MediaPicker uploads={uploads} />
      </Field>
    </ActSheet>
  )
}

interface LineVerdictProps {
  readonly item: Item
  readonly verdict: Verdict
  readonly onChange: (verdict: Verdict) => void
}

function LineVerdict({ item, verdict, onChange }: LineVerdictProps): ReactNode {
  const t = useT()
  return (
    <View className="act-sheet__line">
      <Text>{[item.name, item.spec].filter(Boolean).join(' · ')}</Text>
      <View className="act-sheet__count">
        <Text>{t('pass.of', { n: present(item) })}</Text>
        <Stepper
          value={verdict.quantityPassed}
          min={0}
          max={present(item)}
          onChange={(quantityPassed) => onChange({ ...verdict, quantityPassed })}
        />
      </View>
      {verdict.quantityPassed > 0 && (
        <>
          <Field label={t('pass.grade')} bare>
            <Chips
              chips={GRADES.map((value) => ({ value, label: wordFor('grade.', value) }))}
              chosen={[verdict.grade]}
              onPress={(grade) => onChange({ ...verdict, grade })}
            />
          </Field>
          <Field label={t('pass.restock')} bare>
            <Chips
              chips={RESTOCKS.map((value) => ({ value, label: wordFor('restock.', value) }))}
              chosen={[verdict.restock]}
              onPress={(restock) => onChange({ ...verdict, restock })}
            />
          </Field>
        </>
      )}
    </View>
  )
}
