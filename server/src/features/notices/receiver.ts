// A reader as the rule sees them: choices, quiet hours, consents, and which channels could reach them.

import { audienceOf, type NoticeEvent } from '@shouhou/shared/domain/notice-events'
import { DEFAULT_QUIET, type Reach, type Receiver } from '@shouhou/shared/domain/notice-rule'
import type { NoticeLanguage } from '@shouhou/shared/domain/notice-text'
import type { Tx } from '../../db/client.ts'
import type { Deps } from '../../deps.ts'
import {
  grantsLeft,
  languageOfAccount,
  type SettingsRow,
  settingsOf,
  shopperFor,
  type TemplateRow,
  templateOf,
} from './receiver-store.ts'

/** A receiver with the sealed addresses a message needs. */
export interface Reachable extends Receiver {
  readonly language: NoticeLanguage
  readonly openidSealed: string | null
  readonly phoneSealed: string | null
  readonly emailSealed: string | null
  readonly template: TemplateRow | undefined
}

/** Who has never touched the settings has the defaults. */
export const choicesOf = (row: SettingsRow | undefined): Pick<Receiver, 'choices' | 'quiet'> => {
  if (!row) return { choices: {}, quiet: DEFAULT_QUIET }
  const { quietFrom, quietTo } = row
  const quiet = quietFrom === null || quietTo === null ? null : { from: quietFrom, to: quietTo }
  return { choices: row.choices, quiet }
}

/** What the installation can send by at all. */
export const setUp = ({ config, mail, sms }: Deps) => ({
  WECHAT: config.wechatAppId !== '',
  EMAIL: mail !== null,
  SMS: sms.sendsNotices,
})

export const languageFrom = (language: string | undefined): NoticeLanguage =>
  language === 'en' ? 'en' : 'zh-CN'

const addressed = (isSetUp: boolean, address: string | null): Reach =>
  isSetUp ? (address === null ? 'no-address' : 'ok') : 'not-set-up'

/** Readers of one event, by their id. Staff are read together; an event has one shopper at most. */
export async function receiversOf(
  tx: Tx,
  deps: Deps,
  shopId: string,
  event: NoticeEvent,
  readerIds: readonly string[],
): Promise<ReadonlyMap<string, Reachable>> {
  const settings = await settingsOf(tx, shopId, readerIds)
  const found = new Map<string, Reachable>()
  for (const id of readerIds) {
    const row = settings.get(id)
    const reachable =
      audienceOf(event) === 'shopper'
        ? await shopperReceiver(tx, deps, shopId, event, id, row)
        : staffReceiver(deps, row)
    if (reachable) found.set(id, reachable)
  }
  return found
}

function staffReceiver(deps: Deps, row: SettingsRow | undefined): Reachable {
  const emailSealed = row?.emailSealed ?? null
  return {
    ...choicesOf(row),
    consents: [],
    reach: {
      WECHAT: 'not-set-up',
      EMAIL: addressed(setUp(deps).EMAIL, emailSealed),
      SMS: 'not-set-up',
    },
    language: 'zh-CN',
    openidSealed: null,
    phoneSealed: null,
    emailSealed,
    template: undefined,
  }
}

async function shopperReceiver(
  tx: Tx,
  deps: Deps,
  shopId: string,
  event: NoticeEvent,
  id: string,
  row: SettingsRow | undefined,
): Promise<Reachable | undefined> {
  const shopper = await shopperFor(tx, shopId, id)
  if (!shopper) return undefined
  const template = await templateOf(tx, shopId, event)
  const { openidSealed, phoneSealed } = shopper
  const emailSealed = row?.emailSealed ?? null
  const can = setUp(deps)
  const wechat = addressed(can.WECHAT, openidSealed)
  return {
    ...choicesOf(row),
    consents: shopper.consents.map(({ kind }) => kind),
    reach: {
      WECHAT: wechat === 'ok' ? await subscribed(tx, shopId, id, template) : wechat,
      EMAIL: addressed(can.EMAIL, emailSealed),
      SMS: addressed(can.SMS, phoneSealed),
    },
    language: languageFrom(shopper.language),
    openidSealed,
    phoneSealed,
    emailSealed,
    template,
  }
}

async function subscribed(
  tx: Tx,
  shopId: string,
  readerId: string,
  template: TemplateRow | undefined,
): Promise<Reach> {
  const templateId = template?.wechatTemplateId
  if (!templateId) return 'no-template'
  return (await grantsLeft(tx, shopId, readerId, templateId)) > 0 ? 'ok' : 'no-grant'
}

/** The language of a member of staff, for a message about to leave. */
export const staffLanguage = async (tx: Tx, accountId: string): Promise<NoticeLanguage> =>
  languageFrom(await languageOfAccount(tx, accountId))
