import { ask } from '@shouhou/shared/domain/faq-ask'
import { describe, expect, it } from 'vitest'
import { ownSet } from '../../bench/faq/own-set.ts'
import { indexesOf } from '../../bench/faq/rows.ts'

const index = indexesOf(ownSet.kb, []).get('')
const replies = ownSet.queries.map(({ text, gold }) => {
  const reply = ask(index as NonNullable<typeof index>, text)
  const place = reply.ranked.findIndex(({ entryId }) => gold.includes(entryId))
  return { text, inScope: gold.length > 0, verdict: reply.verdict, place }
})
const asked = replies.filter(({ inScope }) => inScope)
const share = (part: readonly unknown[], whole: readonly unknown[]) => part.length / whole.length

describe('questions in shoppers’ own words, asked of the ready entries', () => {
  it('have their entry among the first three nine times in ten', () => {
    expect(
      share(
        asked.filter(({ place }) => place >= 0 && place < 3),
        asked,
      ),
    ).toBeGreaterThan(0.9)
  })

  it('are answered at once four times in ten, and rightly so', () => {
    const answered = replies.filter(({ verdict }) => verdict === 'answer')
    expect(share(answered, asked)).toBeGreaterThan(0.4)
    expect(
      share(
        answered.filter(({ place }) => place === 0),
        answered,
      ),
    ).toBeGreaterThan(0.95)
  })

  it('are never answered when no entry does', () => {
    expect(replies.filter(({ inScope, verdict }) => !inScope && verdict === 'answer')).toEqual([])
  })
})
