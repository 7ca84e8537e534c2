// Rate limits by caller, with the headers that tell them.
import { isIPv4, isIPv6 } from 'node:net'
import rateLimit from '@fastify/rate-limit'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { problem, say } from './problems.ts'

/** The network of an address: IPv4 as it is (also when mapped into IPv6), IPv6 cut to its /64. */
export function networkOf(ip: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(ip)?.[1]
  if (mapped) return mapped
  if (isIPv4(ip) || !isIPv6(ip)) return ip
  const [head = '', tail] = ip.split('::')
  const left = head === '' ? [] : head.split(':')
  const right = tail === undefined || tail === '' ? [] : tail.split(':')
  const zeros = tail === undefined ? 0 : 8 - left.length - right.length
  const groups = [...left, ...Array<string>(Math.max(zeros, 0)).fill('0'), ...right]
  return `${groups.slice(0, 4).join(':')}::/64`
}

const callerKey = (request: FastifyRequest) => {
  const p = request.principal
  const who = p ? `${p.shopId ?? '-'}:${p.id}` : networkOf(request.ip)
  const limited = request.routeOptions.config.rateLimit
  return limited ? `${who} ${request.routeOptions.config.contractKey ?? ''}` : who
}

/** When to come back, `ms` from now. The library's own words are English only. */
function waitFor(ms: number) {
  const seconds = Math.max(1, Math.ceil(ms / 1_000))
  return say(
    `请在 ${seconds} 秒后再试`,
    `Try again in ${seconds} second${seconds === 1 ? '' : 's'}`,
  )
}

/** Counts every request of the API; a route's own `perMinute` is counted apart. */
export async function useLimits(app: FastifyInstance, perMinute: number): Promise<void> {
  await app.register(rateLimit, {
    global: true,
    max: perMinute,
    timeWindow: 60_000,
    enableDraftSpec: true,
    keyGenerator: callerKey,
    errorResponseBuilder: (_request, { ttl }) => problem('rate-limited', { detail: waitFor(ttl) }),
  })
}
