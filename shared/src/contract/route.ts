// The shape of one route of the contract, and the types derived from it.
// Everything that is true of a route (who, what in, what out, how it repeats) is said here once.
import { type Static, type TProperties, type TSchema, Type } from 'typebox'
import type { Role } from '../domain/roles.ts'
import type { ProblemCode } from './problems.ts'

/** No PATCH: requests of WeChat mini-programs do not know it. */
export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE'

/** `'METHOD /path/:param'`, without the version prefix, which is added once. */
export type RouteKey = `${Method} /${string}`

/** What an API key may be allowed to do. */
export const SCOPES = [
  'orders:write',
  'orders:read',
  'aftersales:write',
  'aftersales:read',
  'faq:read',
] as const
export type Scope = (typeof SCOPES)[number]

export interface Route {
  /** One line for people, shown in the API document. */
  readonly summary: string
  /** Who may call it. `public` is a decision too; a route without it does not compile. */
  readonly allow: 'public' | readonly Role[]
  /** The API key scope an `integrator` needs. */
  readonly scope?: Scope
  /** Rows behind the path belong to one shopper: another shopper gets the answer of a missing row. */
  readonly owner?: 'shopper'
  /**
   * `safe` changes nothing; `natural` gives the same result when repeated;
   * `key` needs an `Idempotency-Key` header, and a repeat answers what the first call answered.
   */
  readonly idempotency: 'safe' | 'natural' | 'key'
  /** Calls a minute for one person, where the general limit is too generous; not for API keys. */
  readonly perMinute?: number
  /** Largest body in bytes, where the general limit of 256 KiB is too small. */
  readonly bodyBytes?: number
  /** The body is a file: `multipart/form-data` with one part named `file`. */
  readonly upload?: true
  /** The answer is not JSON: bytes (206 for a part, on a Range header), or an upgraded connection. */
  readonly raw?: 'bytes' | 'websocket'
  readonly params?: TSchema
  readonly query?: TSchema
  readonly body?: TSchema
  readonly success: { readonly status: 200 | 201 | 202 | 204 | 101; readonly body?: TSchema }
  /** Problems of this route's own; those that follow from the fields above are added by `problemsOf`. */
  readonly problems: readonly ProblemCode[]
}

export type Routes = Readonly<Record<RouteKey, Route>>

/** Keeps literal types of a slice of the table. */
export const routes = <const T extends Routes>(table: T): T => table

/** Every problem code a route can answer with, the derived ones included. */
export function problemsOf(route: Route): ProblemCode[] {
  const codes = new Set<ProblemCode>(route.problems)
  codes.add('rate-limited')
  if (route.params ?? route.query ?? route.body ?? route.upload) codes.add('invalid-input')
  if (route.allow !== 'public') {
    codes.add('not-signed-in').add('session-ended').add('not-allowed')
  }
  if (route.idempotency === 'key') {
    codes.add('idempotency-key-missing').add('idempotency-key-reused')
  }
  return [...codes]
}

/** Every status a route can succeed with. */
export const successStatuses = ({ success, raw }: Route): number[] =>
  raw === 'bytes' ? [success.status, 206] : [success.status]

type StaticOf<S> = S extends TSchema ? Static<S> : undefined

export type ParamsOf<R extends Route> = StaticOf<R['params']>
export type QueryOf<R extends Route> = StaticOf<R['query']>
export type BodyOf<R extends Route> = StaticOf<R['body']>
export type OutputOf<R extends Route> = R['success'] extends { body: infer B }
  ? StaticOf<B>
  : undefined

/** A closed object: unknown fields are refused, not dropped. */
export const object = <P extends TProperties>(properties: P) =>
  Type.Object(properties, { additionalProperties: false })

/** A closed set of words. */
export const oneOf = <const T extends readonly string[]>(values: T) =>
  Type.Enum([...values] as T[number][])
