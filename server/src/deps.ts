// Composition root: everything the features need from outside, built once, passed as an argument.
import type { Logger } from 'pino'
import { type Mail, makeMail } from './adapters/mail.ts'
import { createSignedAddresses, type SignedAddresses } from './adapters/signed-address.ts'
import { aliyunSms, logSms, noSms, type Sms } from './adapters/sms.ts'
import type { Storage } from './adapters/storage.ts'
import { openStorage } from './adapters/storage-open.ts'
import { makeWeChat, type WeChat } from './adapters/wechat.ts'
import { makeWeChatMessages, type WeChatMessages } from './adapters/wechat-messages.ts'
import { type Clock, type Ids, systemClock, systemIds } from './clock.ts'
import type { Config } from './config.ts'
import { makePersonalData, type PersonalData } from './crypto/personal-data.ts'
import { makeTokens, type Tokens } from './crypto/tokens.ts'
import { type Db, openDb } from './db/client.ts'
import { type AnswerCache, makeAnswerCache } from './features/faq/answers.ts'
import { type DraftBench, makeDraftBench } from './features/faq/drafts.ts'
import { type Live, openLive } from './live/live.ts'
import { createPhotos, type Photos } from './media/photo.ts'

export interface Deps {
  readonly config: Config
  readonly clock: Clock
  readonly ids: Ids
  readonly db: Db
  readonly log: Logger
  readonly storage: Storage
  readonly photos: Photos
  readonly addresses: SignedAddresses
  readonly wechat: WeChat
  /** Subscribe messages. */
  readonly wechatMessages: WeChatMessages
  readonly sms: Sms
  /** Null when no mail server is set up. */
  readonly mail: Mail | null
  /** Encrypts and blind-indexes phones, names and addresses. */
  readonly personal: PersonalData
  /** Signs and checks the short tokens of ours: refresh tokens, live tickets. */
  readonly tokens: Tokens
  readonly live: Live
  /** The bot's memory of each shop. */
  readonly answers: AnswerCache
  /** Where entries are tried before they are saved. */
  readonly drafts: DraftBench
}

/** What tests replace: time, and the sender of codes. */
export interface Replacements {
  readonly clock?: Clock
  readonly ids?: Ids
  readonly sms?: Sms
}

function openSms(config: Config, log: Logger): Sms {
  if (config.smsSender === 'log') return logSms(log)
  if (config.smsSender === 'off') return noSms
  const options = {
    url: config.aliyunSmsUrl,
    accessKeyId: config.aliyunAccessKeyId,
    accessKeySecret: config.aliyunAccessKeySecret,
    signName: config.smsSignName,
    // The provider compares with its own time: a request that is fifteen minutes off is refused.
    now: () => new Date(),
  }
  return aliyunSms(options, { code: config.smsCodeTemplate, notice: config.smsNoticeTemplate })
}

/** Opens everything. Close with {@link closeDeps}. */
export function openDeps(config: Config, log: Logger, replaced: Replacements = {}): Deps {
  const ids = replaced.ids ?? systemIds
  const clock = replaced.clock ?? systemClock
  const onError = (err: Error) => log.error({ err }, 'database connection lost')
  const tokens = makeTokens(config.tokenKey)
  const db = openDb({
    url: config.databaseUrl,
    poolMax: config.poolMax,
    prepared: config.preparedStatements === 'on',
    onError,
  })
  return {
    config,
    log,
    ids,
    clock,
    db,
    storage: openStorage(config, () => new Date()),
    photos: createPhotos(),
    addresses: createSignedAddresses([tokens.addressKey]),
    wechat: makeWeChat({
      url: config.wechatUrl,
      appId: config.wechatAppId,
      secret: config.wechatSecret,
    }),
    wechatMessages: makeWeChatMessages({
      url: config.wechatUrl,
      appId: config.wechatAppId,
      secret: config.wechatSecret,
      now: () => clock.now().getTime(),
    }),
    sms: replaced.sms ?? openSms(config, log),
    mail: config.smtpUrl === '' ? null : makeMail({ url: config.smtpUrl, from: config.mailFrom }),
    personal: makePersonalData(config.personalKey, ids),
    tokens,
    live: openLive(config.databaseUrl, onError),
    answers: makeAnswerCache(db),
    drafts: makeDraftBench(),
  }
}

export async function closeDeps(deps: Deps): Promise<void> {
  deps.mail?.close()
  await deps.live.close()
  await deps.db.close()
}
