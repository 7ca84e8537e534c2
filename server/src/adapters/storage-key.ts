// Names of stored files. Made by the server from generated ids, never from what a client sent, and
// of so few characters that no name can leave its folder or mean something else to S3.

/** What may be stored at all, by the extension of the key; nothing else is ever served. */
const CONTENT_TYPES = {
  jpg: 'image/jpeg',
  mp4: 'video/mp4',
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const

export type StoredType = (typeof CONTENT_TYPES)[keyof typeof CONTENT_TYPES]

/** One to six segments of lower-case letters, digits and dashes, then a known extension. */
const KEY = /^[a-z0-9][a-z0-9-]{0,63}(?:\/[a-z0-9][a-z0-9-]{0,63}){0,5}\.(jpg|mp4|csv|xlsx)$/

export const isStorageKey = (key: string): boolean => KEY.test(key)

/** The content type that belongs to a key. Throws a TypeError for what is no key: a defect. */
export function contentTypeOf(key: string): StoredType {
  const extension = KEY.exec(key)?.[1] as keyof typeof CONTENT_TYPES | undefined
  if (extension === undefined) throw new TypeError('Not a storage key')
  return CONTENT_TYPES[extension]
}
