// What the shop tells people: every event with its words; a tap changes them.
import type { NoticeTemplate } from '@shouhou/shared/contract/notices'
import { View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { Card, Row } from '../../../components/card.tsx'
import { Chips } from '../../../components/chips.tsx'
import { Page } from '../../../components/page.tsx'
import { QueryView } from '../../../components/states.tsx'
import { useApi } from '../../../hooks/use-api.ts'
import { useLanguage, useT } from '../../../i18n/index.ts'
import { openPage } from '../../../pages.ts'
import { ForStaff } from '../for-staff.tsx'

export default function NoticeTemplatesPage(): ReactNode {
  return (
    <Page title="noticeTpl.title">
      <ForStaff right="editPolicy">{() => <Templates />}</ForStaff>
    </Page>
  )
}

const AUDIENCES = ['shopper', 'staff'] as const

function Templates(): ReactNode {
  const t = useT()
  const query = useApi('GET /notice-templates', {})
  const [audience, setAudience] = useState<(typeof AUDIENCES)[number]>('shopper')
  const labels = { shopper: t('noticeTpl.forShopper'), staff: t('noticeTpl.forStaff') }
  return (
    <>
      <Chips
        chips={AUDIENCES.map((value) => ({ value, label: labels[value] }))}
        chosen={[audience]}
        onPress={setAudience}
        look="tabs"
      />
      <QueryView query={query}>
        {({ items }) => (
          <View className="notice-templates">
            <TopicCards items={items.filter((item) => item.audience === audience)} />
          </View>
        )}
      </QueryView>
    </>
  )
}

function TopicCards({ items }: { readonly items: readonly NoticeTemplate[] }): ReactNode {
  const t = useT()
  const language = useLanguage()
  const topics = [...new Set(items.map(({ topic }) => topic))]
  const state = ({ isOwn, wechatTemplateId }: NoticeTemplate) =>
    [isOwn && t('noticeTpl.own'), wechatTemplateId && t('noticeTpl.wechatOn')]
      .filter(Boolean)
      .join(' · ')
  return (
    <>
      {topics.map((topic) => (
        <Card key={topic} title={t(`noticeTopic.${topic}`)}>
          {items
            .filter((item) => item.topic === topic)
            .map((item) => (
              <Row
                key={item.event}
                label={item.wording[language].title}
                value={state(item)}
                onPress={() => openPage('deskNotice', { event: item.event })}
              />
            ))}
        </Card>
      ))}
    </>
  )
}
