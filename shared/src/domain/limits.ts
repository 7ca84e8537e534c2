// Every number that a form and a schema share, so that page and server can never disagree.

const MIB = 1024 * 1024

/** Lengths are UTF-16 code units (what JSON Schema implementations and `string.length` count). */
export const LIMITS = {
  /** Photos and videos together, per aftersale. */
  filesPerCase: 9,
  photoBytes: 10 * MIB,
  photoPixels: 40_000_000,
  videoBytes: 50 * MIB,
  videoSeconds: 30,

  /** How often a request may be sent: the first application and every edit count. */
  attempts: 5,
  offers: 3,
  infoRequests: 2,

  /** Links to show one case to family that may work at the same time, and for how many days. */
  shareLinks: 3,
  shareDays: 7,

  linesPerCase: 50,
  quantityPerLine: 9_999,
  linesPerOrder: 200,
  giftsPerOrder: 20,
  /** A SKU, and its place in the list where one comes twice. */
  giftRefLength: 68,
  ordersPerBatch: 500,

  descriptionLength: 500,
  reasonTextLength: 200,
  noteLength: 2_000,
  messageLength: 2_000,
  questionLength: 200,
  refLength: 64,
  nameLength: 60,
  addressLength: 200,
  accountLength: 60,
  passwordMinLength: 10,
  passwordLength: 128,
  titleLength: 120,
  bodyLength: 5_000,
  searchLength: 60,
  waybillMinLength: 8,
  waybillLength: 24,

  ratingMin: 1,
  ratingMax: 5,
  ratingTags: 6,
  ratingCommentLength: 500,
  /** Days after completion in which a shopper may rate. */
  ratingWindowDays: 15,

  /** Filters of the queue that one person keeps. */
  savedFilters: 20,
  /** Ready words of one shop, over all actions and languages. */
  replyTemplates: 200,

  /** Days that charts look back. */
  figureDays: 30,

  /** Rows of an exported file; Excel opens 1 048 576. */
  exportRows: 1_000_000,
  /** Exports of a shop that are not finished yet. */
  exportsAtOnce: 5,

  pageSize: 20,
  pageSizeMax: 100,

  /** Largest single amount, in fen (10 million yuan). */
  amountFen: 1_000_000_000,
} as const
export type LimitName = keyof typeof LIMITS
