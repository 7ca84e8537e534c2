// The rule of notices: by which channels a person is told and when, and right before sending whether
// there is still something to say. Pure: facts and the time in, decisions with their reason out.
import { DAY } from './china-time.ts'
import {
  type Audience,
  audienceOf,
  channelsOf,
  type NoticeChannel,
  type NoticeEvent,
  type NoticeTopic,
  noticeRule,
} from './notice-events.ts'

/** Minutes after midnight in China; from 22:00 to 08:00 is `{ from: 1320, to: 480 }`. */
export interface QuietHours {
  readonly from: number
  readonly to: number
}
export const DEFAULT_QUIET: QuietHours = { from: 22 * 60, to: 8 * 60 }
const MINUTE = 60_000
const DAY_MINUTES = 24 * 60
const CHINA_OFFSET = 8 * 60

/** Chosen channels by topic; topics that are not named follow {@link DEFAULT_CHOICES}. */
export type NoticeChoices = Partial<Record<NoticeTopic, readonly NoticeChannel[]>>

/** Short messages cost the shop money and wake people: they are for those who ask for them. */
export const DEFAULT_CHOICES: Readonly<Record<Audience, NoticeChoices>> = {
  shopper: {
    PROGRESS: ['WECHAT', 'EMAIL'],
    MONEY: ['WECHAT', 'EMAIL'],
    DEADLINES: ['WECHAT', 'EMAIL'],
    TALK: ['WECHAT', 'EMAIL'],
    RATING: ['WECHAT'],
  },
  staff: { WORK: [], MONEY: ['EMAIL'], DEADLINES: ['EMAIL'], TALK: [] },
}

export const chosenChannels = (
  audience: Audience,
  choices: NoticeChoices,
  topic: NoticeTopic,
): readonly NoticeChannel[] => choices[topic] ?? DEFAULT_CHOICES[audience][topic] ?? []

/** Whether a channel could reach the person now, or what is missing for it. */
export type Reach = 'ok' | 'not-set-up' | 'no-address' | 'no-template' | 'no-grant'

/** What is known of the person who is to be told. */
export interface Receiver {
  readonly choices: NoticeChoices
  /** Null: reachable at any hour. */
  readonly quiet: QuietHours | null
  /** Kinds of consent given; staff need none for what their work asks of them. */
  readonly consents: readonly string[]
  readonly reach: Readonly<Record<NoticeChannel, Reach>>
}

export type SilentWhy = Exclude<Reach, 'ok'> | 'not-chosen' | 'no-consent'
/** Either `sendAfter` (epoch ms), or `why` there is nothing to send. */
export type ChannelPlan =
  | { readonly channel: NoticeChannel; readonly send: true; readonly sendAfter: number }
  | { readonly channel: NoticeChannel; readonly send: false; readonly why: SilentWhy }

/** When the quiet hours that `now` lies in end; `now` itself outside of them. Equal ends: never quiet. */
export function quietUntil(quiet: QuietHours | null, now: number): number {
  if (quiet === null || quiet.from === quiet.to) return now
  const minute = (Math.floor(now / MINUTE) + CHINA_OFFSET) % DAY_MINUTES
  const since = (minute - quiet.from + DAY_MINUTES) % DAY_MINUTES
  const length = (quiet.to - quiet.from + DAY_MINUTES) % DAY_MINUTES
  if (since >= length) return now
  return Math.floor(now / MINUTE) * MINUTE + (length - since) * MINUTE
}

/** Somebody who is in the app right now sees the answer there. */
const TALK_PATIENCE = MINUTE

interface Plan {
  readonly event: NoticeEvent
  /** What is asked for must be done by then (epoch ms); null when nothing ends. */
  readonly dueAt: number | null
}

/** A notice waits for the end of quiet hours, unless its deadline ends sooner. */
function earliest({ event, dueAt }: Plan, quiet: QuietHours | null, now: number): number {
  const ready = noticeRule(event).topic === 'TALK' ? now + TALK_PATIENCE : now
  const end = quietUntil(quiet, ready)
  return dueAt !== null && dueAt <= end ? ready : end
}

