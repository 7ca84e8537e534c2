// The storage that the configuration names.
import type { Config } from '../config.ts'
import type { Storage } from './storage.ts'
import { createLocalStorage } from './storage-local.ts'
import { createS3Storage } from './storage-s3.ts'

type StorageConfig = Pick<
  Config,
  | 'storage'
  | 'storageDir'
  | 's3Endpoint'
  | 's3Region'
  | 's3Addressing'
  | 's3Bucket'
  | 's3AccessKey'
  | 's3SecretKey'
>

/** `now` is the real time even where the rules run on another clock: S3 compares it with its own. */
export function openStorage(config: StorageConfig, now: () => Date): Storage {
  if (config.storage === 'local') return createLocalStorage({ root: config.storageDir })
  return createS3Storage({
    endpoint: config.s3Endpoint,
    region: config.s3Region,
    addressing: config.s3Addressing,
    bucket: config.s3Bucket,
    accessKey: config.s3AccessKey,
    secretKey: config.s3SecretKey,
    now,
  })
}
