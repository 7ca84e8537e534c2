// One notice: the shop's own words in both languages, its WeChat template, and how it arrives.

import { Input, TextArea } from '@nutui/nutui-react-taro'
import type { NoticeTemplate } from '@shouhou/shared/contract/notices'
import { NOTICE_LIMITS } from '@shouhou/shared/domain/notice-text'
import { NOTICE_TEXTS } from '@shouhou/shared/domain/notice-texts'
import { type ReactNode, useState } from 'react'
import { notify } from '../../../components/ask.ts'
import { Button } from '../../../components/button.tsx'
import { Card } from '../../../components/card.tsx'
import { Chips } from '../../../components/chips.tsx'
import { Field } from '../../../components/field.tsx'
import { Page } from '../../../components/page.tsx'
import { QueryView } from '../../../components/states.tsx'
import { useApi } from '../../../hooks/use-api.ts'
import { useCommand } from '../../../hooks/use-command.ts'
import { useDebounced } from '../../../hooks/use-debounced.ts'
import { useParam } from '../../../hooks/use-param.ts'
import { errorText } from '../../../i18n/error-text.ts'
import { LANGUAGES, type Language, useLanguage, useT, wordFor } from '../../../i18n/index.ts'
import { goBack } from '../../../pages.ts'
import { ForStaff } from '../for-staff.tsx'
import { bodyOf, type Draft, draftOf } from './draft.ts'
import './index.scss'
import { Preview } from './preview.tsx'

export default function NoticeTemplatePage(): ReactNode {
  const event = useParam('event')
  const query = useApi('GET /notice-templates', {})
  return (
    <Page title="noticeTpl.title">
      <ForStaff right="editPolicy">
        {() => (
          <QueryView query={query}>
            {({ items }) => {
              const template = items.find((item) => item.event === event)
              return template && <Template key={template.version} template={template} />
            }}
          </QueryView>
        )}
      </ForStaff>
    </Page>
  )
}

function Template({ template }: { readonly template: NoticeTemplate }): ReactNode {
  const t = useT()
  const [language, setLanguage] = useState<Language>(useLanguage())
  const [draft, setDraft] = useState(() => draftOf(template))
  const { event, version } = template
  const body = bodyOf(draft)
  const settled = useDebounced(JSON.stringify(body), 400)
  const preview = useApi('POST /notice-templates/:event/preview', {
    params: { event },
    body: JSON.parse(settled) as typeof body,
  })
  const save = useCommand('PUT /notice-templates/:event', {
    changes: ['notice-templates'],
    onDone: () => {
      notify(t('desk.saved'))
      goBack()
    },
  })
  const problems = preview.data?.problems ?? []
  const at = (pointer: string) => problems.find((one) => one.pointer.startsWith(pointer))?.message
  return (
    <>
      <Chips
        chips={LANGUAGES.map((value) => ({ value, label: value === 'en' ? 'English' : '中文' }))}
        chosen={[language]}
        onPress={setLanguage}
        look="tabs"
      />
      <WordsCard {...{ template, draft, language, at }} onChange={setDraft} />
      {template.audience === 'shopper' && <WechatCard {...{ draft, at }} onChange={setDraft} />}
      {preview.data && <Preview preview={preview.data} language={language} />}
      <Button
        block
        tone="primary"
        disabled={problems.length > 0}
        busy={save.isPending}
        onPress={() =>
          save.mutate(
            { params: { event }, body: { version, ...body } },
            { onError: (error) => notify(errorText(error, t)) },
          )
        }
      >
        {t('save')}
      </Button>
    </>
  )
}

interface PartProps {
  readonly draft: Draft
  readonly at: (pointer: string) => string | undefined
  readonly onChange: (draft: Draft) => void
}

interface WordsProps extends PartProps {
  readonly template: NoticeTemplate
  readonly language: Language
}

function WordsCard({ template, draft, language, at, onChange }: WordsProps): ReactNode {
  const t = useT()
  const words = draft.wording[language]
  const set = (change: Partial<typeof words>) =>
    onChange({
      ...draft,
      isOwn: true,
      wording: { ...draft.wording, [language]: { ...words, ...change } },
    })
  const places = template.places.map((place) => ({
    value: place,
    label: wordFor('noticeTpl.place.', place),
  }))
  return (
    <Card title={t('noticeTpl.words')}>
      <Field label={t('noticeTpl.titleField')} error={at(`/wording/${language}/title`)}>
        <Input
          value={words.title}
          maxLength={NOTICE_LIMITS.title}
          onChange={(title) => set({ title })}
        />
      </Field>
      <Field label={t('noticeTpl.bodyField')} error={at(`/wording/${language}/body`)}>
        <TextArea
          value={words.body}
          maxLength={NOTICE_LIMITS.body}
          autoSize
          onChange={(text) => set({ body: text })}
        />
      </Field>
      <Field label={t('noticeTpl.places')} bare>
        <Chips
          chips={places}
          chosen={[]}
          onPress={(place) => set({ body: `${words.body}{${place}}` })}
        />
      </Field>
      {draft.isOwn && (
        <Button onPress={() => onChange(withDefaults(template, draft))}>
          {t('noticeTpl.reset')}
        </Button>
      )}
    </Card>
  )
}

/** The event's own words as the product has them. */
const withDefaults = ({ event }: NoticeTemplate, draft: Draft): Draft => ({
  ...draft,
  wording: NOTICE_TEXTS[event],
  isOwn: false,
})

function WechatCard({ draft, at, onChange }: PartProps): ReactNode {
  const t = useT()
  return (
    <Card title={t('noticeTpl.wechat')}>
      <Field label={t('noticeTpl.wechatId')} hint={t('noticeTpl.wechatHint')}>
        <Input
          value={draft.wechatTemplateId}
          maxLength={64}
          onChange={(wechatTemplateId) => onChange({ ...draft, wechatTemplateId })}
        />
      </Field>
      <Field
        label={t('noticeTpl.wechatFields')}
        hint={t('noticeTpl.wechatFieldsHint', { no: '{no}' })}
        error={at('/wechatFields')}
      >
        <TextArea
          value={draft.fields}
          maxLength={400}
          autoSize
          onChange={(fields) => onChange({ ...draft, fields })}
        />
      </Field>
    </Card>
  )
}
