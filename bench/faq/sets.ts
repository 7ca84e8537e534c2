// Reads a folder of FAQ test sets: each has kb.jsonl (or kb-SPLIT.jsonl) and SPLIT.jsonl files.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** One FAQ entry of a test set. */
export interface KbEntry {
  readonly id: string
  readonly question: string
  readonly similar: readonly string[]
  readonly kb?: string
}

/** One customer message with the entries that answer it; none means: must go to a human. */
export interface Query {
  readonly id: string
  readonly text: string
  readonly gold: readonly string[]
  readonly kb?: string
}

export interface Split {
  readonly set: string
  readonly split: string
  readonly kb: readonly KbEntry[]
  readonly queries: readonly Query[]
}

/** Name of the set made of our own questions (own-set.ts). */
export const ownSetName = 'own'

const readLines = <T>(path: string): T[] =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as T)

const setFolders = (folder: string): string[] => {
  const names = readdirSync(folder)
  const own = names.some((name) => /^kb(-\w+)?\.jsonl$/.test(name)) ? [folder] : []
  const below = names
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isDirectory())
    .flatMap(setFolders)
  return [...own, ...below]
}

/** Every split of every set under `folder`, the name of a set being its path below it. */
export const readSets = (folder: string): Split[] =>
  setFolders(folder).flatMap((path) =>
    readdirSync(path)
      .filter((name) => name.endsWith('.jsonl') && !name.startsWith('kb'))
      .map((name) => name.slice(0, -'.jsonl'.length))
      .map((split) => {
        const own = join(path, `kb-${split}.jsonl`)
        const kb = existsSync(own) ? own : join(path, 'kb.jsonl')
        return {
          set: path.slice(folder.length).replace(/^\/+/, '') || path.split('/').pop() || path,
          split,
          kb: readLines<KbEntry>(kb),
          queries: readLines<Query>(join(path, `${split}.jsonl`)),
        }
      }),
  )
