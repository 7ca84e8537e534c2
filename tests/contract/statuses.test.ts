// After all other tests: every answer that the contract declares was seen in one of them, and none
// that it does not declare.
import { type ContractKey, contractEntries } from '@shouhou/shared/contract'
import { PROBLEMS } from '@shouhou/shared/contract/problems'
import { problemsOf, type Route, successStatuses } from '@shouhou/shared/contract/route'
import { describe, expect, inject, test } from 'vitest'
import { readRecords } from '../helpers/record.ts'

const line = (key: ContractKey, status: number, code: string) => `${key} ${status} ${code}`.trim()

/** Follow from a guard of the rules that no request reaches, because the schema asks for the same. */
const UNREACHABLE: readonly string[] = [
  line('POST /aftersales/:id/record-offline-payout', 422, 'input-missing'),
]

const declared = (key: ContractKey, route: Route): string[] => [
  ...successStatuses(route).map((status) => line(key, status, '')),
  ...problemsOf(route).map((code) => line(key, PROBLEMS[code][0], code)),
]

describe('the answers of this run', () => {
  const seen = readRecords()

  test('were all declared, in status and in shape', () => {
    const wrong = seen.filter((answer) => answer.wrong !== '')
    expect(wrong.map((a) => `${line(a.key, a.status, a.code)}: ${a.wrong}`)).toEqual([])
  })

  test.runIf(inject('wholeRun'))('were every one that is declared', () => {
    const lines = new Set(seen.map((a) => line(a.key, a.status, a.code)))
    const all = contractEntries().flatMap(([key, route]) => declared(key, route))
    expect(all.filter((answer) => !lines.has(answer))).toEqual(UNREACHABLE)
  })
})
