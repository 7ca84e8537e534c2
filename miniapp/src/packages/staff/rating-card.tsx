// One rating: three scores in words and numbers, tags, and what the shopper wrote.
import type { Output } from '@shouhou/shared/contract'
import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Card } from '../../components/card.tsx'
import { useT } from '../../i18n/index.ts'
import { formatDateTime } from '../../i18n/time.ts'
import './rating-card.scss'

type Rating = Output<'GET /ratings'>['items'][number]['rating']

interface RatingCardProps {
  readonly rating: Rating
  readonly title?: string
  readonly onPress?: () => void
}

const STARS = 5

export function RatingCard({ rating, title, onPress }: RatingCardProps): ReactNode {
  const t = useT()
  const { overall, attitude, speed, tags, comment, at } = rating
  return (
    <Card
      title={title ?? t('deskRatings.one')}
      aside={
        <View ariaLabel={t('deskRatings.of', { n: overall })}>
          <Text className="rating__stars">{`${'★'.repeat(overall)}${'☆'.repeat(STARS - overall)} ${overall}`}</Text>
        </View>
      }
      {...(onPress ? { onPress } : {})}
    >
      <Text className="rating__soft">{t('deskRatings.scores', { attitude, speed })}</Text>
      {tags.length > 0 && (
        <View className="rating__tags">
          {tags.map((tag) => (
            <Text key={tag} className="rating__tag">
              {tag}
            </Text>
          ))}
        </View>
      )}
      {comment && <Text className="rating__comment">{comment}</Text>}
      <Text className="rating__soft">{formatDateTime(at)}</Text>
    </Card>
  )
}
