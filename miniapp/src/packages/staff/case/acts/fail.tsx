// Saying that goods are not as they must be: the shopper sees reason, words and photos, and answers.
import type { InspectionFailReason } from '@shouhou/shared/domain/reasons'
import { type ReactNode, useState } from 'react'
import { Field } from '../../../../components/field.tsx'
import { MediaPicker } from '../../../../components/media-picker.tsx'
import { useUploads } from '../../../../hooks/use-uploads.ts'
import { fieldError } from '../../../../i18n/error-text.ts'
import { useT } from '../../../../i18n/index.ts'
import { ActSheet } from '../act-sheet.tsx'
import { FailFields } from '../fail-fields.tsx'
import { type Scene, seen, target, useAct } from '../scene.ts'
import { WordsFor } from '../words-for.tsx'

export function FailInspection({ scene }: { readonly scene: Scene }): ReactNode {
  const t = useT()
  const [reason, setReason] = useState<InspectionFailReason | null>(null)
  const [deductionFen, setDeduction] = useState<number | null>(0)
  const [text, setText] = useState('')
  const uploads = useUploads()
  const act = useAct('POST /aftersales/:id/fail-inspection', scene)
  const evidence = uploads.mediaIds.length
  const reasoned = reason !== null && deductionFen !== null && text.trim() !== '' && evidence > 0
  const submit = () => {
    if (reason === null || deductionFen === null) return
    const said = { reason, deductionFen, text: text.trim() }
    const body = { ...seen(scene), ...said, mediaIds: [...uploads.mediaIds] }
    act.mutate({ params: target(scene), body })
  }
  return (
    <ActSheet
      command="failInspection"
      scene={scene}
      act={act}
      ready={reasoned && !uploads.isSending}
      sure={t('sure.failInspection')}
      onSubmit={submit}
    >
      <FailFields
        scene={scene}
        reason={reason}
        onReason={setReason}
        deductionFen={deductionFen}
        onDeduction={setDeduction}
        error={fieldError(act.error, '/deductionFen')}
      />
      <WordsFor
        act="failInspection"
        label={t('ask.toShopper')}
        value={text}
        onChange={setText}
        placeholder={t('fail.example')}
      />
      <Field label={t('deskPhotos.needed')} hint={t('deskPhotos.shopperSees')} bare>
        <MediaPicker uploads={uploads} />
      </Field>
    </ActSheet>
  )
}
