// Random ids made on the phone: names for requests, not secrets and not row ids.

/** A version 4 UUID. WeChat has no crypto object, so collisions are unlikely, not impossible to provoke. */
export function randomId(random: () => number = Math.random): string {
  return 'xxxxxxxx-xxxx-4xxx-yxxx-xxxxxxxxxxxx'.replace(/[xy]/g, (place) => {
    const digit = Math.floor(random() * 16)
    return (place === 'x' ? digit : (digit & 3) | 8).toString(16)
  })
}
