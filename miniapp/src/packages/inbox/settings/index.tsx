// How I want to be told: channels for each topic, quiet hours, my e-mail address.
import type { Me } from '@shouhou/shared/contract/auth'
import type { NoticeSettings } from '@shouhou/shared/contract/notices'
import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { rememberMe } from '../../../api/session.ts'
import { notify } from '../../../components/ask.ts'
import { Card } from '../../../components/card.tsx'
import { Chips } from '../../../components/chips.tsx'
import { Page } from '../../../components/page.tsx'
import { PRIVACY_VERSION } from '../../../components/privacy.tsx'
import { SignedIn } from '../../../components/signed-in.tsx'
import { QueryView } from '../../../components/states.tsx'
import { Tick } from '../../../components/tick.tsx'
import { useApi } from '../../../hooks/use-api.ts'
import { useCommand } from '../../../hooks/use-command.ts'
import { errorText } from '../../../i18n/error-text.ts'
import { useT } from '../../../i18n/index.ts'
import { EmailCard } from './email-card.tsx'
import './index.scss'
import { chipsOfTopic, clockOf, quietChoices, toggled } from './choices.ts'

export default function NoticeSettingsPage(): ReactNode {
  return (
    <Page title="noticeSet.title">
      <SignedIn>{(me) => <Settings me={me} />}</SignedIn>
    </Page>
  )
}

function Settings({ me }: { readonly me: Me }): ReactNode {
  const query = useApi('GET /me/notice-settings', {})
  return (
    <QueryView query={query}>
      {(settings) => (
        <>
          {me.role === 'shopper' && <ConsentCard me={me} />}
          <TopicsCard settings={settings} />
          <QuietCard settings={settings} />
          <EmailCard settings={settings} />
        </>
      )}
    </QueryView>
  )
}

/** Saves at once: each tap is small and can be taken back by another. */
function useSaving(settings: NoticeSettings) {
  const t = useT()
  const save = useCommand('PUT /me/notice-settings', { changes: ['me'] })
  return (change: Partial<Pick<NoticeSettings, 'topics' | 'quiet'>>) => {
    if (save.isPending) return
    const { topics, quiet } = { ...settings, ...change }
    save.mutate({ body: { topics, quiet } }, { onError: (error) => notify(errorText(error, t)) })
  }
}

function ConsentCard({ me }: { readonly me: Me }): ReactNode {
  const t = useT()
  const change = useCommand('PUT /me', { changes: ['me'], onDone: rememberMe })
  const given = me.consents.some(({ kind }) => kind === 'NOTICES')
  const set = (agreed: boolean) => {
    if (change.isPending) return
    const consent = { kind: 'NOTICES' as const, version: PRIVACY_VERSION, agreed }
    change.mutate({ body: { consent } }, { onError: (error) => notify(errorText(error, t)) })
  }
  return (
    <Card>
      <Tick on={given} onChange={set}>
        {t('noticeSet.consent')}
      </Tick>
      <Text className="field__hint">{t('noticeSet.always')}</Text>
    </Card>
  )
}

function TopicsCard({ settings }: { readonly settings: NoticeSettings }): ReactNode {
  const t = useT()
  const save = useSaving(settings)
  return (
    <Card title={t('noticeSet.topics')}>
      {settings.topics.map((choice) => (
        <View key={choice.topic} className="topic">
          <View className="topic__words">
            <Text>{t(`noticeTopic.${choice.topic}`)}</Text>
            {choice.channels.length === 0 && (
              <Text className="field__hint">{t('noticeSet.nowhere')}</Text>
            )}
          </View>
          <Chips
            chips={chipsOfTopic(settings, t)}
            chosen={choice.channels}
            onPress={(channel) => save({ topics: toggled(settings.topics, choice.topic, channel) })}
          />
        </View>
      ))}
    </Card>
  )
}

function QuietCard({ settings }: { readonly settings: NoticeSettings }): ReactNode {
  const t = useT()
  const save = useSaving(settings)
  const choices = quietChoices(settings.quiet)
  const label = (quiet: NoticeSettings['quiet']) =>
    quiet ? `${clockOf(quiet.from)}–${clockOf(quiet.to)}` : t('noticeSet.noQuiet')
  const keyOf = (quiet: NoticeSettings['quiet']) => (quiet ? `${quiet.from}-${quiet.to}` : 'none')
  return (
    <Card title={t('noticeSet.quiet')}>
      <Chips
        chips={choices.map((quiet) => ({ value: keyOf(quiet), label: label(quiet) }))}
        chosen={[keyOf(settings.quiet)]}
        onPress={(value) => save({ quiet: choices.find((one) => keyOf(one) === value) ?? null })}
      />
      <Text className="field__hint">{t('noticeSet.quietHint')}</Text>
    </Card>
  )
}
