// The filter of a list as it travels in the address of the export page. Pure.

/** What the link says, or nothing when it is no filter; the server decides what it means. */
export function filterOf(text: string | undefined): Readonly<Record<string, never>> {
  try {
    const value: unknown = JSON.parse(decodeURIComponent(text ?? ''))
    if (value === null || typeof value !== 'object' || Array.isArray(value)) return {}
    // Which list it belongs to is known to the server alone, so the type promises nothing.
    const { sort: _order, ...filter } = value as Record<string, never>
    return filter
  } catch {
    return {}
  }
}
