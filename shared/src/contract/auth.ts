// Signing in, sessions, shops, staff and API keys.
import { type Static, Type } from 'typebox'
import { LIMITS } from '../domain/limits.ts'
import { ROLES, STAFF_ROLES } from '../domain/roles.ts'
import { Id, IdParams, nullable, Timestamp, text } from './common.ts'
import { object, oneOf, routes, SCOPES } from './route.ts'

export const LANGUAGES = ['zh-CN', 'en'] as const
/** What a shopper agrees to; each kind is asked for on its own and can be taken back. */
export const CONSENT_KINDS = ['PRIVACY', 'PHOTOS', 'NOTICES', 'CARE_MESSAGES'] as const

const ShopSlug = Type.String({ pattern: '^[a-z0-9][a-z0-9-]{1,39}$' })
/** Mainland mobile number. */
export const Phone = Type.String({ pattern: '^1[3-9][0-9]{9}$' })
export const Login = Type.String({
  minLength: 3,
  maxLength: LIMITS.accountLength,
  pattern: '^[a-z0-9._@-]+$',
})
export const Password = Type.String({
  minLength: LIMITS.passwordMinLength,
  maxLength: LIMITS.passwordLength,
})

export const Shop = object({ id: Id, slug: ShopSlug, name: Type.String() })

export const Me = object({
  id: Id,
  role: oneOf(ROLES),
  shop: nullable(Shop),
  name: Type.String(),
  phoneMasked: nullable(Type.String()),
  language: oneOf(LANGUAGES),
  consents: Type.Array(
    object({ kind: oneOf(CONSENT_KINDS), version: Type.String(), at: Timestamp }),
  ),
  /** Shops this member of staff may switch to. */
  shops: Type.Array(
    object({ id: Id, slug: ShopSlug, name: Type.String(), role: oneOf(STAFF_ROLES) }),
  ),
})
export type Me = Static<typeof Me>

export const Session = object({
  accessToken: Type.String(),
  accessExpiresAt: Timestamp,
  refreshToken: Type.String(),
  me: Me,
})
export type Session = Static<typeof Session>

export const StaffMember = object({
  id: Id,
  login: Type.String(),
  name: Type.String(),
  role: oneOf(STAFF_ROLES),
  disabled: Type.Boolean(),
  createdAt: Timestamp,
})

export const ApiKey = object({
  id: Id,
  name: Type.String(),
  /** First characters, to tell keys apart; the rest is never shown again. */
  prefix: Type.String(),
  scopes: Type.Array(oneOf(SCOPES)),
  createdAt: Timestamp,
  lastUsedAt: nullable(Timestamp),
  revokedAt: nullable(Timestamp),
})

export const signedIn = { status: 200, body: Session } as const

