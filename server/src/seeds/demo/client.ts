// A caller of the public API for the demo data: typed by the contract, every write with a key that is
// the same in every run, so that a fill that was cut short goes on where it stopped.

import { createHash } from 'node:crypto'
import {
  API_PREFIX,
  type ContractKey,
  contract,
  type Input,
  type Output,
} from '@shouhou/shared/contract'
import type { Problem } from '@shouhou/shared/contract/problems'
import type { Route } from '@shouhou/shared/contract/route'

/** The API refused a step of the demo. */
export class DemoRefused extends Error {
  readonly problem: Problem
  constructor(key: string, problem: Problem) {
    super(`${key} was refused: ${JSON.stringify(problem)}`)
    this.problem = problem
  }
}

export interface DemoCaller {
  /** `step` names this write among all of the demo. */
  call<K extends ContractKey>(key: K, input: Partial<Input<K>>, step?: string): Promise<Output<K>>
  /** Sends a picture; returns its upload id. */
  upload(png: Buffer, step: string): Promise<string>
}

const keyOf = (step: string) =>
  `demo-${createHash('sha256').update(step).digest('hex').slice(0, 40)}`

const filled = (path: string, params: Record<string, string> = {}) =>
  path.replace(/:([a-zA-Z]+)/g, (_all, name: string) => encodeURIComponent(params[name] ?? ''))

async function read<T>(key: string, response: Response): Promise<T> {
  const text = await response.text()
  const body: unknown = text === '' ? undefined : JSON.parse(text)
  if (!response.ok) throw new DemoRefused(key, body as Problem)
  return body as T
}

export function demoCaller(baseUrl: string, token: string): DemoCaller {
  const headersFor = (step?: string): Record<string, string> => ({
    ...(token === '' ? {} : { authorization: `Bearer ${token}` }),
    ...(step === undefined ? {} : { 'idempotency-key': keyOf(step) }),
  })
  return {
    async call(key, input, step) {
      const [method = '', path = ''] = key.split(' ')
      const route: Route = contract[key]
      const { params, body } = input as { params?: Record<string, string>; body?: unknown }
      const response = await fetch(`${baseUrl}${API_PREFIX}${filled(path, params)}`, {
        method,
        headers: {
          ...headersFor(route.idempotency === 'key' ? (step ?? key) : undefined),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      })
      return read(key, response)
    },
    async upload(png, step) {
      const form = new FormData()
      form.append('file', new Blob([new Uint8Array(png)], { type: 'image/png' }), 'photo.png')
      const response = await fetch(`${baseUrl}${API_PREFIX}/uploads`, {
        method: 'POST',
        headers: headersFor(step),
        body: form,
      })
      const { id } = await read<{ id: string }>('POST /uploads', response)
      return id
    },
  }
}
