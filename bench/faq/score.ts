// node bench/faq/score.ts <folder> [<dev folder>]: scores the shipped matcher on a folder of sets.
// Cold: the entries only. Warm: plus labelled questions as learnt phrasings and refusals;
// where a set has a dev split too (beside it or in the dev folder), other splits are measured with
// all of dev learnt and with the thresholds chosen on dev, else by five folds.
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { ask } from '@shouhou/shared/domain/faq-ask'
import type { FaqIndex } from '@shouhou/shared/domain/faq-index'
import { coverageAt, measuredAt, type Outcome, score } from './metrics.ts'
import { header, line } from './print.ts'
import { indexChooser, indexesOf } from './rows.ts'
import { type Query, readSets, type Split } from './sets.ts'

const run = (split: Split, choose: (query: Query, at: number) => FaqIndex): Outcome[] => {
  for (const [at, query] of split.queries.slice(0, 200).entries())
    ask(choose(query, at), query.text)
  return split.queries.map((query, at) => {
    const index = choose(query, at)
    const start = performance.now()
    const { ranked, confidence } = ask(index, query.text)
    const milliseconds = performance.now() - start
    const place = ranked.findIndex(({ entryId }) => query.gold.includes(entryId))
    return {
      rank: place < 0 ? undefined : place,
      inScope: query.gold.length > 0,
      confidence,
      milliseconds,
    }
  })
}

const folds = (split: Split, warm: boolean): Outcome[] => run(split, indexChooser(split, warm))

const buildTime = (split: Split): string => {
  const start = performance.now()
  indexesOf(split.kb, [])
  const texts = split.kb.reduce((sum, entry) => sum + 1 + entry.similar.length, 0)
  return `index of ${split.kb.length} entries, ${texts} texts: ${(performance.now() - start).toFixed(0)} ms`
}

/** Coverage and precision on `outcomes` at the thresholds that `dev` asks for. */
const transferred = (dev: readonly Outcome[], outcomes: readonly Outcome[]): string =>
  [0.85, 0.9, 0.95]
    .map((target) => {
      const { coverage, precision } = measuredAt(outcomes, coverageAt(dev, target).threshold)
      const shares = [coverage, precision].map((share) => (100 * share).toFixed(1))
      return `dev threshold for P${100 * target}: coverage ${shares[0]}, precision ${shares[1]}`
    })
    .join('; ')

const report = (split: Split, dev: Split | undefined): void => {
  console.log(`\n${split.set}, ${split.split} (${buildTime(split)})\n${header}`)
  const cold = folds(split, false)
  console.log(line('  cold', score(cold)))
  if (dev) console.log(`    ${transferred(folds(dev, false), cold)}`)
  if (split.kb.some(({ kb }) => kb)) return
  if (!dev) {
    console.log(line('  warm (5 folds)', score(folds(split, true))))
    return
  }
  const learnt = indexesOf(split.kb, dev.queries)
  const warm = run(split, (query) => learnt.get(query.kb ?? '') as FaqIndex)
  console.log(line('  warm (all of dev)', score(warm)))
  console.log(`    ${transferred(folds(dev, true), warm)}`)
}

const folderOf = (argument: string | undefined): string | undefined =>
  argument && resolve(process.env.INIT_CWD ?? '.', argument)

const folder = folderOf(process.argv[2])
const devFolder = folderOf(process.argv[3]) ?? folder
if (!folder || !devFolder || !existsSync(folder) || !existsSync(devFolder)) {
  console.error('Usage: npm run bench:faq -- <folder of sets> [<folder of their dev splits>]')
  process.exit(1)
}
const splits = readSets(folder)
if (splits.length === 0) {
  console.error(`No test set (kb.jsonl beside dev.jsonl) found under ${folder}`)
  process.exit(1)
}
const devs = readSets(devFolder).filter(({ split }) => split === 'dev')
for (const split of splits) {
  const dev = split.split === 'dev' ? undefined : devs.find(({ set }) => set === split.set)
  report(split, dev)
}
