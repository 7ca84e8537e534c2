// What the pages about a case decide by themselves: steps, buttons, a parcel's way, tabs.
import type { Aftersale } from '@shouhou/shared/contract/aftersale-views'
import { AFTERSALE_STATUSES, AFTERSALE_TYPES } from '@shouhou/shared/domain/aftersale-types'
import { describe, expect, it } from 'vitest'
import { actsOf, inBar } from '../../../miniapp/src/packages/aftersales/detail/acts.ts'
import {
  carrierPhone,
  parcelCourse,
  pastedAddress,
} from '../../../miniapp/src/packages/aftersales/detail/parcel-course.ts'
import {
  progressBy,
  progressOf,
  stepsOf,
} from '../../../miniapp/src/packages/aftersales/detail/steps.ts'
import { tabsOf } from '../../../miniapp/src/pages/cases/tabs.ts'

const aftersale = (change: Partial<Aftersale>): Aftersale =>
  ({
    type: 'RETURN_REFUND',
    status: 'PENDING_REVIEW',
    parcels: [],
    inspections: [],
    refunds: [],
    returnAddress: null,
    items: [{ lineId: 'a', quantity: 2, quantityReceived: null }],
    allowedCommands: [],
    rateUntil: null,
    ...change,
  }) as Aftersale

describe('the steps of a case', () => {
  const states = (change: Partial<Aftersale>) =>
    stepsOf(progressOf(aftersale(change))).map(({ stage, state }) => `${stage} ${state}`)

  it('have exactly one present or failed step until the case is completed', () => {
    for (const type of AFTERSALE_TYPES) {
      for (const status of AFTERSALE_STATUSES) {
        const here = stepsOf(progressOf(aftersale({ type, status }))).filter(
          ({ state }) => state === 'now' || state === 'failed',
        )
        expect(here.length, `${type} ${status}`).toBe(status === 'COMPLETED' ? 0 : 1)
      }
    }
  })

  it('follow the type', () => {
    expect(states({ type: 'REFUND_ONLY', status: 'REFUNDING' })).toEqual([
      'apply done',
      'review done',
      'refund now',
      'done ahead',
    ])
    expect(states({ type: 'EXCHANGE', status: 'AWAIT_RESHIP' })).toContain('reship now')
  })

  it('show where a closed case stopped', () => {
    const returnAddress = { name: 'n', phone: 'p', address: 'a' }
    expect(states({ status: 'CLOSED', returnAddress })).toContain('return failed')
    expect(states({ status: 'CLOSED' })).toContain('review failed')
  })

  it('lead the goods back when they did not pass', () => {
    const inspections = [{ passed: false }] as Aftersale['inspections']
    expect(states({ status: 'AWAIT_RESHIP', inspections })).toContain('back now')
    expect(states({ status: 'INSPECTION_FAILED', inspections })).toContain('inspect failed')
  })
})

const event = (command: string, to: Aftersale['status'], at: string, details = {}) => ({
  seq: 1,
  at,
  actor: 'shopper',
  actorName: '',
  command,
  from: null,
  to,
  details,
  media: [],
})

describe('the course of a case by its events', () => {
  const REFUSED_TWICE = [
    event('apply', 'PENDING_REVIEW', '1'),
    event('approve', 'AWAIT_RETURN', '2'),
    event('shipReturn', 'RETURN_SHIPPED', '3'),
    event('receiveReturn', 'INSPECTING', '4'),
    event('failInspection', 'INSPECTION_FAILED', '5'),
    event('acceptDeduction', 'REFUNDING', '6'),
    event('refundSucceeded', 'COMPLETED', '7'),
  ]

  it('says when each step was done', () => {
    const progress = progressBy({ type: 'RETURN_REFUND', status: 'COMPLETED' }, REFUSED_TWICE)
    expect(stepsOf(progress, REFUSED_TWICE).map(({ stage, at }) => `${stage} ${at}`)).toEqual([
      'apply 1',
      'review 2',
      'return 4',
      'inspect 6',
      'refund 7',
      'done 7',
    ])
  })

  it('gives no time to what is still going on, nor to what was done and undone', () => {
    const events = [
      event('apply', 'PENDING_REVIEW', '1'),
      event('approve', 'AWAIT_RETURN', '2'),
      event('edit', 'PENDING_REVIEW', '3'),
      event('requestInfo', 'NEED_INFO', '4'),
    ]
    const progress = progressBy({ type: 'RETURN_REFUND', status: 'NEED_INFO' }, events)
    const steps = stepsOf(progress, events)
    expect(steps.filter(({ at }) => at).map(({ stage, at }) => `${stage} ${at}`)).toEqual([
      'apply 1',
    ])
    expect(steps[1]).toEqual({ stage: 'review', state: 'now' })
  })

  it('leads where the documents lead', () => {
    for (let n = 1; n <= REFUSED_TWICE.length; n += 1) {
      const events = REFUSED_TWICE.slice(0, n)
      const { to: status } = events[n - 1] ?? { to: 'CLOSED' as const }
      const documents = aftersale({
        status,
        ...(n >= 2 ? { returnAddress: { name: 'n', phone: 'p', address: 'a' } } : {}),
        ...(n >= 5 ? { inspections: [{ passed: false }] as Aftersale['inspections'] } : {}),
        ...(n >= 6 ? { refunds: [{}] as Aftersale['refunds'] } : {}),
      })
      const about = { type: 'RETURN_REFUND' as const, status }
      expect(stepsOf(progressBy(about, events))).toEqual(stepsOf(progressOf(documents)))
    }
  })
})

