// node bench/faq/latency.ts [entries] [phrasings]: time of one question, of building the index
// and of one change, on made-up entries with the word statistics of a real shop (few common
// words, many rare ones). Budget: p99 of a question ≤ 15 ms at 1 000 entries and 5 000 phrasings; no block of the event loop > 50 ms while an index is built or changed.

import { monitorEventLoopDelay } from 'node:perf_hooks'
import { inSlices } from '@shouhou/server/in-slices.ts'
import { ask } from '@shouhou/shared/domain/faq-ask'
import {
  addRefusal,
  buildIndex,
  buildSteps,
  putEntry,
  putSteps,
} from '@shouhou/shared/domain/faq-index'

const entryCount = Number(process.argv[2] ?? 1000)
const phrasingCount = Number(process.argv[3] ?? 5000)
const questionCount = 2000
const changeCount = 20

let seed = 42
const random = (): number => {
  seed = (seed * 16807) % 2147483647
  return seed / 2147483647
}

const pick = <T>(from: readonly T[]): T => from[Math.floor(random() ** 2 * from.length)] as T

const common = [
  ...'退货换款运费快递单号发票维修保修客服人工收到没有什么时候怎么可以需要多少为什么申请商家尺码颜色破损',
]
const rare = Array.from({ length: 2000 }, (_, at) => String.fromCodePoint(0x4e00 + at * 7))
const words = Array.from({ length: 1500 }, () =>
  Array.from({ length: 3 + Math.floor(random() * 6) }, () =>
    pick([...'etaoinshrdlucmfwypvbgk']),
  ).join(''),
)

const topicOf = (): string[] => Array.from({ length: 4 }, () => pick(rare))
const sentence = (topic: readonly string[], at: number): string =>
  at % 3 === 2
    ? Array.from({ length: 9 }, () => pick(words)).join(' ')
    : Array.from({ length: 14 }, () => (random() < 0.25 ? pick(topic) : pick(common))).join('')

const topics = Array.from({ length: entryCount }, topicOf)
const entries = topics.map((topic, entry) => ({
  id: `entry-${entry}`,
  phrasings: Array.from({ length: Math.round(phrasingCount / entryCount) }, (_, at) =>
    sentence(topic, at),
  ),
}))

const timed = (work: () => void): number => {
  const start = performance.now()
  work()
  return performance.now() - start
}

const report = (name: string, times: number[]): void => {
  times.sort((one, other) => one - other)
  const at = (share: number) => (times[Math.floor(share * (times.length - 1))] ?? 0).toFixed(2)
  console.log(
    `${name.padEnd(24)} p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, p99 ${at(0.99)} ms, max ${at(1)} ms`,
  )
}

let index = buildIndex([])
const building = timed(() => {
  index = buildIndex(entries)
})
console.log(
  `${entryCount} entries, ${index.totals.phrasings} phrasings: built in ${building.toFixed(0)} ms`,
)

/** What other requests notice of work that is done in slices, as the server does it. */
const sliced = async (name: string, work: () => Promise<unknown>): Promise<void> => {
  const delay = monitorEventLoopDelay({ resolution: 1 })
  delay.enable()
  const start = performance.now()
  await work()
  const took = performance.now() - start
  delay.disable()
  const worst = delay.max / 1e6
  console.log(`${name.padEnd(24)} ${took.toFixed(0)} ms, longest block ${worst.toFixed(1)} ms`)
  if (worst > 50) process.exitCode = 1
}
await sliced('cold load in slices', () => inSlices(buildSteps(entries)))
await sliced('entry of 80 phrasings', () =>
  inSlices(
    putSteps(index, {
      id: 'entry-0',
      phrasings: Array.from({ length: 80 }, (_, at) => sentence(topics[0] ?? [], at)),
    }),
  ),
)
const questions = Array.from({ length: questionCount }, (_, at) => sentence(pick(topics), at))
for (const question of questions.slice(0, 300)) ask(index, question)
report(
  'question',
  questions.map((question) => timed(() => ask(index, question))),
)
const longest = questions.map((question) => question.repeat(20).slice(0, 200)).slice(0, 500)
report(
  'question of 200 letters',
  longest.map((question) => timed(() => ask(index, question))),
)
const changes = entries.slice(0, changeCount)
report(
  'entry replaced',
  changes.map((entry) => timed(() => putEntry(index, entry))),
)
report(
  'refusal added',
  changes.map((_, at) => timed(() => addRefusal(index, sentence(topicOf(), at)))),
)
