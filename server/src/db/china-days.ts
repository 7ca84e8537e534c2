// Calendar days of China, as queries name them, against columns that hold instants.
import { dayNumber, startOfChinaDay } from '@shouhou/shared/domain/china-time'
import { type Column, type SQL, sql } from 'drizzle-orm'

/** First instant of a day written as `2026-03-01`, moved by `later` days. */
export const startOfDay = (day: string, later = 0): Date =>
  new Date(startOfChinaDay(dayNumber(day) + later))

/** The column lies on this day. */
export const onDay = (column: Column, day: string): SQL =>
  sql`(${column} >= ${sql.param(startOfDay(day), column)} and ${column} < ${sql.param(startOfDay(day, 1), column)})`
