// What other slices may ask of conversations.
export { type EntryUses, usesOfEntry } from './entry-uses-store.ts'
export { sayFor } from './say-for.ts'
