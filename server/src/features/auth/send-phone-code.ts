// Sends a one-time code. The answer is the same whether or not the phone is known.
import { chinaDay } from '@shouhou/shared/domain/china-time'
import type { Ids } from '../../clock.ts'
import type { Tx } from '../../db/client.ts'
import type { Deps } from '../../deps.ts'
import type { BaseCtx } from '../../http/context.ts'
import { problem, say } from '../../http/problems.ts'
import { findShopBySlug } from './person-store.ts'
import { allowResend, countSent, lockPhoneCode, putPhoneCode } from './phone-code-store.ts'

const VALID_MS = 5 * 60_000
const RESEND_MS = 60_000
const TRIES = 5
const A_DAY = 10

interface Sent {
  readonly expiresAt: string
  readonly resendAt: string
}

/** Throws `not-found` for the shop, `rate-limited` after ten codes a day, `outside-failed`. */
export async function sendPhoneCode(
  { deps, now }: BaseCtx,
  body: { shop: string; phone: string },
): Promise<Sent> {
  const phoneIndex = deps.personal.blindIndex('phone', body.phone)
  const code = sixDigits(deps.ids)
  const result = await deps.db.transact('platform', async (tx) => {
    const shop = await findShopBySlug(tx, body.shop)
    if (!shop) throw problem('not-found')
    return { shop, ...(await store(deps, tx, shop.id, phoneIndex, code, now)) }
  })
  if (result.fresh) {
    await deps.sms.sendCode(body.phone, code).catch(async (err: unknown) => {
      deps.log.error({ err }, 'a one-time code was not sent')
      await deps.db.transact('platform', (tx) => allowResend(tx, result.shop.id, phoneIndex))
      throw problem('outside-failed')
    })
  }
  return {
    expiresAt: result.expiresAt.toISOString(),
    resendAt: new Date(result.sentAt.getTime() + RESEND_MS).toISOString(),
  }
}

/** Stores the code; `fresh` is false when one was sent less than a minute ago, which then stands. */
async function store(
  deps: Deps,
  tx: Tx,
  shopId: string,
  phoneIndex: string,
  code: string,
  now: Date,
) {
  const last = await lockPhoneCode(tx, shopId, phoneIndex)
  const resendBefore = new Date(now.getTime() - RESEND_MS)
  if (last && last.sentAt > resendBefore) return { ...last, fresh: false }
  const day = String(chinaDay(now.getTime()))
  if ((await countSent(tx, phoneIndex, day)) >= A_DAY) {
    const detail = say('今天的验证码次数已用完，请明天再试', 'No more codes today, try tomorrow')
    throw problem('rate-limited', { detail })
  }
  const row = {
    shopId,
    phoneIndex,
    codeHash: hashCode(deps, shopId, phoneIndex, code),
    triesLeft: TRIES,
    sentAt: now,
    expiresAt: new Date(now.getTime() + VALID_MS),
    day,
    sentToday: last?.day === day ? last.sentToday + 1 : 1,
    usedAt: null,
    usedBy: null,
  }
  const fresh = await putPhoneCode(tx, row, resendBefore)
  return { ...row, fresh }
}

/** What is stored of a code. */
export const hashCode = (deps: Deps, shopId: string, phoneIndex: string, code: string) =>
  deps.tokens.hash('phone-code', `${shopId}\n${phoneIndex}\n${code}`)

/** Every code equally likely: numbers above the last full million are drawn again. */
function sixDigits(ids: Ids): string {
  for (;;) {
    const drawn = ids.random(4).readUInt32BE()
    if (drawn < 4_294_000_000) return String(drawn % 1_000_000).padStart(6, '0')
  }
}
