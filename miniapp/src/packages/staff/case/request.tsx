// What the shopper asks for and shows, with everybody's photos of the case to look at and compare.
import type { Aftersale, TimelineEntry } from '@shouhou/shared/contract/aftersale-views'
import { Text } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Card, Row } from '../../../components/card.tsx'
import { CopyRow } from '../../../components/copy-row.tsx'
import { useT, wordFor } from '../../../i18n/index.ts'
import { formatDateTime } from '../../../i18n/time.ts'
import { PhotoWall } from './photo-wall.tsx'

interface RequestProps {
  readonly aftersale: Aftersale
  readonly events: readonly TimelineEntry[]
}

export function Request({ aftersale, events }: RequestProps): ReactNode {
  const t = useT()
  const { reasonCode, receivedGoods, description, media, no, orderNo, attempts } = aftersale
  return (
    <Card title={t('deskCase.request')}>
      <Row label={t('deskCase.reason')} value={wordFor('reason.', reasonCode)} />
      <Row
        label={t('deskCase.received')}
        value={t(receivedGoods ? 'deskCase.hasGoods' : 'deskCase.noGoods')}
      />
      {description && <Text className="case-head__said">{description}</Text>}
      {media.length > 0 && <PhotoWall media={media} events={events} />}
      <CopyRow label={t('deskCase.no')} text={no} />
      <CopyRow label={t('deskCase.order')} text={orderNo} />
      <Row label={t('deskCase.applied')} value={formatDateTime(aftersale.createdAt)} />
      {attempts > 1 && <Row label={t('deskCase.attempts')} value={String(attempts)} />}
    </Card>
  )
}
