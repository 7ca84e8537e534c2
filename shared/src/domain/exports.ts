// Words of exports: which lists leave as files, in which formats, how far one is.

export const EXPORT_LISTS = ['aftersales', 'refunds', 'orders', 'ratings', 'unanswered'] as const
export type ExportList = (typeof EXPORT_LISTS)[number]

export const EXPORT_FORMATS = ['xlsx', 'csv'] as const
export type ExportFormat = (typeof EXPORT_FORMATS)[number]

/** REMOVED: it was there for a day. The row stays, and tells who took what. */
export const EXPORT_STATES = ['WAITING', 'RUNNING', 'READY', 'FAILED', 'REMOVED'] as const
export type ExportState = (typeof EXPORT_STATES)[number]
