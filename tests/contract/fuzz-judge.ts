// What must be true of every answer, whatever was asked.
import { type ContractKey, contract } from '@shouhou/shared/contract'
import { PROBLEMS, type ProblemCode } from '@shouhou/shared/contract/problems'
import type { Route } from '@shouhou/shared/contract/route'
import type { Role } from '@shouhou/shared/domain/roles'
import { judge } from '../helpers/record.ts'

export interface FuzzAnswer {
  readonly status: number
  readonly contentType: string
  readonly text: string
  /** Tables with changed rows. */
  readonly changed: readonly string[]
}

export interface Asked {
  readonly key: ContractKey
  /** Only this route can have answered. */
  readonly exact: boolean
  /** Of the caller; undefined for a caller without a good credential. */
  readonly role: Role | undefined
}

/** Traces of our code or of SQL, which a caller has no use for. */
const INSIDES =
  /\n\s+at .+:\d+:\d+|node_modules|node:internal|\b(insert into|delete from) "|violates |duplicate key|syntax error|relation "|column "|invalid input syntax|SQLSTATE/i

/** The one failure that is not ours: WeChat, which no test reaches. */
const FAR_AWAY = /"code":"outside-failed"/

/** Rows that a refusal or a reading route writes down on purpose. */
const REMEMBERED: Partial<Record<ContractKey, readonly string[]>> = {
  // Tries are counted, so that guessing comes to an end.
  'POST /auth/staff': ['sign_in_attempts'],
  'POST /auth/phone': ['phone_codes'],
  'POST /invitations/look': ['sign_in_attempts'],
  'POST /invitations/join': ['sign_in_attempts'],
  'POST /invitations/accept': ['sign_in_attempts'],
  // Days that are over are counted once.
  'GET /figures': ['daily_figures'],
  // A refresh token used twice was stolen: its session ends.
  'POST /auth/refresh': ['sessions'],
  // What somebody has read.
  'GET /conversations/:id/messages': ['conversations'],
}
/** When a key was last used is written down whatever it asked for. */
const MARKED_BY: Partial<Record<Role, string>> = { integrator: 'api_keys' }

/** The text as it was before it became JSON. */
const unescaped = (text: string) => text.replaceAll('\\n', '\n').replaceAll('\\"', '"')

/** What is wrong with an answer, in one sentence each; empty when nothing is. */
export function complaints(asked: Asked, answer: FuzzAnswer): string[] {
  const { status, text, changed } = answer
  const route: Route = contract[asked.key]
  const found: string[] = []
  if (status >= 500 && !FAR_AWAY.test(text)) found.push('fails')
  if (INSIDES.test(unescaped(text))) found.push('shows its insides')
  if (status >= 400) found.push(...ofRefusal(asked, answer))
  else if (asked.exact) found.push(...ofSuccess(asked, route, answer))
  const quiet = status >= 400 || (route.idempotency === 'safe' && asked.exact)
  const expected = [...(REMEMBERED[asked.key] ?? []), MARKED_BY[asked.role as Role]]
  const unexpected = quiet ? changed.filter((table) => !expected.includes(table)) : []
  if (unexpected.length > 0) found.push(`changes ${unexpected.join(', ')}`)
  return found
}

function ofRefusal({ key, exact }: Asked, { status, contentType, text }: FuzzAnswer): string[] {
  if (!contentType.startsWith('application/problem+json')) return [`refuses as ${contentType}`]
  const body = parsed(text) as { code?: ProblemCode; instance?: string } | undefined
  const wrong = exact
    ? judge(key, status, body)
    : PROBLEMS[body?.code as ProblemCode]?.[0] !== status
  return [
    ...(wrong ? [`refuses with something undeclared: ${wrong}`] : []),
    ...(body?.instance ? [] : ['does not name the request']),
  ]
}

function ofSuccess({ key, role }: Asked, route: Route, { status, text }: FuzzAnswer): string[] {
  const wrong = judge(key, status, route.success.body ? parsed(text) : undefined)
  const welcome = route.allow === 'public' || (role !== undefined && route.allow.includes(role))
  return [
    ...(wrong === '' ? [] : [`answers what is not declared: ${wrong}`]),
    ...(welcome ? [] : ['lets somebody in']),
  ]
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
