// Figures of days that are over, so that nobody counts them again.
import { integer, pgTable, primaryKey } from 'drizzle-orm/pg-core'
import { fen, shopId } from '../../db/columns.ts'

/**
 * One row a shop and day in China, written by whoever first looks at a day that is over. What it counts
 * (applications, decisions, payouts, ratings) is dated when it happens and never changes afterwards, so a
 * row is right for good. Counters kept up by every event would make all writers of a shop wait for each
 * other on today's row; this costs them nothing.
 */
export const dailyFigures = pgTable(
  'daily_figures',
  {
    shopId: shopId(),
    /** Number of the day, as `chinaDay` counts. */
    day: integer('day').notNull(),
    created: integer('created').notNull(),
    byPolicy: integer('by_policy').notNull(),
    byPeople: integer('by_people').notNull(),
    refunds: integer('refunds').notNull(),
    refundedFen: fen('refunded_fen').notNull(),
    ratings: integer('ratings').notNull(),
    /** Sum of the overall stars. */
    stars: integer('stars').notNull(),
  },
  (t) => [primaryKey({ columns: [t.shopId, t.day] })],
)
