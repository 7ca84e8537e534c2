import {
  type Carrier,
  checkWaybill,
  findWaybill,
  recogniseCarrier,
  tidyWaybill,
} from '@shouhou/shared/domain/waybill'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

describe('a waybill number', () => {
  it.each<[string, Carrier]>([
    ['SF1234567890123', 'SF'],
    ['sf 1234 5678 90123', 'SF'],
    ['JDVA01234567890', 'JD'],
    ['YT1234567890123', 'YTO'],
    ['75412345678901', 'ZTO'],
    ['773123456789012', 'STO'],
    ['431234567890123', 'YUNDA'],
    ['JT0012345678901', 'JTSD'],
    ['EA123456789CN', 'EMS'],
    ['DPK123456789012', 'DEPPON'],
    ['【顺丰速运】单号：SF1234567890123，请查收', 'SF'],
  ])('%s is recognised as %s', (text, carrier) => {
    expect(recogniseCarrier(text)).toContain(carrier)
    expect(checkWaybill(carrier, text)).toMatchObject({ ok: true, carrier })
  })

  it('of unknown shape is accepted for another carrier, since the shopper may choose any', () => {
    expect(recogniseCarrier('XX99887766554')).toEqual([])
    expect(checkWaybill('OTHER', 'XX99887766554').ok).toBe(true)
  })

  it('of another carrier is refused with the carriers it fits', () => {
    expect(checkWaybill('SF', 'YT1234567890123')).toEqual({
      ok: false,
      code: 'waybill-of-other-carrier',
      fits: ['YTO'],
    })
  })

  it.each(['', '123', 'ABCDEFGHIJ', '顺丰', '1'.repeat(25)])('"%s" is malformed', (text) =>
    expect(checkWaybill('OTHER', text)).toMatchObject({ ok: false, code: 'waybill-malformed' }),
  )

  it('is stored tidily', () => expect(tidyWaybill(' yt-1234 5678 90123\n')).toBe('YT1234567890123'))

  it.each([
    ['【顺丰】您的快件 SF1234567890123 已由 13800001111 揽收', 'SF1234567890123'],
    ['联系电话 13800001111，运单号 yt 1234 5678 90123', 'YT1234567890123'],
    ['Tracking: XX99887766554', 'XX99887766554'],
    ['明天见', null],
    ['房间 1204', null],
  ])('is found in "%s"', (text, waybill) => expect(findWaybill(text)).toBe(waybill))

  it('never breaks on whatever is pasted', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const check = checkWaybill('OTHER', text)
        if (check.ok) expect(check.waybill).toMatch(/^[A-Z0-9]{8,24}$/)
      }),
    )
  })
})
