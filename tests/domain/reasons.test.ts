import { AFTERSALE_TYPES } from '@shouhou/shared/domain/aftersale-types'
import {
  isRefusalReason,
  REASON_CODES,
  reasonFits,
  reasonRule,
  reasonTree,
} from '@shouhou/shared/domain/reasons'
import { describe, expect, it } from 'vitest'

describe('reasons', () => {
  it('offer something for every type, with or without the goods where that makes sense', () => {
    for (const type of AFTERSALE_TYPES) {
      const codes = [true, false].flatMap((r) => reasonTree(type, r).flatMap((b) => b.codes))
      expect(codes.length, type).toBeGreaterThan(0)
    }
    expect(reasonTree('EXCHANGE', true).length).toBeGreaterThan(2)
  })

  it('appear in the tree exactly when they fit', () => {
    for (const type of AFTERSALE_TYPES) {
      for (const received of [true, false]) {
        const codes = reasonTree(type, received).flatMap((branch) => branch.codes)
        expect(new Set(codes).size).toBe(codes.length)
        expect([...codes].sort()).toEqual(
          REASON_CODES.filter((code) => reasonFits(code, type, received)).sort(),
        )
      }
    }
  })

  it('let the merchant pay carriage for faults and the shopper for a change of mind', () => {
    for (const code of REASON_CODES) {
      const { group, freightPayer } = reasonRule(code)
      if (['QUALITY', 'WRONG_GOODS', 'DELIVERY'].includes(group))
        expect(freightPayer).toBe('merchant')
      if (group === 'CHANGE_OF_MIND') expect(freightPayer).toBe('shopper')
    }
  })

  it('never ask for proof where no reason has to be given', () => {
    for (const code of REASON_CODES) {
      const { noReason, needsProof, proofShots } = reasonRule(code)
      if (noReason) expect(needsProof).toBe(false)
      expect(needsProof).toBe(proofShots.length > 0)
    }
  })

  it('do not mistake words every object has for codes', () => {
    expect(isRefusalReason('toString')).toBe(false)
    expect(isRefusalReason('OTHER')).toBe(true)
  })
})
