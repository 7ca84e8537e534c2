// From a key of the contract and its input to the method and address of a call. Pure.
import type { Exchange } from './http.ts'

type Values = Readonly<Record<string, unknown>>

/** `'GET /orders/:orderNo'` with params and query → method and path; a missing param is a bug and throws. */
export function addressOf(
  key: string,
  input: { readonly params?: Values | undefined; readonly query?: Values | undefined },
): Pick<Exchange, 'method' | 'path'> {
  const space = key.indexOf(' ')
  const method = key.slice(0, space) as Exchange['method']
  const path = key.slice(space + 1).replace(/:(\w+)/g, (_whole, name: string) => {
    const value = input.params?.[name]
    if (value === undefined || value === '') throw new Error(`${key} needs the parameter ${name}`)
    return encodeURIComponent(String(value))
  })
  return { method, path: path + queryOf(input.query) }
}

/** Undefined values are left out, lists become repeated names. */
function queryOf(query: Values | undefined): string {
  const parts: string[] = []
  for (const [name, value] of Object.entries(query ?? {})) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined && one !== null)
        parts.push(`${name}=${encodeURIComponent(String(one))}`)
    }
  }
  return parts.length > 0 ? `?${parts.join('&')}` : ''
}
