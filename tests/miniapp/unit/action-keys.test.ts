// The name of a user's action while it is sent, again and again if need be.
import { beforeEach, describe, expect, it } from 'vitest'
import { actionKeys, type OpenAction } from '../../../miniapp/src/api/action-keys.ts'
import { ApiError, NetworkError } from '../../../miniapp/src/api/errors.ts'

let used: string[]
let keys: ReturnType<typeof actionKeys>
beforeEach(() => {
  let n = 0
  used = []
  keys = actionKeys(() => `key-${++n}`)
})

const send = (input: unknown, failure?: Error) =>
  keys
    .during(input, async (key) => {
      used.push(key)
      if (failure) throw failure
      return key
    })
    .catch(() => undefined)

describe('the key of an action', () => {
  it('stays the same after a lost answer or a failing server', async () => {
    await send({ amount: 1 }, new NetworkError('timeout'))
    await send({ amount: 1 }, new ApiError(503, {}))
    await send({ amount: 1 })
    expect(used).toEqual(['key-1', 'key-1', 'key-1'])
  })

  it('is new after success, so that doing the same again does it again', async () => {
    await send({ amount: 1 })
    await send({ amount: 1 })
    expect(used).toEqual(['key-1', 'key-2'])
  })

  it('outlives the page where it is remembered, until the outcome is known', async () => {
    let kept: OpenAction | null = null
    const memory = {
      read: () => kept,
      keep(open: OpenAction | null) {
        kept = open
      },
    }
    const page = () => actionKeys(() => `key-${used.length + 1}`, memory)
    keys = page()
    await send({ amount: 1 }, new NetworkError('timeout'))
    keys = page()
    await send({ amount: 1 })
    keys = page()
    await send({ amount: 1 })
    expect(used).toEqual(['key-1', 'key-1', 'key-3'])
  })

  it('is new after a refusal, and when something else is asked for', async () => {
    await send({ amount: 1 }, new ApiError(409, { code: 'version-conflict' }))
    await send({ amount: 1 }, new NetworkError('unreachable'))
    await send({ amount: 2 })
    expect(used).toEqual(['key-1', 'key-2', 'key-3'])
  })
})
