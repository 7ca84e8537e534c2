// What the shopper asked for, in their own words and pictures.
import type { Aftersale } from '@shouhou/shared/contract/aftersale-views'
import { Text } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Card, Row } from '../../../components/card.tsx'
import { CopyRow } from '../../../components/copy-row.tsx'
import { PhotoGrid } from '../../../components/photo-grid.tsx'
import { useT, wordFor } from '../../../i18n/index.ts'
import { formatDateTime } from '../../../i18n/time.ts'

export function ApplicationCard({ aftersale }: { readonly aftersale: Aftersale }): ReactNode {
  const t = useT()
  const { no, createdAt, reasonCode, receivedGoods, description, media } = aftersale
  return (
    <Card title={t('application.title')}>
      <CopyRow label={t('application.no')} text={no} />
      <Row label={t('application.at')} value={formatDateTime(createdAt)} />
      <Row label={t('apply.reason')} value={wordFor('reason.', reasonCode)} />
      <Row
        label={t('application.received')}
        value={receivedGoods ? t('apply.received.yes') : t('apply.received.no')}
      />
      {description && <Text className="case__said">{description}</Text>}
      <PhotoGrid media={media} />
    </Card>
  )
}
