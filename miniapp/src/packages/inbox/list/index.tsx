// My inbox: one line for each case or conversation, newest first; a tap opens it and marks it read.
import type { Me } from '@shouhou/shared/contract/auth'
import type { NoticeThread } from '@shouhou/shared/contract/notices'
import { isStaff } from '@shouhou/shared/domain/roles'
import { View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { notify } from '../../../components/ask.ts'
import { Button } from '../../../components/button.tsx'
import { Chips } from '../../../components/chips.tsx'
import { More } from '../../../components/more.tsx'
import { Page } from '../../../components/page.tsx'
import { SignedIn } from '../../../components/signed-in.tsx'
import { Empty, QueryView } from '../../../components/states.tsx'
import { useApi, usePages } from '../../../hooks/use-api.ts'
import { useCommand } from '../../../hooks/use-command.ts'
import { errorText } from '../../../i18n/error-text.ts'
import { useT } from '../../../i18n/index.ts'
import { openPage } from '../../../pages.ts'
import './index.scss'
import { ThreadLine } from './thread-line.tsx'

export default function InboxPage(): ReactNode {
  return (
    <Page title="inbox.title">
      <SignedIn>{(me) => <Inbox me={me} />}</SignedIn>
    </Page>
  )
}

const SHOWN = ['all', 'unread'] as const
type Shown = (typeof SHOWN)[number]

function Inbox({ me }: { readonly me: Me }): ReactNode {
  const t = useT()
  const [shown, setShown] = useState<Shown>('all')
  const count = useApi('GET /me/notice-count', {})
  const query = shown === 'unread' ? { unread: true } : {}
  const threads = usePages('GET /me/notices', { query })
  const read = useCommand('POST /me/notices/read', { changes: ['me'] })
  const unread = count.data?.unread ?? 0
  const open = ({ subject, unread: left }: NoticeThread) => {
    if (left > 0) read.mutate({ body: { subjectId: subject.id } })
    openSubject(subject, isStaff(me.role))
  }
  const readAll = () =>
    read.mutate({ body: {} }, { onError: (error) => notify(errorText(error, t)) })
  const labels = { all: t('all'), unread: t('inbox.onlyUnread') }
  const chips = SHOWN.map((value) => {
    const note = value === 'unread' && unread > 0 ? { note: String(unread) } : {}
    return { value, label: labels[value], ...note }
  })
  return (
    <>
      <View className="inbox__bar">
        <Chips chips={chips} chosen={[shown]} onPress={setShown} look="tabs" />
        <Button tone="plain" disabled={unread === 0} busy={read.isPending} onPress={readAll}>
          {t('inbox.allRead')}
        </Button>
      </View>
      <QueryView
        query={threads}
        isEmpty={({ items }) => items.length === 0}
        empty={<NothingHere shown={shown} />}
      >
        {({ items }) => (
          <>
            <View className="inbox">
              {items.map((thread) => (
                <ThreadLine key={thread.subject.id} thread={thread} onPress={() => open(thread)} />
              ))}
            </View>
            <More query={threads} />
          </>
        )}
      </QueryView>
    </>
  )
}

function openSubject({ kind, id }: NoticeThread['subject'], asStaff: boolean): void {
  if (kind === 'aftersale') openPage(asStaff ? 'deskCase' : 'caseDetail', { id })
  else if (asStaff) openPage('deskTalk', { id })
  else openPage('bot')
}

function NothingHere({ shown }: { readonly shown: Shown }): ReactNode {
  const t = useT()
  if (shown === 'unread') return <Empty title={t('inbox.noneUnread')} drawing="check" />
  return <Empty title={t('inbox.empty')} text={t('inbox.emptyText')} drawing="chat" />
}
