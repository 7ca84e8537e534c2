// Words for an action: typed, or taken from the shop's ready ones and changed.
import type { TemplateAct } from '@shouhou/shared/domain/queue'
import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { useApi } from '../../../hooks/use-api.ts'
import { useLanguage, useT } from '../../../i18n/index.ts'
import { WordsField } from '../words-field.tsx'
import './words-for.scss'

interface WordsForProps {
  readonly act: TemplateAct
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly placeholder?: string
}

export function WordsFor({ act, ...field }: WordsForProps): ReactNode {
  const t = useT()
  const language = useLanguage()
  const { data } = useApi('GET /reply-templates', { query: { act } })
  const ready = (data?.items ?? []).filter((one) => one.language === language)
  return (
    <>
      {ready.length > 0 && (
        <View className="ready">
          <Text className="ready__label">{t('ready.use')}</Text>
          <View className="ready__row">
            {ready.map(({ id, title, text }) => (
              <View
                key={id}
                className={`ready__one ${field.value === text ? 'ready__one--on' : ''}`}
                ariaRole="button"
                onClick={() => field.onChange(text)}
              >
                <Text>{title}</Text>
              </View>
            ))}
          </View>
        </View>
      )}
      <WordsField {...field} />
    </>
  )
}
