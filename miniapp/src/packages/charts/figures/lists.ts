// From a number to the list it counts.
import type { ContractKey, Input } from '@shouhou/shared/contract'
import { openPage } from '../../../pages.ts'

type QueryOf<K extends ContractKey> = Exclude<Input<K>['query'], undefined>
type Cases = Omit<
  QueryOf<'GET /aftersales'>,
  'cursor' | 'limit' | 'status' | 'minFen' | 'maxFen'
> & {
  /** As in the contract; `ALL` where it says nothing about the status. */
  readonly status: NonNullable<QueryOf<'GET /aftersales'>['status']> | 'ALL'
}

export const openQueue = (filter: Cases): void => openPage('deskQueue', { ...filter })

export const openRefundsPaidOn = (paidOn: string): void => openPage('deskRefunds', { paidOn })

export const openRatingsOf = (ratedOn: string): void => openPage('deskRatings', { ratedOn })
