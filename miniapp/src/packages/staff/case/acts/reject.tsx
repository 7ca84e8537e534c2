// Saying no: a reason of the list, words, and photos where the reason must be shown.
import {
  REFUSAL_REASON_CODES,
  REFUSAL_REASONS,
  type RefusalReason,
} from '@shouhou/shared/domain/reasons'
import { type ReactNode, useState } from 'react'
import { Chips } from '../../../../components/chips.tsx'
import { Field } from '../../../../components/field.tsx'
import { MediaPicker } from '../../../../components/media-picker.tsx'
import { useUploads } from '../../../../hooks/use-uploads.ts'
import { useT, wordFor } from '../../../../i18n/index.ts'
import { ActSheet } from '../act-sheet.tsx'
import { type Scene, seen, target, useAct } from '../scene.ts'
import { WordsFor } from '../words-for.tsx'

export function Reject({ scene }: { readonly scene: Scene }): ReactNode {
  const t = useT()
  const [reasonCode, setReason] = useState<RefusalReason | null>(null)
  const [text, setText] = useState('')
  const uploads = useUploads()
  const act = useAct('POST /aftersales/:id/reject', scene)
  const needsProof = reasonCode !== null && REFUSAL_REASONS[reasonCode].needsEvidence
  const evidence = uploads.mediaIds.length
  const reasoned = reasonCode !== null && text.trim() !== '' && (!needsProof || evidence > 0)
  const submit = () => {
    if (reasonCode === null) return
    const body = { ...seen(scene), reasonCode, text: text.trim(), mediaIds: [...uploads.mediaIds] }
    act.mutate({ params: target(scene), body })
  }
  return (
    <ActSheet
      command="reject"
      scene={scene}
      act={act}
      ready={reasoned && !uploads.isSending}
      sure={t('sure.reject')}
      onSubmit={submit}
    >
      <Field label={t('reject.reason')} bare>
        <Chips
          chips={REFUSAL_REASON_CODES.map((value) => ({
            value,
            label: wordFor('refusal.', value),
          }))}
          chosen={reasonCode ? [reasonCode] : []}
          onPress={setReason}
        />
      </Field>
      <WordsFor
        act="reject"
        label={t('ask.toShopper')}
        value={text}
        onChange={setText}
        placeholder={t('reject.example')}
      />
      <Field
        label={needsProof ? t('deskPhotos.needed') : t('desk.optional', { label: t('deskPhotos') })}
        hint={t('deskPhotos.shopperSees')}
        bare
      >
        <MediaPicker uploads={uploads} />
      </Field>
    </ActSheet>
  )
}
