// Where photos and videos rest. Two drivers, one contract (tests/media/storage-contract.test.ts):
// a local folder and any service that speaks S3. The API serves the bytes itself in both cases, so
// that an address stays bound to its viewer.
import type { Readable } from 'node:stream'
import type { StoredType } from './storage-key.ts'

/** First and last byte, both included, counted from 0. */
export type ByteRange = { start: number; end: number }

export type StoredObject = {
  /** Read it to the end or destroy it, it holds a file or a connection. */
  stream: Readable
  /** Of the whole object. */
  totalBytes: number
  /** What the stream gives; the end is cut to the last byte there is. */
  range: ByteRange
  contentType: StoredType
}

export type Listed = { key: string; bytes: number; modifiedAt: Date }

/** All methods throw {@link StorageUnavailable} if the place does not answer as it should. */
export type Storage = {
  /**
   * Stores a file (by absolute path) or bytes under `key`, whole or not at all, and replaces what
   * was there. Resolves once it is safe on disk. The hash (SHA-256, hex) is for the row that
   * refers to the object. Empty objects are refused with a TypeError.
   */
  put: (key: string, body: string | Uint8Array) => Promise<{ bytes: number; sha256: string }>
  /** `undefined` if there is no such object; a RangeError if the range starts behind its end. */
  open: (key: string, range?: ByteRange) => Promise<StoredObject | undefined>
  /** Also fine if there is nothing to remove. */
  remove: (key: string) => Promise<void>
  /** All objects whose key starts so, in no order; for finding those that no row refers to. */
  list: (prefix?: string) => AsyncIterable<Listed>
  /** Resolves if the place can be used; for the start and `/readyz`. */
  check: () => Promise<void>
}

/** The folder or service failed; the caller may try again later. */
export class StorageUnavailable extends Error {
  override readonly name = 'StorageUnavailable'
}

/**
 * An HTTP `Range` header against an object of `totalBytes`: one range to send with 206, `whole`
 * for 200 (no header, several ranges, or one not understood, which RFC 9110 lets a server ignore),
 * or `unsatisfiable` for 416.
 */
export function resolveRange(
  header: string | undefined,
  totalBytes: number,
): ByteRange | 'whole' | 'unsatisfiable' {
  const match = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header?.trim() ?? '')
  const [, first = '', last = ''] = match ?? []
  if (first === '' && last === '') return 'whole'
  const start = first === '' ? Math.max(0, totalBytes - Number(last)) : Number(first)
  const end = first === '' || last === '' ? totalBytes - 1 : Number(last)
  if (first !== '' && last !== '' && end < start) return 'whole'
  return start >= totalBytes ? 'unsatisfiable' : { start, end: Math.min(end, totalBytes - 1) }
}
