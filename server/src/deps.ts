// Everything the features need from outside, built once and passed as an argument.
import type { Logger } from 'pino'
import type { Sms } from './adapters/sms.ts'
import type { Storage } from './adapters/storage.ts'
import type { WeChat } from './adapters/wechat.ts'
import type { Clock, Ids } from './clock.ts'
import type { Config } from './config.ts'
import type { PersonalData } from './crypto/personal-data.ts'
import type { Tokens } from './crypto/tokens.ts'
import type { Db } from './db/client.ts'
import type { Live } from './live/live.ts'

export interface Deps {
  readonly config: Config
  readonly clock: Clock
  readonly ids: Ids
  readonly db: Db
  readonly log: Logger
  readonly storage: Storage
  readonly wechat: WeChat
  readonly sms: Sms
  /** Encrypts, masks and blind-indexes phones, names and addresses. */
  readonly personal: PersonalData
  /** Signs and checks the short tokens of ours: refresh tokens, tickets, addresses. */
  readonly tokens: Tokens
  readonly live: Live
}
