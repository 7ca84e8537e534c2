// node bench/faq/train.ts <folder> [--write]: learns the matcher's weights from the sets of a
// folder and says how they do on each set when it was left out. Sets under `restricted/` are
// measured but never learnt from. --write puts the weights into shared/src/domain/faq-weights.ts.
import { writeFileSync } from 'node:fs'
import { entryFeatures } from '../../shared/src/domain/faq-candidates.ts'
import { confidenceFeatures } from '../../shared/src/domain/faq-confidence.ts'
import { score } from './metrics.ts'
import { applyModel, learn, type Model } from './model.ts'
import { header, line } from './print.ts'
import { type Row, rowsOf } from './rows.ts'
import { readSets } from './sets.ts'

const target = new URL('../../shared/src/domain/faq-weights.ts', import.meta.url)

const table = (names: readonly string[], values: readonly number[]): string =>
  names.map((name, at) => `  ${name}: ${Number((values[at] ?? 0).toFixed(3))},`).join('\n')

const asFile = (
  model: Model,
): string => `// Learnt numbers, written by bench/faq/train.ts; what each stands for is said in
// faq-compare.ts, faq-candidates.ts and faq-confidence.ts. Do not edit by hand.

/** Weights of the ranking, by feature. */
export const rankWeights: Readonly<Record<string, number>> = {
${table(entryFeatures, model.rank)}
}

/** Weights of the confidence, by feature. */
export const confidenceWeights: Readonly<Record<string, number>> = {
${table(confidenceFeatures, model.answer.weights)}
}

/** Confidence (log odds) of a reply whose features are all zero. */
export const confidenceBias = ${Number(model.answer.bias.toFixed(3))}
`

const [folder, ...flags] = process.argv.slice(2)
if (!folder) {
  console.error('Usage: node bench/faq/train.ts <folder of sets> [--write]')
  process.exit(1)
}

const sets = readSets(folder).filter(({ split }) => split === 'dev')
const cold = new Map<string, Row[]>()
const warm = new Map<string, Row[]>()
for (const set of sets) {
  cold.set(set.set, rowsOf(set, false))
  if (!set.kb.some(({ kb }) => kb)) warm.set(set.set, rowsOf(set, true))
}
const isFree = (name: string): boolean => !name.includes('restricted')
const trainingRows = (without?: string): Row[] =>
  [cold, warm].flatMap((rows) =>
    [...rows].filter(([name]) => isFree(name) && name !== without).flatMap(([, own]) => own),
  )

console.log('Each set measured with weights learnt from the other sets only:')
console.log(header)
for (const { set } of sets) {
  const model = learn(trainingRows(set))
  for (const [name, rows] of [
    ['cold', cold],
    ['warm', warm],
  ] as const) {
    const own = rows.get(set)
    if (own) console.log(line(`${set} ${name}`, score(own.map((row) => applyModel(model, row)))))
  }
}
if (flags.includes('--write')) {
  writeFileSync(target, asFile(learn(trainingRows())))
  console.log(`Written: ${target.pathname}`)
}
