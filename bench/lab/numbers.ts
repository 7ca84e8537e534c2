// Arithmetic of measurements.

const sorted = (values: readonly number[]) => [...values].sort((a, b) => a - b)

/** The value below which `share` of all values lie. */
export function quantile(values: readonly number[], share: number): number {
  const order = sorted(values)
  return order[Math.min(order.length - 1, Math.floor(order.length * share))] ?? 0
}

export const median = (values: readonly number[]): number => quantile(values, 0.5)

/** Slope of the line through the points by least squares: units of `y` for one of `x`. */
export function slope(points: readonly { readonly x: number; readonly y: number }[]): number {
  const mean = (of: (p: { x: number; y: number }) => number) =>
    points.reduce((sum, p) => sum + of(p), 0) / points.length
  const [x, y] = [mean((p) => p.x), mean((p) => p.y)]
  const spread = points.reduce((sum, p) => sum + (p.x - x) ** 2, 0)
  return spread === 0 ? 0 : points.reduce((sum, p) => sum + (p.x - x) * (p.y - y), 0) / spread
}
