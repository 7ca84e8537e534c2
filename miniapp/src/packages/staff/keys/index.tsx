// API keys of the shop's own systems: making one shows its secret once, revoking ends it at once.
import type { Output } from '@shouhou/shared/contract'
import { Text } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { confirm, notify } from '../../../components/ask.ts'
import { Button } from '../../../components/button.tsx'
import { Card, Row } from '../../../components/card.tsx'
import { Page } from '../../../components/page.tsx'
import { Empty, QueryView } from '../../../components/states.tsx'
import { Tag } from '../../../components/status-tag.tsx'
import { useApi } from '../../../hooks/use-api.ts'
import { useCommand } from '../../../hooks/use-command.ts'
import { errorText } from '../../../i18n/error-text.ts'
import { useT, wordFor } from '../../../i18n/index.ts'
import { formatDate, formatDateTime } from '../../../i18n/time.ts'
import { ForStaff } from '../for-staff.tsx'
import './index.scss'
import { NewKeySheet } from './new-key-sheet.tsx'

type ApiKey = Output<'GET /api-keys'>['items'][number]

export default function KeysPage(): ReactNode {
  return (
    <Page title="deskKeys.title">
      <ForStaff right="keys">{() => <Keys />}</ForStaff>
    </Page>
  )
}

function Keys(): ReactNode {
  const t = useT()
  const query = useApi('GET /api-keys', {})
  const [making, setMaking] = useState(false)
  return (
    <>
      <Button block tone="primary" onPress={() => setMaking(true)}>
        {t('deskKeys.new')}
      </Button>
      <QueryView
        query={query}
        isEmpty={({ items }) => items.length === 0}
        empty={<Empty title={t('deskKeys.empty')} text={t('deskKeys.emptyText')} />}
      >
        {({ items }) => (
          <>
            {items.map((key) => (
              <KeyCard key={key.id} apiKey={key} />
            ))}
          </>
        )}
      </QueryView>
      {making && <NewKeySheet onClose={() => setMaking(false)} />}
    </>
  )
}

function KeyCard({ apiKey }: { readonly apiKey: ApiKey }): ReactNode {
  const t = useT()
  const { id, name, prefix, scopes, createdAt, lastUsedAt, revokedAt } = apiKey
  const revoke = useCommand('DELETE /api-keys/:id', {
    changes: ['api-keys'],
    onDone: () => notify(t('deskKeys.revoked')),
  })
  const ask = async () => {
    const question = { title: t('deskKeys.revoke'), text: t('deskKeys.revokeSure', { name }) }
    if (await confirm({ ...question, danger: true })) revoke.mutate({ params: { id } })
  }
  return (
    <Card
      title={name}
      aside={
        <Tag
          tone={revokedAt ? 'ended' : 'good'}
          word={t(revokedAt ? 'deskKeys.isRevoked' : 'deskKeys.inUse')}
        />
      }
    >
      <Row label={t('deskKeys.prefix')} value={`${prefix}…`} />
      <Row
        label={t('deskKeys.scopes')}
        value={scopes.map((scope) => wordFor('scope.', scope)).join(t('comma'))}
      />
      <Row label={t('deskKeys.made')} value={formatDate(createdAt)} />
      <Row
        label={t('deskKeys.lastUsed')}
        value={lastUsedAt ? formatDateTime(lastUsedAt) : t('deskKeys.never')}
      />
      {revoke.error !== null && (
        <Text className="keys__bad">{`✕ ${errorText(revoke.error, t)}`}</Text>
      )}
      {!revokedAt && (
        <Button tone="danger" busy={revoke.isPending} onPress={() => void ask()}>
          {t('deskKeys.revoke')}
        </Button>
      )}
    </Card>
  )
}