describe('a parcel', () => {
  const parcel = (waybillNo: string) => ({
    direction: 'RETURN' as const,
    carrier: 'SF',
    waybillNo,
    status: 'MOVING' as const,
    at: '',
  })
  const events = [
    event('approve', 'AWAIT_RETURN', '1'),
    event('shipReturn', 'RETURN_SHIPPED', '2', { waybillNo: 'SF1' }),
    event('shipReturn', 'RETURN_SHIPPED', '3', { waybillNo: 'SF2' }),
    event('reportDelivered', 'RETURN_SHIPPED', '4'),
    event('receiveReturn', 'INSPECTING', '5'),
  ]

  it('has its own events, latest first, not those of a number that was corrected', () => {
    expect(parcelCourse(parcel('SF2'), events).map(({ at }) => at)).toEqual(['5', '4', '3'])
    expect(parcelCourse(parcel('SF1'), events).map(({ at }) => at)).toEqual(['2'])
    expect(parcelCourse(parcel('SF9'), events)).toEqual([])
  })

  it('has a hotline where we know one', () => {
    expect(carrierPhone('SF')).toBe('95338')
    expect(carrierPhone('OTHER')).toBeNull()
    expect(carrierPhone('NEW_ONE')).toBeNull()
  })

  it('goes to an address that forms of carriers take in one line', () => {
    const address = {
      name: '售后仓',
      phone: '057188880000',
      address: '浙江省 杭州市\n余杭区 8 号 ',
    }
    expect(pastedAddress(address)).toBe('售后仓 057188880000 浙江省 杭州市 余杭区 8 号')
  })
})

describe('the buttons of a case', () => {
  it('stand side by side up to two, and behind the first when there are more', () => {
    expect(inBar(['edit', 'cancel'])).toEqual({ shown: ['edit', 'cancel'], folded: [] })
    expect(inBar(['shipReturn', 'edit', 'cancel'])).toEqual({
      shown: ['shipReturn'],
      folded: ['edit', 'cancel'],
    })
  })

  it('are the commands the server allows, the most wanted first', () => {
    const allowedCommands = ['cancel', 'edit', 'shipReturn', 'somethingNew', 'acceptOffer']
    expect(actsOf(aftersale({ allowedCommands }))).toEqual(['shipReturn', 'edit', 'cancel'])
  })

  it('begin with the rating as long as there may be one', () => {
    expect(actsOf(aftersale({ rateUntil: '2026-03-20T00:00:00.000Z' }))).toEqual(['rate'])
  })
})

describe('the tabs over the cases', () => {
  it('count open and ended ones and leave empty statuses out', () => {
    const counts = [
      { status: 'PENDING_REVIEW', count: 2 },
      { status: 'REFUNDING', count: 1 },
      { status: 'CLOSED', count: 4 },
    ] as const
    expect(tabsOf(counts, 'OPEN')).toEqual([
      { tab: 'OPEN', count: 3 },
      { tab: 'PENDING_REVIEW', count: 2 },
      { tab: 'REFUNDING', count: 1 },
      { tab: 'ENDED', count: 4 },
    ])
  })

  it('keep the chosen one when it becomes empty', () => {
    expect(tabsOf([], 'NEED_INFO').map(({ tab }) => tab)).toEqual(['OPEN', 'NEED_INFO', 'ENDED'])
  })
})
