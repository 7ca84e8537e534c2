// The shop's ready words by action, in one language at a time; managers add, change and remove them.
import type { ReplyTemplate } from '@shouhou/shared/contract/queue'
import { TEMPLATE_ACTS, type TemplateAct } from '@shouhou/shared/domain/queue'
import { Text, View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { Button } from '../../../components/button.tsx'
import { Card } from '../../../components/card.tsx'
import { Chips } from '../../../components/chips.tsx'
import { Page } from '../../../components/page.tsx'
import { Empty, QueryView } from '../../../components/states.tsx'
import { useApi } from '../../../hooks/use-api.ts'
import { useLanguage, useT } from '../../../i18n/index.ts'
import { ForStaff } from '../for-staff.tsx'
import './index.scss'
import { TemplateSheet } from './template-sheet.tsx'

export type Place = Pick<ReplyTemplate, 'act' | 'language'>
const LANGUAGES = ['zh-CN', 'en'] as const

export default function TemplatesPage(): ReactNode {
  return (
    <Page title="ready.title">
      <ForStaff right="editTemplates">{() => <Templates />}</ForStaff>
    </Page>
  )
}

function Templates(): ReactNode {
  const t = useT()
  const mine = useLanguage()
  const [language, setLanguage] = useState<ReplyTemplate['language']>(mine)
  const [open, setOpen] = useState<{ place: Place; one?: ReplyTemplate } | null>(null)
  const query = useApi('GET /reply-templates', { query: {} })
  return (
    <>
      <Chips
        look="tabs"
        chips={LANGUAGES.map((value) => ({ value, label: t(`ready.${value}`) }))}
        chosen={[language]}
        onPress={setLanguage}
      />
      <QueryView query={query}>
        {({ items }) => (
          <>
            {TEMPLATE_ACTS.map((act) => (
              <ActCard
                key={act}
                act={act}
                items={items.filter((one) => one.act === act && one.language === language)}
                onAdd={() => setOpen({ place: { act, language } })}
                onOpen={(one) => setOpen({ place: one, one })}
              />
            ))}
          </>
        )}
      </QueryView>
      {open && (
        <TemplateSheet
          key={open.one?.id ?? open.place.act}
          place={open.place}
          one={open.one}
          onClose={() => setOpen(null)}
        />
      )}
    </>
  )
}

interface ActCardProps {
  readonly act: TemplateAct
  readonly items: readonly ReplyTemplate[]
  readonly onAdd: () => void
  readonly onOpen: (one: ReplyTemplate) => void
}

function ActCard({ act, items, onAdd, onOpen }: ActCardProps): ReactNode {
  const t = useT()
  return (
    <Card title={t(`act.${act}`)} aside={<Button onPress={onAdd}>{t('ready.add')}</Button>}>
      {items.length === 0 && <Empty title={t('ready.empty')} />}
      {items.map((one) => (
        <View key={one.id} className="template" ariaRole="button" onClick={() => onOpen(one)}>
          <Text className="template__title">{one.title}</Text>
          <Text className="template__text">{one.text}</Text>
        </View>
      ))}
    </Card>
  )
}
