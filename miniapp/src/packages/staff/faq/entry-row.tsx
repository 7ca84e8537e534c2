// An entry in a list: its question, where it belongs, whether it is published, whether it helps.
import type { FaqEntry } from '@shouhou/shared/contract/faq'
import { Text } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Card } from '../../../components/card.tsx'
import { Tag, type Tone } from '../../../components/status-tag.tsx'
import { useLanguage, useT, wordFor } from '../../../i18n/index.ts'
import './entry-row.scss'

const TONES: Record<FaqEntry['status'], Tone> = {
  PUBLISHED: 'good',
  DRAFT: 'waiting',
  ARCHIVED: 'ended',
}

export function FaqTag({ status }: Pick<FaqEntry, 'status'>): ReactNode {
  const t = useT()
  return <Tag tone={TONES[status]} word={t(`faqStatus.${status}`)} />
}

interface EntryRowProps {
  readonly entry: FaqEntry
  readonly onPress: () => void
}

export function EntryRow({ entry, onPress }: EntryRowProps): ReactNode {
  const t = useT()
  const now = useLanguage()
  const { wordings, status, category, helpful, unhelpful } = entry
  const wording = wordings.find(({ language }) => language === now) ?? wordings[0]
  return (
    <Card title={wording?.question ?? ''} aside={<FaqTag status={status} />} onPress={onPress}>
      <Text className="entry-row__answer">{wording?.answer ?? ''}</Text>
      <Text className="entry-row__soft">
        {[
          wordFor('faqCategory.', category),
          t('deskFaq.helped', { yes: helpful, no: unhelpful }),
        ].join(' · ')}
      </Text>
    </Card>
  )
}
