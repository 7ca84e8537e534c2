// Orders that contradict themselves, each with the place that is to blame.
import { checkOrder } from '@shouhou/server/features/orders/check-order.ts'
import type { OrderIn } from '@shouhou/shared/contract/orders'
import { describe, expect, test } from 'vitest'
import { START } from '../../helpers/app.ts'
import { aLine, anOrder, anUnshippedOrder, hoursBefore } from '../../helpers/factories.ts'

const NOW = START.getTime()
const pointers = (order: OrderIn) => checkOrder(order, NOW).map((found) => found.pointer)
/** 100 yuan of goods for 80. */
const reduced = aLine({ paidFen: 8_000 })
const discount = { name: '优惠', amountFen: 2_000, thresholdFen: 0 }

describe('nothing is wrong with', () => {
  const fine: Record<string, OrderIn> = {
    'an ordinary order': anOrder(),
    'an order that has not left yet': anUnshippedOrder(),
    'discounts over a threshold, gifts, freight and two payments': anOrder({
      lines: [reduced, aLine({ lineNo: '2', serialNos: ['A', 'B'] })],
      discounts: [{ ...discount, thresholdFen: 10_000, lineNos: ['1'] }],
      gifts: [{ sku: 'TEA', name: '茶', quantity: 1, declaredFen: 500, forLineNo: '2' }],
      freight: { paidFen: 600, fullFen: 1_000, freeFromFen: 30_000 },
      payments: [
        { paymentNo: 'A', method: 'BALANCE', paidFen: 8_600 },
        { paymentNo: 'B', method: 'ALIPAY', paidFen: 10_000 },
      ],
    }),
    'cash on delivery': anOrder({ paidAt: hoursBefore(48) }),
    'lines that travel in parcels of their own': anUnshippedOrder({
      lines: [aLine({ shippedAt: hoursBefore(90), signedAt: hoursBefore(80) })],
    }),
    'an exclusion confirmed with the purchase': anOrder({
      lines: [aLine({ sevenDayReturn: false, exclusionConfirmedAt: hoursBefore(121) })],
    }),
    'a clock that runs a minute ahead': anOrder({ signedAt: hoursBefore(-1 / 60) }),
  }
  test.each(Object.entries(fine))('%s', (_name, order) => {
    expect(checkOrder(order, NOW)).toEqual([])
  })
})

describe('refused is', () => {
  const lines = [aLine(), aLine({ lineNo: '2' })]
  const wrong: Record<string, [OrderIn, ...pointers: string[]]> = {
    'a shopper nobody can find again': [anOrder({ shopper: { name: '李' } }), '/shopper'],
    'a line number used twice': [anOrder({ lines: [aLine(), aLine()] }), '/lines/1/lineNo'],
    'a paid share above price × quantity': [
      anOrder({ lines: [aLine({ paidFen: 10_001 })] }),
      '/lines/0/paidFen',
      '/discounts',
    ],
    'a total no amount can hold': [
      anOrder({ lines: [aLine({ unitPriceFen: 1_000_000_000, quantity: 2 })] }),
      '/lines',
    ],
    'a serial number on two lines': [
      anOrder({ lines: [aLine({ serialNos: ['A'] }), aLine({ lineNo: '2', serialNos: ['A'] })] }),
      '/lines/1/serialNos/0',
    ],
    'more serial numbers than units': [
      anOrder({ lines: [aLine({ serialNos: ['A', 'B', 'C'] })] }),
      '/lines/0/serialNos',
    ],
    'a discount on a line that is not there': [
      anOrder({ lines: [reduced], discounts: [{ ...discount, lineNos: ['9'] }] }),
      '/discounts/0/lineNos/0',
      '/discounts/0/amountFen',
    ],
    'a discount that names a line twice': [
      anOrder({ lines: [reduced], discounts: [{ ...discount, lineNos: ['1', '1'] }] }),
      '/discounts/0/lineNos/1',
    ],
    'a discount whose threshold its goods do not reach': [
      anOrder({ lines: [reduced], discounts: [{ ...discount, thresholdFen: 10_001 }] }),
      '/discounts/0/thresholdFen',
    ],
    'a discount above what its lines were reduced': [
      anOrder({
        lines: [reduced, aLine({ lineNo: '2' })],
        discounts: [{ ...discount, lineNos: ['2'] }],
      }),
      '/discounts/0/amountFen',
    ],
    'two discounts that share one reduction': [
      anOrder({
        lines: [reduced, aLine({ lineNo: '2', paidFen: 8_000 })],
        discounts: [
          { ...discount, lineNos: ['1'] },
          { ...discount, lineNos: ['1'] },
        ],
      }),
      '/discounts/0/amountFen',
      '/discounts/1/amountFen',
    ],
    'a reduction that no discount explains': [
      anOrder({ lines: [reduced], discounts: [{ ...discount, amountFen: 1_999 }] }),
      '/discounts',
    ],
    'a gift for a line that is not there': [
      anOrder({ gifts: [{ sku: 'T', name: '茶', quantity: 1, declaredFen: 0, forLineNo: '9' }] }),
      '/gifts/0/forLineNo',
    ],
    'freight above its full price': [
      anOrder({ freight: { paidFen: 2, fullFen: 1 } }),
      '/freight/paidFen',
    ],
    'payments that differ from lines and freight': [
      anOrder({ payments: [{ paymentNo: 'P', method: 'OTHER', paidFen: 9_999 }] }),
      '/payments',
    ],
    'a payment number used twice': [
      anOrder({
        lines,
        payments: [
          { paymentNo: 'P', method: 'OTHER', paidFen: 10_000 },
          { paymentNo: 'P', method: 'OTHER', paidFen: 10_000 },
        ],
      }),
      '/payments/1/paymentNo',
    ],
    'paid before placed': [anOrder({ paidAt: hoursBefore(122) }), '/paidAt'],
    'shipped before placed': [anOrder({ shippedAt: hoursBefore(122) }), '/shippedAt'],
    'signed before shipped': [anOrder({ signedAt: hoursBefore(97) }), '/signedAt'],
    'signed but never shipped': [{ ...anUnshippedOrder(), signedAt: hoursBefore(48) }, '/signedAt'],
    'a line signed before the order was shipped': [
      anOrder({ lines: [aLine({ signedAt: hoursBefore(97) })] }),
      '/lines/0/signedAt',
    ],
    'an exclusion confirmed after the payment': [
      anOrder({ lines: [aLine({ exclusionConfirmedAt: hoursBefore(100) })] }),
      '/lines/0/exclusionConfirmedAt',
    ],
    'something from the future': [anOrder({ signedAt: hoursBefore(-1) }), '/signedAt'],
    'an instant that is none': [anOrder({ signedAt: '2026-02-27T23:59:60Z' }), '/signedAt'],
    'a time before there was trade': [anOrder({ placedAt: '0001-01-01T00:00:00Z' }), '/placedAt'],
  }
  test.each(Object.entries(wrong))('%s', (_name, [order, ...places]) => {
    expect(pointers(order)).toEqual(places)
  })

  test('everything at once, each with a sentence in both languages', () => {
    const found = checkOrder(anOrder({ shopper: {}, paidAt: hoursBefore(122) }), NOW)
    expect(found.map(({ pointer }) => pointer)).toEqual(['/shopper', '/paidAt'])
    for (const { message } of found) {
      expect(message.zh).toMatch(/\p{Script=Han}/u)
      expect(message.en).not.toMatch(/\p{Script=Han}/u)
    }
  })
})
