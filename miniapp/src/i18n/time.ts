// Instants as people in China read them: always UTC+8, whatever the phone is set to, and without Intl,
// which WeChat lacks on Android. Pure: `now` is handed in.
import type { Translate } from './index.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
/** China has one time zone and no summer time. */
const CHINA_OFFSET = 8 * HOUR

/** RFC 3339 or epoch ms; NaN when it is neither. */
const msOf = (instant: string | number): number =>
  typeof instant === 'number' ? instant : Date.parse(instant)

const two = (n: number): string => String(n).padStart(2, '0')

const chinaDay = (ms: number): number => Math.floor((ms + CHINA_OFFSET) / DAY)

/** `2026-03-05` */
export function formatDate(instant: string | number): string {
  const local = new Date(msOf(instant) + CHINA_OFFSET)
  if (Number.isNaN(local.getTime())) return ''
  return `${local.getUTCFullYear()}-${two(local.getUTCMonth() + 1)}-${two(local.getUTCDate())}`
}

/** `14:07` */
export function formatClock(instant: string | number): string {
  const local = new Date(msOf(instant) + CHINA_OFFSET)
  if (Number.isNaN(local.getTime())) return ''
  return `${two(local.getUTCHours())}:${two(local.getUTCMinutes())}`
}

/** `2026-03-05 14:07` */
export const formatDateTime = (instant: string | number): string =>
  `${formatDate(instant)} ${formatClock(instant)}`.trim()

/** `今天 14:07`, `昨天 09:30`, else date and time. */
export function formatNear(instant: string | number, now: number, t: Translate): string {
  const away = chinaDay(msOf(instant)) - chinaDay(now)
  const time = formatClock(instant)
  if (away === 0) return t('time.today', { time })
  if (away === 1) return t('time.tomorrow', { time })
  if (away === -1) return t('time.yesterday', { time })
  return formatDateTime(instant)
}

/** `今天`, `昨天`, else the date. */
export function formatDay(instant: string | number, now: number, t: Translate): string {
  const away = chinaDay(msOf(instant)) - chinaDay(now)
  if (away === 0) return t('day.today')
  return away === -1 ? t('day.yesterday') : formatDate(instant)
}

/** A length of time in its two largest units, rounded down: `2 天 3 小时`, `5 分钟`. */
export function formatDuration(ms: number, t: Translate): string {
  if (ms < MINUTE) return t('time.moment')
  const days = Math.floor(ms / DAY)
  const hours = Math.floor((ms % DAY) / HOUR)
  const minutes = Math.floor((ms % HOUR) / MINUTE)
  const parts: string[] = []
  if (days > 0) parts.push(t('time.days', { n: days }))
  if (hours > 0) parts.push(t('time.hours', { n: hours }))
  if (minutes > 0 && days === 0) parts.push(t('time.minutes', { n: minutes }))
  return parts.join(' ')
}

/** `剩余 2 天 3 小时`, or by how much the instant has passed. */
export function formatRemaining(due: string | number, now: number, t: Translate): string {
  const left = msOf(due) - now
  const time = formatDuration(Math.abs(left), t)
  return left >= 0 ? t('time.left', { time }) : t('time.overdue', { time })
}
