// Photos, videos and words. Open where the reason needs proof, with what makes a good photo; else folded.
import { TextArea } from '@nutui/nutui-react-taro'
import { LIMITS } from '@shouhou/shared/domain/limits'
import { type ProofShot, reasonRule } from '@shouhou/shared/domain/reasons'
import { Text, View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { Card } from '../../../components/card.tsx'
import { Field } from '../../../components/field.tsx'
import { MediaPicker } from '../../../components/media-picker.tsx'
import { PhotoGrid } from '../../../components/photo-grid.tsx'
import type { Uploads } from '../../../hooks/use-uploads.ts'
import { useT, wordFor } from '../../../i18n/index.ts'
import { Fold } from './fold.tsx'
import type { PickerProps } from './line-picker.tsx'
import './shots.scss'
import { Wrong } from './wrong.tsx'

interface ProofCardProps extends PickerProps {
  readonly uploads: Uploads
  /** What is wrong about the files, or empty. */
  readonly wrong: string
}

export function ProofCard({ subject, application, uploads, wrong, onChange }: ProofCardProps) {
  const t = useT()
  const { reasonCode, description } = application
  const rule = reasonCode ? reasonRule(reasonCode) : null
  const stored = subject.original?.media ?? []
  const used = stored.length + uploads.items.length > 0 || description !== ''
  const [opened, setOpened] = useState(used)
  const needed = rule?.needsProof ?? false
  if (!needed && !opened && !used) {
    return (
      <Card>
        <Fold label={t('apply.addMore')} onPress={() => setOpened(true)} />
      </Card>
    )
  }
  return (
    <Card
      title={t('apply.proof')}
      aside={needed && <Text className="apply__aside">{t('apply.proofNeeded')}</Text>}
    >
      {rule && rule.proofShots.length > 0 && <Shots shots={rule.proofShots} />}
      <PhotoGrid media={stored} />
      <View className="apply__files">
        <MediaPicker uploads={uploads} />
      </View>
      <Text className="field__hint">{t('apply.mediaLimits', limits)}</Text>
      <Wrong text={wrong} />
      <View className="apply__description">
        <Field label={t('apply.description')}>
          <TextArea
            value={description}
            maxLength={LIMITS.descriptionLength}
            showCount
            autoSize
            placeholder={t('apply.descriptionHint')}
            onChange={(text) => onChange({ description: text })}
          />
        </Field>
      </View>
    </Card>
  )
}

const limits = {
  n: LIMITS.filesPerCase,
  video: LIMITS.videoBytes / 1024 / 1024,
  seconds: LIMITS.videoSeconds,
}

/** Small drawings of good photos, each with its name and what it should show. */
function Shots({ shots }: { readonly shots: readonly ProofShot[] }): ReactNode {
  const t = useT()
  return (
    <View className="shots">
      <Text className="shots__title">{t('apply.shots')}</Text>
      {shots.map((shot) => (
        <View key={shot} className="shots__shot">
          <View className={`shots__drawing shots__drawing--${shot}`} />
          <View className="shots__words">
            <Text className="shots__name">{wordFor('shot.', shot)}</Text>
            <Text className="shots__hint">{wordFor('shotHint.', shot)}</Text>
          </View>
        </View>
      ))}
    </View>
  )
}
