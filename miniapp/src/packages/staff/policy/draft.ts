// The policy while it is being edited: what is still missing before the law can be asked. Pure.
import type { PolicyDocument } from '@shouhou/shared/contract/policy-document'
import { LIMITS } from '@shouhou/shared/domain/limits'

/** A number that was typed wrong; it cannot be sent and never looks like a setting. */
export const NO_NUMBER = Number.NaN

export const isNumber = (value: number): boolean => Number.isSafeInteger(value) && value >= 0

/** What is wrong before anybody asks the server: the place, and the word for it. */
export interface Gap {
  readonly pointer: string
  readonly word: 'number' | 'category' | 'name' | 'phone' | 'address'
}

const PHONE = /^[0-9+ -]{5,20}$/

export function gapsOf(document: PolicyDocument): Gap[] {
  const { windows, autoApprove, risk, timers, exclusions, returnAddress } = document
  const { limitFen, keepItemFen, perDay, perDayFen } = autoApprove
  const groups = {
    windows,
    autoApprove: { limitFen, keepItemFen, perDay, perDayFen },
    risk,
    timers,
  }
  const numbers = Object.entries(groups).flatMap(([group, values]) =>
    Object.entries(values)
      .filter(([, value]) => !isNumber(value))
      .map(([name]): Gap => ({ pointer: `/${group}/${name}`, word: 'number' })),
  )
  const categories = exclusions.flatMap(({ category }, index): Gap[] =>
    category.trim() === '' ? [{ pointer: `/exclusions/${index}`, word: 'category' }] : [],
  )
  return [...numbers, ...categories, ...addressGaps(returnAddress)]
}

function addressGaps(address: PolicyDocument['returnAddress']): Gap[] {
  if (address === null) return []
  const gaps: Gap[] = []
  if (address.name.trim() === '') gaps.push({ pointer: '/returnAddress/name', word: 'name' })
  if (!PHONE.test(address.phone)) gaps.push({ pointer: '/returnAddress/phone', word: 'phone' })
  if (address.address.trim() === '') {
    gaps.push({ pointer: '/returnAddress/address', word: 'address' })
  }
  return gaps
}

const BLANK = { name: '', phone: '', address: '' }

/** An address with all its parts empty is no address. */
export function withAddress(
  document: PolicyDocument,
  part: Partial<NonNullable<PolicyDocument['returnAddress']>>,
): PolicyDocument {
  const next = { ...BLANK, ...document.returnAddress, ...part }
  const blank = Object.values(next).every((text) => text.trim() === '')
  return { ...document, returnAddress: blank ? null : next }
}

export const MOST_EXCLUSIONS = 200
export const LONGEST_CATEGORY = LIMITS.nameLength
