// node bench/faq/train.ts <folder> [--write]: learns the matcher's weights from the sets of a
// folder and says how they do on each set when it was left out. Sets under `restricted/` are
// measured but never learnt from. --write puts the weights into shared/src/domain/faq-weights.ts.
import { writeFileSync } from 'node:fs'
import { entryFeatures } from '@shouhou/shared/domain/faq-candidates'
import { confidenceFeatures, type Table } from '@shouhou/shared/domain/faq-confidence'
import { score } from './metrics.ts'
import { applyModel, learn, type Model } from './model.ts'
import { ownSet } from './own-set.ts'
import { header, line } from './print.ts'
import { type Row, rowsOf } from './rows.ts'
import { readSets } from './sets.ts'

const target = new URL('../../shared/src/domain/faq-weights.ts', import.meta.url)

const table = (names: readonly string[], values: readonly number[]): string =>
  names.map((name, at) => `      ${name}: ${Number((values[at] ?? 0).toFixed(2))},`).join('\n')

const languageTable = ({ rank, confidence, bias }: Table): string => `{
    rank: {
${table(entryFeatures, rank)}
    },
    confidence: {
${table(confidenceFeatures, confidence)}
    },
    bias: ${Number(bias.toFixed(2))},
  }`

const asFile = (
  model: Model,
): string => `// Learnt numbers, written by bench/faq/train.ts; what each stands for is said in
// faq-compare.ts, faq-candidates.ts and faq-confidence.ts. Do not edit by hand.

export interface LanguageWeights {
  /** Weights of the ranking, by feature. */
  readonly rank: Readonly<Record<string, number>>
  /** Weights of the confidence (log odds), by feature. */
  readonly confidence: Readonly<Record<string, number>>
  readonly bias: number
}

export const weights: Readonly<Record<'zh' | 'en', LanguageWeights>> = {
  zh: ${languageTable(model.zh)},
  en: ${languageTable(model.en)},
}
`

const [folder, ...flags] = process.argv.slice(2)
if (!folder) {
  console.error('Usage: node bench/faq/train.ts <folder of sets> [--write]')
  process.exit(1)
}

const sets = [...readSets(folder).filter(({ split }) => split === 'dev'), ownSet]
const cold = new Map<string, Row[]>()
const warm = new Map<string, Row[]>()
for (const set of sets) {
  cold.set(set.set, rowsOf(set, false))
  if (set !== ownSet && !set.kb.some(({ kb }) => kb)) warm.set(set.set, rowsOf(set, true))
}
const isFree = (name: string): boolean => !name.includes('restricted')
const trainingRuns = (without?: string): Row[][] =>
  [cold, warm].flatMap((runs) =>
    [...runs].filter(([name]) => isFree(name) && name !== without).map(([, rows]) => rows),
  )
const measure = (title: string, modelFor: (set: string) => Model): void => {
  console.log(`${title}\n${header}`)
  for (const { set } of sets) {
    const model = modelFor(set)
    for (const [name, runs] of [
      ['cold', cold],
      ['warm', warm],
    ] as const) {
      const rows = runs.get(set)
      if (rows)
        console.log(line(`${set} ${name}`, score(rows.map((row) => applyModel(model, row)))))
    }
  }
}

const shipped = learn(trainingRuns())
measure('Each set with weights learnt from the other sets only:', (set) => learn(trainingRuns(set)))
measure('Each set with the weights to ship:', () => shipped)
if (flags.includes('--write')) {
  writeFileSync(target, asFile(shipped))
  console.log(`Written: ${target.pathname}`)
}