function silence(event: NoticeEvent, receiver: Receiver, channel: NoticeChannel): SilentWhy | null {
  const audience = audienceOf(event)
  const { topic } = noticeRule(event)
  if (!chosenChannels(audience, receiver.choices, topic).includes(channel)) return 'not-chosen'
  const consent = topic === 'RATING' ? 'CARE_MESSAGES' : 'NOTICES'
  if (audience === 'shopper' && !receiver.consents.includes(consent)) return 'no-consent'
  const reach = receiver.reach[channel]
  return reach === 'ok' ? null : reach
}

/** For each channel that reaches such readers: when to send, or why not. */
export function planChannels(plan: Plan, receiver: Receiver, now: number): ChannelPlan[] {
  return channelsOf(audienceOf(plan.event)).map((channel) => {
    const why = silence(plan.event, receiver, channel)
    if (why) return { channel, send: false, why }
    return { channel, send: true, sendAfter: earliest(plan, receiver.quiet, now) }
  })
}

/** What a notice speaks of. */
export type NoticeSource =
  | { readonly kind: 'case'; readonly seq: number }
  | { readonly kind: 'timer'; readonly dueAt: number }
  | { readonly kind: 'rating' }
  | { readonly kind: 'answer'; readonly seq: number }
  | { readonly kind: 'queue' }

/** How that stands now. */
export interface SourceNow {
  /** Number of the last step that changed the status of the case. */
  readonly lastMoveSeq: number
  /** When the clock of the notice ends, as long as it runs (epoch ms). */
  readonly timerDueAt: number | null
  readonly rated: boolean
  /** Last message the shopper has seen. */
  readonly shopperReadSeq: number
  /** The conversation still waits for a person. */
  readonly queued: boolean
}

export type OverWhy = 'moved-on' | 'deadline-gone' | 'rated' | 'answer-read' | 'taken'

/** Why there is nothing left to say, or null while it still holds. */
export function overWhy(source: NoticeSource, current: SourceNow, now: number): OverWhy | null {
  switch (source.kind) {
    case 'case':
      return current.lastMoveSeq > source.seq ? 'moved-on' : null
    case 'timer':
      return current.timerDueAt === source.dueAt && source.dueAt > now ? null : 'deadline-gone'
    case 'rating':
      return current.rated ? 'rated' : null
    case 'answer':
      return current.shopperReadSeq >= source.seq ? 'answer-read' : null
    case 'queue':
      return current.queued ? null : 'taken'
  }
}

/** A message older than this helps nobody any more; the inbox keeps it. */
export const TOO_LATE = 2 * DAY

export type DropWhy = OverWhy | SilentWhy | 'read-in-inbox' | 'too-late'
export type LastCheck =
  | { readonly act: 'send' }
  | { readonly act: 'wait'; readonly until: number }
  | { readonly act: 'drop'; readonly why: DropWhy }

export interface Outgoing extends Plan {
  readonly channel: NoticeChannel
  readonly source: NoticeSource
  readonly createdAt: number
  /** Read in the inbox before this went out. */
  readonly isRead: boolean
}

/** The last look before a message leaves; everything may have changed since it was planned. */
export function checkBeforeSending(
  outgoing: Outgoing,
  current: SourceNow,
  receiver: Receiver,
  now: number,
): LastCheck {
  const over = overWhy(outgoing.source, current, now)
  if (over) return { act: 'drop', why: over }
  if (outgoing.isRead) return { act: 'drop', why: 'read-in-inbox' }
  if (now - outgoing.createdAt > TOO_LATE) return { act: 'drop', why: 'too-late' }
  const why = silence(outgoing.event, receiver, outgoing.channel)
  if (why) return { act: 'drop', why }
  const end = quietUntil(receiver.quiet, now)
  const { dueAt } = outgoing
  return end > now && (dueAt === null || dueAt > end)
    ? { act: 'wait', until: end }
    : { act: 'send' }
}

const FIRST_RETRY = 30_000
const LONGEST_RETRY = 60 * MINUTE
/** Tries after which a message counts as undeliverable. */
export const SEND_ATTEMPTS = 8

/** Pause after the n-th failed try (from 1): doubling, spread by `random` (0 to 1) over half of it. */
export const retryDelay = (attempts: number, random: number): number => {
  const full = Math.min(FIRST_RETRY * 2 ** (attempts - 1), LONGEST_RETRY)
  return Math.round(full / 2 + (full / 2) * random)
}
