// The small cards of a case: what was said, how it was decided, its rating, its kin.
import type { Aftersale } from '@shouhou/shared/contract/aftersale-views'
import { Text } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Card, Row } from '../../../components/card.tsx'
import { DecisionView } from '../../../components/decision.tsx'
import { StatusTag } from '../../../components/status-tag.tsx'
import { useT, wordFor } from '../../../i18n/index.ts'
import { formatDateTime } from '../../../i18n/time.ts'
import { openPage } from '../../../pages.ts'

interface CaseProps {
  readonly aftersale: Aftersale
}

/** Codes of a note by the status it was said in. */
const NOTE_WORDS: Partial<Record<Aftersale['status'], string>> = {
  REJECTED: 'refusal.',
  INSPECTION_FAILED: 'inspection.',
}

/** What the shop said in the present status. An offer has its own card. */
export function NoteCard({ aftersale }: CaseProps): ReactNode {
  const t = useT()
  const { status, statusNote, offer } = aftersale
  if (!statusNote || offer) return null
  const { code, text } = statusNote
  const family = NOTE_WORDS[status]
  const title = status === 'NEED_INFO' ? t('note.question') : t('note.said')
  return (
    <Card title={title}>
      {code && family && <Text className="case__strong">{wordFor(family, code)}</Text>}
      {text && <Text className="case__said">{text}</Text>}
      {status === 'REJECTED' && <Text className="case__small">{t('note.refusedNext')}</Text>}
    </Card>
  )
}

export function DecisionCard({ aftersale }: CaseProps): ReactNode {
  const t = useT()
  const { decision, status } = aftersale
  if (!decision) return null
  return (
    <Card title={t('decision.title')}>
      <DecisionView decision={decision} past={status !== 'PENDING_REVIEW'} />
      <Text className="case__small">
        {t('decision.at', { time: formatDateTime(decision.at), n: decision.policyVersion })}
      </Text>
    </Card>
  )
}

export function RatingCard({ aftersale }: CaseProps): ReactNode {
  const t = useT()
  const { rating } = aftersale
  if (!rating) return null
  const stars = (n: number) => '★'.repeat(n) + '☆'.repeat(5 - n)
  return (
    <Card title={t('rating.mine')}>
      <Row label={t('rating.attitude')} value={stars(rating.attitude)} />
      <Row label={t('rating.speed')} value={stars(rating.speed)} />
      <Row label={t('rating.overall')} value={stars(rating.overall)} />
      {rating.tags.length > 0 && (
        <Text className="case__small">
          {rating.tags.map((tag) => wordFor('rateTag.', tag)).join(' · ')}
        </Text>
      )}
      {rating.comment && <Text className="case__said">{rating.comment}</Text>}
    </Card>
  )
}

/** Cases that were split off at inspection, or the one this was split off from. */
export function LinkedCard({ aftersale }: CaseProps): ReactNode {
  const t = useT()
  if (aftersale.linked.length === 0) return null
  return (
    <Card title={t('linked.title')}>
      {aftersale.linked.map(({ id, no, status, parent }) => (
        <Row
          key={id}
          label={`${parent ? t('linked.parent') : t('linked.child')} ${no}`}
          value={<StatusTag status={status} />}
          onPress={() => openPage('caseDetail', { id })}
        />
      ))}
    </Card>
  )
}
