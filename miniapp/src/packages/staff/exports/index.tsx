// Lists as files: choose what and how, see how far it is, take the file. Below, who has taken what.
import type { Export } from '@shouhou/shared/contract/exports'
import { Text, View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { api } from '../../../api/client.ts'
import { notify } from '../../../components/ask.ts'
import { Button } from '../../../components/button.tsx'
import { Card } from '../../../components/card.tsx'
import { Page } from '../../../components/page.tsx'
import { Empty, QueryView } from '../../../components/states.tsx'
import { useApi } from '../../../hooks/use-api.ts'
import { errorText } from '../../../i18n/error-text.ts'
import { useT, wordFor } from '../../../i18n/index.ts'
import { formatDateTime, formatNear } from '../../../i18n/time.ts'
import { openFile } from '../../../platform/open-file.ts'
import { serverNow } from '../../../platform/server-clock.ts'
import { isWeapp } from '../../../platform/target.ts'
import { ForStaff } from '../for-staff.tsx'
import './index.scss'
import { StartCard } from './start-card.tsx'

export default function ExportsPage(): ReactNode {
  return (
    <Page title="exports.title">
      <ForStaff right="export">
        {() => (
          <>
            <StartCard />
            <Past />
          </>
        )}
      </ForStaff>
    </Page>
  )
}

const WATCH_MS = 1_500
const isUnderWay = ({ state }: Export): boolean => state === 'WAITING' || state === 'RUNNING'

function Past(): ReactNode {
  const t = useT()
  const [watching, setWatching] = useState(false)
  const past = useApi('GET /exports', { query: {} }, { refetchInterval: watching && WATCH_MS })
  const some = past.data?.items.some(isUnderWay) ?? false
  if (some !== watching) setWatching(some)
  return (
    <Card title={t('exports.past')}>
      <QueryView
        query={past}
        isEmpty={({ items }) => items.length === 0}
        empty={<Empty title={t('exports.none')} />}
      >
        {({ items }) => items.map((one) => <ExportRow key={one.id} one={one} />)}
      </QueryView>
    </Card>
  )
}

function ExportRow({ one }: { readonly one: Export }): ReactNode {
  const t = useT()
  const { fileName, state, rows, cut, requestedBy, createdAt, keptUntil, url } = one
  const time = formatNear(createdAt, serverNow(), t)
  const facts = [
    wordFor('exportState.', state),
    state === 'WAITING' || state === 'FAILED' ? '' : t('exports.rows', { n: rows }),
    cut ? t('exports.cut', { n: rows }) : '',
    url && keptUntil ? t('exports.kept', { time: formatDateTime(keptUntil) }) : '',
  ]
  return (
    <View className="export">
      <View className="export__words">
        <Text className="export__name">{fileName}</Text>
        <Text className="export__facts">{facts.filter(Boolean).join(' · ')}</Text>
        <Text className="export__facts">{t('exports.by', { name: requestedBy, time })}</Text>
      </View>
      {url && <TakeButton one={one} />}
    </View>
  )
}

function TakeButton({ one }: { readonly one: Export }): ReactNode {
  const t = useT()
  const [busy, setBusy] = useState(false)
  const take = async () => {
    setBusy(true)
    try {
      // The address on the page may be minutes old, and works for a few only.
      const { url, fileName } = await api('GET /exports/:id', { params: { id: one.id } })
      if (url) await openFile(url, fileName)
    } catch (error) {
      notify(errorText(error, t))
    }
    setBusy(false)
  }
  return (
    <Button busy={busy} onPress={() => void take()}>
      {t(isWeapp ? 'exports.open' : 'exports.get')}
    </Button>
  )
}
