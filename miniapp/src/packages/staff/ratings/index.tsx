// What shoppers say about us, newest first.
import { useRouter } from '@tarojs/taro'
import type { ReactNode } from 'react'
import { More } from '../../../components/more.tsx'
import { Page } from '../../../components/page.tsx'
import { Empty, QueryView } from '../../../components/states.tsx'
import { usePages } from '../../../hooks/use-api.ts'
import { useT } from '../../../i18n/index.ts'
import { openPage } from '../../../pages.ts'
import { ExportLink } from '../export-link.tsx'
import { ForStaff } from '../for-staff.tsx'
import { RatingCard } from '../rating-card.tsx'

export default function RatingsPage(): ReactNode {
  return (
    <Page title="deskRatings.title">
      <ForStaff>{() => <Ratings />}</ForStaff>
    </Page>
  )
}

function Ratings(): ReactNode {
  const t = useT()
  const { ratedOn } = useRouter().params
  const query = ratedOn ? { ratedOn } : {}
  const ratings = usePages('GET /ratings', { query })
  return (
    <QueryView
      query={ratings}
      isEmpty={({ items }) => items.length === 0}
      empty={<Empty title={t('deskRatings.empty')} text={t('deskRatings.emptyText')} />}
    >
      {({ items }) => (
        <>
          {items.map(({ aftersaleId: id, aftersaleNo, rating }) => (
            <RatingCard
              key={id}
              rating={rating}
              title={aftersaleNo}
              onPress={() => openPage('deskCase', { id })}
            />
          ))}
          <More query={ratings} />
          <ExportLink list="ratings" filter={query} />
        </>
      )}
    </QueryView>
  )
}
