// Who a phone or an openid belongs to. An imported order makes the row before its shopper ever signs
// in; an order with both joins the row of the phone and the row of the openid.
import type { Tx } from '../../db/client.ts'
import type { Deps } from '../../deps.ts'
import { type ShopperChange, updateShopper } from './person-store.ts'
import {
  findShopperBy,
  insertShopper,
  lockIdentities,
  moveBelongings,
  type ShopperRow,
} from './shopper-store.ts'

export interface Identity {
  readonly phone?: string
  readonly openid?: string
  readonly name?: string
}

interface Needs {
  readonly deps: Pick<Deps, 'ids' | 'personal'>
  readonly now: Date
}

/**
 * Id of the shopper, made when new. The openid decides: WeChat vouches for it, while phones change
 * hands. A phone is added to the openid's row only when neither already has another partner.
 */
export async function findOrCreateShopper(
  deps: Pick<Deps, 'clock' | 'ids' | 'personal'>,
  tx: Tx,
  shopId: string,
  identity: Identity,
): Promise<string> {
  const needs = { deps, now: deps.clock.now() }
  const keys = keysOf(needs, identity)
  const read = async () => ({
    byOpenid: await findShopperBy(tx, shopId, 'openidIndex', keys.openidIndex),
    byPhone: await findShopperBy(tx, shopId, 'phoneIndex', keys.phoneIndex),
  })
  const settled = settledShopper(await read(), keys)
  if (settled && isWhole(settled, identity)) return settled.id
  const indexes = Object.values(keys).filter((index) => index !== null)
  await lockIdentities(tx, shopId, indexes)
  return settle(tx, needs, shopId, identity, keys, await read())
}

/** Nothing of the identity would be new to the row. */
const isWhole = (row: ShopperRow, { name, openid }: Identity) =>
  (row.nameSealed !== null || !name) && (row.openidSealed !== null || openid === undefined)

interface Keys {
  readonly openidIndex: string | null
  readonly phoneIndex: string | null
}
interface Found {
  readonly byOpenid: ShopperRow | undefined
  readonly byPhone: ShopperRow | undefined
}

const keysOf = ({ deps: { personal } }: Needs, { openid, phone }: Identity): Keys => ({
  openidIndex: openid === undefined ? null : personal.blindIndex('openid', openid),
  phoneIndex: phone === undefined ? null : personal.blindIndex('phone', phone),
})

/** The row that is right as it is, when there is one. */
function settledShopper({ byOpenid, byPhone }: Found, keys: Keys): ShopperRow | undefined {
  if (keys.openidIndex === null) return byPhone
  if (keys.phoneIndex === null) return byOpenid
  if (byOpenid === undefined) return undefined
  const canTakePhone = byOpenid.phoneIndex === null && byPhone?.openidIndex === (byPhone && null)
  return canTakePhone ? undefined : byOpenid
}

async function settle(
  tx: Tx,
  needs: Needs,
  shopId: string,
  identity: Identity,
  keys: Keys,
  found: Found,
): Promise<string> {
  const { byOpenid, byPhone } = found
  const settled = settledShopper(found, keys)
  const phoneIsFree = byPhone === undefined || byPhone.openidIndex === null
  const phone = phoneIsFree ? phoneColumns(needs, identity, keys) : {}
  if (settled) return change(tx, needs, settled, {}, identity)
  if (byOpenid && byPhone) await join(tx, needs, byPhone, byOpenid)
  if (byOpenid) return change(tx, needs, byOpenid, phone, identity)
  if (byPhone && phoneIsFree) {
    return change(tx, needs, byPhone, { openidIndex: keys.openidIndex }, identity)
  }
  const { deps, now } = needs
  const id = deps.ids.id()
  const { openidIndex } = keys
  const nameSealed = identity.name === undefined ? null : deps.personal.seal(identity.name)
  const openid = openidColumn(needs, identity)
  await insertShopper(tx, {
    shopId,
    id,
    openidIndex,
    ...openid,
    ...phone,
    nameSealed,
    createdAt: now,
  })
  return id
}

const phoneColumns = ({ deps: { personal } }: Needs, { phone }: Identity, { phoneIndex }: Keys) =>
  phone === undefined
    ? {}
    : {
        phoneIndex,
        phoneTailIndex: personal.blindIndex('phone-tail', phone.slice(-4)),
        phoneSealed: personal.seal(phone),
      }

const openidColumn = ({ deps: { personal } }: Needs, { openid }: Identity) =>
  openid === undefined ? {} : { openidSealed: personal.seal(openid) }

/** The phone's row ends in the openid's row, which keeps its own name, language and consents. */
const join = (tx: Tx, { now }: Needs, from: ShopperRow, into: ShopperRow) =>
  moveBelongings(tx, into.shopId, from.id, into.id, now)

async function change(
  tx: Tx,
  needs: Needs,
  row: ShopperRow,
  columns: ShopperChange,
  identity: Identity,
): Promise<string> {
  const { name } = identity
  const named =
    row.nameSealed === null && name ? { nameSealed: needs.deps.personal.seal(name) } : {}
  // Only the row that the openid finds may keep it; a phone that has another one does not.
  const isTheirs = columns.openidIndex !== undefined || row.openidIndex !== null
  const openid = row.openidSealed === null && isTheirs ? openidColumn(needs, identity) : {}
  const all = { ...columns, ...named, ...openid }
  if (Object.keys(all).length > 0) await updateShopper(tx, row.shopId, row.id, all)
  return row.id
}
