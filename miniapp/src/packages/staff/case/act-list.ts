// The actions of the desk in the order they are offered: the usual next step first, the exceptions last.

export const DESK_COMMANDS = [
  'approve',
  'receiveReturn',
  'passInspection',
  'shipReplacement',
  'retryRefund',
  'reject',
  'failInspection',
  'recordOfflinePayout',
  'requestInfo',
  'offer',
  'waiveReturn',
  'reportOutOfStock',
  'forceRefund',
  'forceClose',
] as const
export type DeskCommand = (typeof DESK_COMMANDS)[number]

/** Past the normal course. */
export const isOverride = (command: DeskCommand): boolean =>
  command === 'forceRefund' || command === 'forceClose'

/** Those of the allowed commands that have a sheet here. */
export const deskCommandsOf = (allowed: readonly string[]): DeskCommand[] =>
  DESK_COMMANDS.filter((command) => allowed.includes(command))

/** Goods that were received are inspected next, by the same hands: the case stays open. */
const STAYS: readonly DeskCommand[] = ['receiveReturn']

/** Whether the work on a case is over for now once this is done, so that the next one may open. */
export const leadsOn = (command: DeskCommand): boolean => !STAYS.includes(command)
