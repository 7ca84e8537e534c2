// What to export and in which format. Coming from a list, its filter comes along as long as that list stays
// chosen.
import {
  EXPORT_FORMATS,
  EXPORT_LISTS,
  type ExportFormat,
  type ExportList,
} from '@shouhou/shared/domain/exports'
import { Text } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { type ReactNode, useState } from 'react'
import { Button } from '../../../components/button.tsx'
import { Card } from '../../../components/card.tsx'
import { Chips } from '../../../components/chips.tsx'
import { Field } from '../../../components/field.tsx'
import { useCommand } from '../../../hooks/use-command.ts'
import { errorText } from '../../../i18n/error-text.ts'
import { useT, wordFor } from '../../../i18n/index.ts'
import { filterOf } from './filter.ts'

export function StartCard(): ReactNode {
  const t = useT()
  const { params } = useRouter()
  const asked = EXPORT_LISTS.find((one) => one === params.list)
  const [list, setList] = useState<ExportList>(asked ?? 'aftersales')
  const [format, setFormat] = useState<ExportFormat>('xlsx')
  const filter = list === asked ? filterOf(params.filter) : {}
  const chipsOf = <V extends string>(prefix: string, values: readonly V[]) =>
    values.map((value) => ({ value, label: wordFor(prefix, value) }))
  return (
    <Card>
      <Field label={t('exports.what')} bare>
        <Chips chips={chipsOf('exportList.', EXPORT_LISTS)} chosen={[list]} onPress={setList} />
      </Field>
      <Field label={t('exports.format')} bare>
        <Chips
          chips={chipsOf('exportFormat.', EXPORT_FORMATS)}
          chosen={[format]}
          onPress={setFormat}
        />
      </Field>
      <Text className="exports__hint">
        {t(Object.keys(filter).length > 0 ? 'exports.filtered' : 'exports.whole')}
      </Text>
      {/* Each list has its own route, so its own action. */}
      <StartButton key={list} list={list} format={format} filter={filter} />
      <Text className="exports__hint">{t('exports.masked')}</Text>
    </Card>
  )
}

interface StartButtonProps {
  readonly list: ExportList
  readonly format: ExportFormat
  readonly filter: ReturnType<typeof filterOf>
}

function StartButton({ list, format, filter }: StartButtonProps): ReactNode {
  const t = useT()
  const start = useCommand(`POST /exports/${list}`, { changes: ['exports'] })
  return (
    <>
      <Button
        tone="primary"
        block
        busy={start.isPending}
        onPress={() => start.mutate({ body: { format, filter } })}
      >
        {t('exports.start')}
      </Button>
      {start.error && <Text className="exports__error">{errorText(start.error, t)}</Text>}
    </>
  )
}
