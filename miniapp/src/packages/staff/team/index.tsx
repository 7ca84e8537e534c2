// Who works here: names and roles; the owner invites people, changes roles and ends access.
import type { Output } from '@shouhou/shared/contract'
import type { Me } from '@shouhou/shared/contract/auth'
import { Text, View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { Button } from '../../../components/button.tsx'
import { Card } from '../../../components/card.tsx'
import { Page } from '../../../components/page.tsx'
import { QueryView } from '../../../components/states.tsx'
import { Tag } from '../../../components/status-tag.tsx'
import { useApi } from '../../../hooks/use-api.ts'
import { useT } from '../../../i18n/index.ts'
import { formatDate } from '../../../i18n/time.ts'
import { ForStaff } from '../for-staff.tsx'
import { may } from '../may.ts'
import './index.scss'
import { InviteSheet } from './invite-sheet.tsx'
import { MemberSheet } from './member-sheet.tsx'
import { OpenInvitations } from './open-invitations.tsx'

type Member = Output<'GET /staff'>['items'][number]

export default function TeamPage(): ReactNode {
  return (
    <Page title="deskTeam.title">
      <ForStaff right="seeTeam">{(me) => <Team me={me} />}</ForStaff>
    </Page>
  )
}

function Team({ me }: { readonly me: Me }): ReactNode {
  const t = useT()
  const query = useApi('GET /staff', {})
  const [adding, setAdding] = useState(false)
  const [open, setOpen] = useState<Member | null>(null)
  const mayEdit = may(me.role, 'editTeam')
  return (
    <>
      {mayEdit && (
        <Button block tone="primary" onPress={() => setAdding(true)}>
          {t('deskTeam.invite')}
        </Button>
      )}
      <QueryView query={query}>
        {({ items }) => (
          <>
            {items.map((member) => (
              <MemberCard
                key={member.id}
                member={member}
                mine={member.id === me.id}
                {...(mayEdit ? { onPress: () => setOpen(member) } : {})}
              />
            ))}
          </>
        )}
      </QueryView>
      {mayEdit && <OpenInvitations />}
      {adding && <InviteSheet onClose={() => setAdding(false)} />}
      {open && (
        <MemberSheet
          key={open.id}
          member={open}
          mine={open.id === me.id}
          onClose={() => setOpen(null)}
        />
      )}
    </>
  )
}

interface MemberCardProps {
  readonly member: Member
  readonly mine: boolean
  readonly onPress?: () => void
}

function MemberCard({ member, mine, onPress }: MemberCardProps): ReactNode {
  const t = useT()
  const { name, login, role, disabled, createdAt } = member
  return (
    <Card
      title={mine ? t('deskTeam.me', { name }) : name}
      aside={
        <Tag
          tone={disabled ? 'ended' : 'good'}
          word={disabled ? t('deskTeam.disabled') : t(`staffRole.${role}`)}
        />
      }
      {...(onPress ? { onPress } : {})}
    >
      <View className="team__soft">
        <Text>{t('deskTeam.account', { login, date: formatDate(createdAt) })}</Text>
      </View>
    </Card>
  )
}
