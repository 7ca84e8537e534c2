// Invitations that nobody has accepted yet, each with the way to take it back.
import type { Invitation } from '@shouhou/shared/contract/invitations'
import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { confirm, notify } from '../../../components/ask.ts'
import { Button } from '../../../components/button.tsx'
import { Card } from '../../../components/card.tsx'
import { useNow } from '../../../components/countdown.tsx'
import { useApi } from '../../../hooks/use-api.ts'
import { useCommand } from '../../../hooks/use-command.ts'
import { errorText } from '../../../i18n/error-text.ts'
import { useT } from '../../../i18n/index.ts'
import { formatRemaining } from '../../../i18n/time.ts'

export function OpenInvitations(): ReactNode {
  const t = useT()
  const { data } = useApi('GET /invitations', {})
  const items = data?.items ?? []
  if (items.length === 0) return null
  return (
    <Card title={t('invite.open')}>
      {items.map((invitation) => (
        <OpenInvitation key={invitation.id} invitation={invitation} />
      ))}
    </Card>
  )
}

function OpenInvitation({ invitation }: { readonly invitation: Invitation }): ReactNode {
  const t = useT()
  const now = useNow()
  const { id, invited, role, invitedBy, expiresAt } = invitation
  const end = useCommand('DELETE /invitations/:id', {
    changes: ['invitations'],
    onDone: () => notify(t('invite.takenBack')),
  })
  const ask = async () => {
    const question = {
      title: t('invite.takeBack'),
      text: t('invite.takeBackSure', { person: invited.label }),
    }
    if (await confirm({ ...question, danger: true })) end.mutate({ params: { id } })
  }
  return (
    <View className="team__invitation">
      <View className="team__words">
        <Text>{`${invited.label} · ${t(`staffRole.${role}`)}`}</Text>
        <Text className="team__soft">
          {t('invite.until', { time: formatRemaining(expiresAt, now, t), name: invitedBy })}
        </Text>
        {end.error !== null && <Text className="team__bad">{`✕ ${errorText(end.error, t)}`}</Text>}
      </View>
      <Button busy={end.isPending} onPress={() => void ask()}>
        {t('invite.takeBack')}
      </Button>
    </View>
  )
}
