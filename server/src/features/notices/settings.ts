// How a person wants to be told: channels by topic, quiet hours, and an e-mail address that is their own.
import type { NoticeSettings } from '@shouhou/shared/contract/notices'
import { type Audience, channelsOf, topicsOf } from '@shouhou/shared/domain/notice-events'
import {
  chosenChannels,
  DEFAULT_QUIET,
  type NoticeChoices,
  type QuietHours,
} from '@shouhou/shared/domain/notice-rule'
import type { Tx } from '../../db/client.ts'
import type { Ctx } from '../../http/context.ts'
import { problem } from '../../http/problems.ts'
import { readerOf } from './inbox.ts'
import { choicesOf, setUp } from './receiver.ts'
import { type SettingsRow, settingsOf, shopperFor } from './receiver-store.ts'
import { lockSettings, updateSettings, useTry } from './settings-store.ts'

const audience = ({ user }: Ctx): Audience => (user.role === 'shopper' ? 'shopper' : 'staff')

/** a***@example.com */
const masked = (address: string) => address.replace(/^(.).*@/, '$1***@')

export async function readSettings(tx: Tx, ctx: Ctx): Promise<NoticeSettings> {
  const rows = await settingsOf(tx, ctx.user.shopId, [ctx.user.id])
  return view(tx, ctx, rows.get(ctx.user.id))
}

async function view(tx: Tx, ctx: Ctx, row: SettingsRow | undefined): Promise<NoticeSettings> {
  const who = audience(ctx)
  const { choices, quiet } = choicesOf(row)
  const open = (sealed: string | null | undefined) =>
    sealed ? masked(ctx.deps.personal.open(sealed)) : null
  return {
    topics: topicsOf(who).map((topic) => ({
      topic,
      channels: [...chosenChannels(who, choices, topic)],
    })),
    channels: await channelStates(tx, ctx, row),
    quiet,
    emailMasked: open(row?.emailSealed),
    wantedEmailMasked: open(row?.wantedEmailSealed),
  }
}

async function channelStates(tx: Tx, ctx: Ctx, row: SettingsRow | undefined) {
  const who = audience(ctx)
  const can = setUp(ctx.deps)
  const shopper = who === 'shopper' ? await shopperFor(tx, ctx.user.shopId, ctx.user.id) : undefined
  const addresses = {
    WECHAT: shopper?.openidSealed,
    EMAIL: row?.emailSealed,
    SMS: shopper?.phoneSealed,
  }
  const consented = who === 'staff' || shopper?.consents.some(({ kind }) => kind === 'NOTICES')
  return channelsOf(who).map((channel) => {
    if (!can[channel]) return { channel, missing: 'not-set-up' as const }
    if (!addresses[channel]) return { channel, missing: 'no-address' as const }
    return { channel, missing: consented ? null : ('no-consent' as const) }
  })
}

const fresh = (now: Date) => ({
  choices: {},
  quietFrom: DEFAULT_QUIET.from,
  quietTo: DEFAULT_QUIET.to,
  updatedAt: now,
})

export async function changeSettings(
  tx: Tx,
  ctx: Ctx,
  wish: {
    readonly topics: NoticeSettings['topics']
    readonly quiet: QuietHours | null
  },
): Promise<NoticeSettings> {
  const possible = channelsOf(audience(ctx))
  const choices: NoticeChoices = Object.fromEntries(
    wish.topics
      .filter(({ topic }) => topicsOf(audience(ctx)).includes(topic))
      .map(({ topic, channels }) => [topic, channels.filter((one) => possible.includes(one))]),
  )
  const row = await lockSettings(tx, readerOf(ctx), fresh(ctx.now))
  const stored = await updateSettings(tx, readerOf(ctx), {
    choices: { ...row.choices, ...choices },
    quietFrom: wish.quiet?.from ?? null,
    quietTo: wish.quiet?.to ?? null,
    updatedAt: ctx.now,
  })
  return view(tx, ctx, stored)
}

const CODE_MS = 15 * 60_000
const RESEND_MS = 60_000
const TRIES = 5

const hashed = ({ deps, user }: Ctx, code: string) =>
  deps.tokens.hash('email-code', `${user.shopId}\n${user.id}\n${code}`)

/** A number everybody can type; the small bias of the remainder does not help guessing in five tries. */
const newCode = ({ deps }: Ctx) =>
  String(deps.ids.random(4).readUInt32BE() % 1_000_000).padStart(6, '0')

/**
 * Remembers the address and sends a code there; a second code within a minute is not sent.
 * @throws `not-offered` without a mail server, `outside-failed` when it did not take the mail.
 */
export async function nameEmail(ctx: Ctx, email: string): Promise<NoticeSettings> {
  const { deps, now } = ctx
  const { mail } = deps
  if (!mail) throw problem('not-offered')
  const code = newCode(ctx)
  const isNew = await ctx.transact(async (tx) => {
    const row = await lockSettings(tx, readerOf(ctx), fresh(now))
    const known = row.wantedEmailSealed && deps.personal.open(row.wantedEmailSealed)
    const lately = row.codeSentAt && now.getTime() - row.codeSentAt.getTime() < RESEND_MS
    if (lately && known === email) return false
    await updateSettings(tx, readerOf(ctx), {
      wantedEmailSealed: deps.personal.seal(email),
      codeHash: hashed(ctx, code),
      codeExpiresAt: new Date(now.getTime() + CODE_MS),
      codeTriesLeft: TRIES,
      codeSentAt: now,
    })
    return true
  })
  if (isNew) {
    const result = await mail.send({ to: email, ...codeLetter(ctx, code), id: deps.ids.id() })
    if (result.outcome !== 'sent') {
      deps.log.error({ why: result.why }, 'a code was not mailed')
      await ctx.transact((tx) => updateSettings(tx, readerOf(ctx), { codeSentAt: null }))
      throw problem('outside-failed')
    }
  }
  return ctx.transact((tx) => readSettings(tx, ctx))
}

const codeLetter = ({ language }: Ctx, code: string) =>
  language === 'en'
    ? { subject: `${code} is your code`, text: `Your code is ${code}. It is good for 15 minutes.` }
    : { subject: `验证码 ${code}`, text: `您的验证码是 ${code}，15 分钟内有效。` }

/** @throws `code-wrong` also when it is too old or was tried too often. */
export async function confirmEmail(ctx: Ctx, code: string): Promise<NoticeSettings> {
  const row = await ctx.transact(async (tx) => {
    const found = (await settingsOf(tx, ctx.user.shopId, [ctx.user.id])).get(ctx.user.id)
    const isOpen = found?.codeExpiresAt != null && found.codeExpiresAt > ctx.now
    // The try counts although what follows may refuse: it is committed by itself.
    return isOpen && (await useTry(tx, readerOf(ctx))) ? found : undefined
  })
  if (!row || row.codeHash !== hashed(ctx, code)) throw problem('code-wrong')
  return ctx.transact(async (tx) => {
    const stored = await updateSettings(tx, readerOf(ctx), {
      emailSealed: row.wantedEmailSealed,
      ...noCode,
      updatedAt: ctx.now,
    })
    return view(tx, ctx, stored)
  })
}

const noCode = { wantedEmailSealed: null, codeHash: null, codeExpiresAt: null, codeTriesLeft: 0 }

export async function removeEmail(tx: Tx, ctx: Ctx): Promise<NoticeSettings> {
  await lockSettings(tx, readerOf(ctx), fresh(ctx.now))
  const gone = { emailSealed: null, ...noCode, updatedAt: ctx.now }
  return view(tx, ctx, await updateSettings(tx, readerOf(ctx), gone))
}