export const authRoutes = routes({
  'GET /shops': {
    summary: 'Shops of this installation',
    allow: 'public',
    idempotency: 'safe',
    success: { status: 200, body: object({ items: Type.Array(Shop, { maxItems: 100 }) }) },
    problems: [],
  },
  'POST /auth/wechat': {
    summary: 'Sign a shopper in with the code of wx.login',
    allow: 'public',
    idempotency: 'natural',
    perMinute: 30,
    body: object({ shop: ShopSlug, code: Type.String({ minLength: 1, maxLength: 128 }) }),
    success: signedIn,
    problems: ['sign-in-failed', 'not-found', 'outside-failed'],
  },
  'POST /auth/phone-codes': {
    summary: 'Send a one-time code to a phone',
    allow: 'public',
    idempotency: 'natural',
    perMinute: 10,
    body: object({ shop: ShopSlug, phone: Phone }),
    success: { status: 202, body: object({ expiresAt: Timestamp, resendAt: Timestamp }) },
    problems: ['not-found', 'outside-failed'],
  },
  'POST /auth/phone': {
    summary: 'Sign a shopper in with phone and one-time code',
    allow: 'public',
    idempotency: 'natural',
    perMinute: 20,
    body: object({ shop: ShopSlug, phone: Phone, code: Type.String({ pattern: '^[0-9]{6}$' }) }),
    success: signedIn,
    problems: ['code-wrong', 'not-found'],
  },
  'POST /auth/staff': {
    summary: 'Sign staff or an arbiter in with account and password',
    allow: 'public',
    idempotency: 'natural',
    perMinute: 20,
    body: object({
      login: Login,
      password: Type.String({ minLength: 1, maxLength: LIMITS.passwordLength }),
      shop: Type.Optional(ShopSlug),
    }),
    success: signedIn,
    problems: ['sign-in-failed'],
  },
  'POST /auth/refresh': {
    summary: 'Exchange a refresh token for the next pair',
    allow: 'public',
    idempotency: 'natural',
    body: object({ refreshToken: Type.String({ minLength: 1, maxLength: 400 }) }),
    success: signedIn,
    problems: ['session-ended'],
  },
  'POST /auth/sign-out': {
    summary: 'End this session, or all sessions of this person',
    allow: ['shopper', ...STAFF_ROLES, 'arbiter'],
    idempotency: 'natural',
    body: object({ everywhere: Type.Boolean() }),
    success: { status: 204 },
    problems: [],
  },
  'POST /auth/switch-shop': {
    summary: 'Continue as staff of another shop',
    allow: STAFF_ROLES,
    idempotency: 'natural',
    body: object({ shop: ShopSlug }),
    success: signedIn,
    problems: ['not-found'],
  },
  'GET /me': {
    summary: 'Who is signed in',
    allow: ['shopper', ...STAFF_ROLES, 'arbiter'],
    idempotency: 'safe',
    success: { status: 200, body: Me },
    problems: [],
  },
  'PUT /me': {
    summary: 'Change name, language or consents',
    allow: ['shopper', ...STAFF_ROLES, 'arbiter'],
    idempotency: 'natural',
    body: object({
      name: Type.Optional(text(LIMITS.nameLength, 1)),
      language: Type.Optional(oneOf(LANGUAGES)),
      consent: Type.Optional(
        object({ kind: oneOf(CONSENT_KINDS), version: text(20, 1), agreed: Type.Boolean() }),
      ),
    }),
    success: { status: 200, body: Me },
    problems: [],
  },
  'GET /staff': {
    summary: 'Staff of the shop',
    allow: ['manager', 'owner'],
    idempotency: 'safe',
    success: { status: 200, body: object({ items: Type.Array(StaffMember, { maxItems: 500 }) }) },
    problems: [],
  },
  'POST /staff': {
    summary: 'Add a member of staff',
    allow: ['owner'],
    idempotency: 'key',
    body: object({
      login: Login,
      name: text(LIMITS.nameLength, 1),
      role: oneOf(STAFF_ROLES),
      password: Password,
    }),
    success: { status: 201, body: StaffMember },
    problems: ['already-exists', 'limit-reached'],
  },
  'PUT /staff/:id': {
    summary: 'Change the role of a member of staff, or end their access',
    allow: ['owner'],
    idempotency: 'natural',
    params: IdParams,
    body: object({
      role: Type.Optional(oneOf(STAFF_ROLES)),
      disabled: Type.Optional(Type.Boolean()),
    }),
    success: { status: 200, body: StaffMember },
    problems: ['not-found', 'limit-reached'],
  },
  'GET /api-keys': {
    summary: 'API keys of the shop',
    allow: ['owner'],
    idempotency: 'safe',
    success: { status: 200, body: object({ items: Type.Array(ApiKey, { maxItems: 500 }) }) },
    problems: [],
  },
  'POST /api-keys': {
    summary: 'Make an API key; its secret is in this answer and nowhere else',
    allow: ['owner'],
    idempotency: 'key',
    body: object({
      name: text(LIMITS.nameLength, 1),
      scopes: Type.Array(oneOf(SCOPES), {
        minItems: 1,
        maxItems: SCOPES.length,
        uniqueItems: true,
      }),
    }),
    success: { status: 201, body: object({ key: ApiKey, secret: Type.String() }) },
    problems: ['limit-reached'],
  },
  'DELETE /api-keys/:id': {
    summary: 'Revoke an API key',
    allow: ['owner'],
    idempotency: 'natural',
    params: IdParams,
    success: { status: 204 },
    problems: ['not-found'],
  },
})
