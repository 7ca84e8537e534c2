// The server's clock as far as this phone knows it. Deadlines are the server's; a phone set wrong by an
// hour must not show them wrong by an hour.

let aheadMs = 0

/** Learns from the Date header of an answer (whole seconds, plus the way back: close enough for minutes). */
export function learnServerTime(
  dateHeader: string | undefined,
  phoneNow: number = Date.now(),
): void {
  const server = Date.parse(dateHeader ?? '')
  if (!Number.isNaN(server)) aheadMs = server - phoneNow
}

/** Epoch ms by the server's clock. */
export const serverNow = (): number => Date.now() + aheadMs
