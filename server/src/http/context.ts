// What a handler gets besides its input: who calls, the time, the transaction, the outside world.

import type { Readable } from 'node:stream'
import type { Contract, ContractKey, Input, Output } from '@shouhou/shared/contract'
import type { Scope as ApiScope } from '@shouhou/shared/contract/route'
import type { Role, StaffRole } from '@shouhou/shared/domain/roles'
import type { SQL } from 'drizzle-orm'
import type { WebSocket } from 'ws'
import type { Tx } from '../db/client.ts'
import type { Statement } from '../db/statement.ts'
import type { Deps } from '../deps.ts'
import type { Language } from './problems.ts'

/** Who is calling, as the server found it out. */
export interface Principal {
  readonly role: Role
  /** Shopper, account or API key. */
  readonly id: string
  /** The shop this call is about; an arbiter has none. */
  readonly shopId: string | null
  readonly sessionId: string | null
  readonly scopes: readonly ApiScope[]
}
/** A caller inside one shop. */
export type ShopPrincipal = Principal & { readonly shopId: string }

export const isStaffPrincipal = (p: Principal): p is ShopPrincipal & { role: StaffRole } =>
  p.shopId !== null && !['shopper', 'integrator', 'arbiter'].includes(p.role)

/** A file part of a multipart request, with what the client claims about it. */
export interface IncomingFile {
  readonly stream: Readable
  readonly fileName: string
  readonly contentType: string
}

export interface BaseCtx {
  readonly deps: Deps
  /** The time of this request, the same for all its steps. */
  readonly now: Date
  readonly requestId: string
  readonly language: Language
  /** Address of the caller, shortened to the network (IPv6 /64). */
  readonly network: string
  /** The Idempotency-Key, where the route does not demand one: repeats of one action share it. */
  readonly actionKey: string | undefined
  /** The Range header of a request for bytes. */
  readonly range: string | undefined
  /** Ends when the caller hangs up. */
  readonly signal: AbortSignal
}

export interface Ctx extends BaseCtx {
  readonly user: ShopPrincipal
  /**
   * The transaction of this request, in the caller's shop. On a route with an Idempotency-Key its
   * result is stored with its effects, and a repeat gets the stored result without running `work`.
   */
  transact<T>(work: (tx: Tx) => Promise<T>): Promise<T>
  /** Rows of one statement that only reads, in the caller's shop: all of a request in one round trip. */
  read<Row>(query: SQL | Statement): Promise<Row[]>
  /** The uploaded file, on `upload` routes. */
  file(): Promise<IncomingFile>
}

export interface PublicCtx extends BaseCtx {
  readonly user: Principal | null
}

/** Bytes as an answer. */
export interface Bytes {
  /** 206 for the part that a Range header asked for. */
  readonly status: 200 | 206
  readonly contentType: string
  readonly bytes: number
  readonly stream: Readable
  readonly headers: Readonly<Record<string, string>>
}

type CtxOf<K extends ContractKey> = Contract[K]['allow'] extends 'public' ? PublicCtx : Ctx
/** Answers are only read: readonly rows and documents of the rules fit as they are. */
type Given<T> = T extends readonly (infer U)[]
  ? readonly Given<U>[]
  : T extends object
    ? { readonly [K in keyof T]: Given<T[K]> }
    : T
type AnswerOf<K extends ContractKey> = Contract[K] extends { raw: 'bytes' }
  ? Bytes
  : Contract[K] extends { raw: 'websocket' }
    ? (socket: WebSocket) => void
    : Output<K> extends undefined
      ? // biome-ignore lint/suspicious/noConfusingVoidType: a handler that answers nothing returns nothing
        void
      : Given<Output<K>>

/** One handler for each route of a slice; a route without one does not compile. */
export type Handlers<Slice> = {
  readonly [K in keyof Slice & ContractKey]: (
    input: Input<K>,
    ctx: CtxOf<K>,
  ) => Promise<AnswerOf<K>>
}
