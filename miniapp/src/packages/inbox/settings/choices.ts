// What the settings page offers and how a tap changes it. Pure.
import type { NoticeSettings } from '@shouhou/shared/contract/notices'
import type { NoticeChannel, NoticeTopic } from '@shouhou/shared/domain/notice-events'
import type { Chip } from '../../../components/chips.tsx'
import type { Translate } from '../../../i18n/index.ts'

type Topics = NoticeSettings['topics']
type Quiet = NoticeSettings['quiet']

/** 480 → 08:00 */
export const clockOf = (minutes: number): string =>
  [Math.floor(minutes / 60), minutes % 60].map((n) => String(n).padStart(2, '0')).join(':')

const USUAL: readonly Quiet[] = [
  { from: 22 * 60, to: 8 * 60 },
  { from: 21 * 60, to: 9 * 60 },
  { from: 23 * 60, to: 7 * 60 },
  null,
]

/** The usual ones, and the own one where it is another. */
export const quietChoices = (own: Quiet): readonly Quiet[] =>
  USUAL.some((one) => one?.from === own?.from && one?.to === own?.to) ? USUAL : [...USUAL, own]

export const toggled = (topics: Topics, topic: NoticeTopic, channel: NoticeChannel): Topics =>
  topics.map((choice) => {
    if (choice.topic !== topic) return choice
    const { channels } = choice
    const next = channels.includes(channel)
      ? channels.filter((one) => one !== channel)
      : [...channels, channel]
    return { topic, channels: next }
  })

/** Channels that this installation has; those that something is missing for say what. */
export const chipsOfTopic = (settings: NoticeSettings, t: Translate): Chip<NoticeChannel>[] =>
  settings.channels
    .filter(({ missing }) => missing !== 'not-set-up')
    .map(({ channel, missing }) => {
      const note = missing === 'no-address' ? { note: t('noticeSet.missing.no-address') } : {}
      return { value: channel, label: t(`noticeChannel.${channel}`), ...note }
    })
