// How a dictionary is written: one line for each key with the Chinese and the English side by side, so
// neither can be forgotten. Pure.

export type Word = readonly [zh: string, en: string]
export type Words = Readonly<Record<string, Word>>

/** The same words under longer keys: `prefixed('type.', TYPE_NAMES)` has `type.EXCHANGE`. */
export function prefixed<P extends string, T extends Words>(
  prefix: P,
  words: T,
): { readonly [K in keyof T & string as `${P}${K}`]: T[K] } {
  const longer: Record<string, Word> = {}
  for (const [key, word] of Object.entries(words)) longer[prefix + key] = word
  return longer as ReturnType<typeof prefixed<P, T>>
}

/** Names of the `{places}` in a sentence; the Chinese one says which values a caller must give. */
export type Places<S extends string> = S extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Places<Rest>
  : never

/**
 * Puts values into a sentence. `{n}` is replaced; `{n|day|days}` picks the word for one or for more,
 * which only English needs.
 */
export function fill(sentence: string, values: Readonly<Record<string, string | number>>): string {
  return sentence.replace(/\{(\w+)(?:\|([^|}]*)\|([^}]*))?\}/g, (whole, name, one, more) => {
    const value = values[name]
    if (value === undefined) return whole
    if (more === undefined) return String(value)
    return Number(value) === 1 ? one : more
  })
}
