// Days as the law counts them: calendar days in China, which is UTC+8 all year round.

export const HOUR = 3_600_000
export const DAY = 24 * HOUR

const OFFSET = 8 * HOUR

/** Number of the Chinese calendar day that an instant falls on (days since 1970-01-01). */
export const chinaDay = (instant: number): number => Math.floor((instant + OFFSET) / DAY)

/** `2026-03-01` for a numbered Chinese calendar day. */
export const dayText = (day: number): string => new Date(day * DAY).toISOString().slice(0, 10)

/** Number of the day written as `2026-03-01`; NaN when it is no day. */
export const dayNumber = (text: string): number => Date.parse(`${text}T00:00:00.000Z`) / DAY

/** First instant of a numbered Chinese calendar day. */
export const startOfChinaDay = (day: number): number => day * DAY - OFFSET

/**
 * Last millisecond of a period of `days` that starts on the day AFTER `instant`
 * (七日无理由退货暂行办法 art. 10): signed on the 1st, seven days end with the 8th, 23:59:59.999.
 */
export const endOfPeriod = (instant: number, days: number): number =>
  startOfChinaDay(chinaDay(instant) + days + 1) - 1
