import { ask } from '@shouhou/shared/domain/faq-ask'
import { addRefusal, buildIndex, putEntry, removeEntry } from '@shouhou/shared/domain/faq-index'
import { learntScores } from '@shouhou/shared/domain/faq-learner'
import { prepare } from '@shouhou/shared/domain/faq-search'
import { describe, expect, it } from 'vitest'

const entries = [
  {
    id: 'freight',
    phrasings: ['退货运费谁出', '寄回去的邮费谁付', 'Who pays the return freight?'],
  },
  {
    id: 'refund-time',
    phrasings: ['退款多久到账', '钱什么时候退回来', 'How long does a refund take?'],
  },
  { id: 'invoice', phrasings: ['怎么开发票', '发票抬头写错了怎么改', 'How do I get an invoice?'] },
  { id: 'rare', phrasings: ['㐱㒒㗄怎么办'] },
]

const first = (index: ReturnType<typeof buildIndex>, question: string) =>
  ask(index, question).ranked[0]?.entryId

describe('the FAQ matcher', () => {
  const index = buildIndex(entries)

  it('finds the entry of each of its own phrasings first, and is sure of it', () => {
    for (const entry of entries)
      for (const [at, phrasing] of entry.phrasings.entries()) {
        const reply = ask(index, phrasing)
        expect(reply.ranked[0], phrasing).toMatchObject({ entryId: entry.id, phrasingIndex: at })
        expect(reply.verdict, phrasing).toBe('answer')
      }
  })

  it('understands other words for the same thing, in Chinese and English', () => {
    expect(first(index, '快递费是我自己掏吗')).toBe('freight')
    expect(first(index, '还钱要等几天啊')).toBe('refund-time')
    expect(first(index, 'when will I get my money back')).toBe('refund-time')
    expect(first(index, 'who has to cover shipping costs')).toBe('freight')
  })

  it('reads full-width, upper-case and traditional writing like plain writing', () => {
    expect(ask(index, '退貨運費誰出').confidence).toBe(ask(index, '退货运费谁出').confidence)
    expect(ask(index, 'ＷＨＯ ＰＡＹＳ the Return FREIGHT??').confidence).toBe(
      ask(index, 'who pays the return freight').confidence,
    )
  })

  it('indexes characters outside the common block', () => {
    expect(first(index, '㐱㒒㗄')).toBe('rare')
  })

  it('hands over what no entry resembles, and what holds no letters', () => {
    for (const question of ['', '？？？', '😀', '今晚月亮真圆', 'knitting pattern'])
      expect(ask(index, question).verdict, question).toBe('handover')
  })

  it('never throws on odd input', () => {
    for (const question of ['a'.repeat(10_000), '退'.repeat(10_000), '\ud800', '\u0000', "''''"])
      expect(ask(index, question).confidence).toBeGreaterThanOrEqual(0)
  })

  it('becomes less sure of what people marked as answered wrongly', () => {
    const question = '退货运费险怎么买'
    const before = ask(index, question).confidence
    const taught = buildIndex(entries)
    addRefusal(taught, question)
    expect(ask(taught, question).confidence).toBeLessThan(before)
  })
})

describe('what phrasings teach', () => {
  const index = buildIndex(entries, { refusals: ['退货运费险怎么买', '运费险在哪买'] })
  const places = entries.map(({ id }) => index.entryOf.get(id) ?? -1)
  const taught = (question: string) => learntScores(index, prepare(index, question), places)

  it('each entry scores highest for what is like its own phrasings', () => {
    expect(Math.max(...taught('邮费谁付').of)).toBe(taught('邮费谁付').of[0])
    expect(Math.max(...taught('发票抬头').of)).toBe(taught('发票抬头').of[2])
  })

  it('"nobody answers this" scores highest for what is like the refused questions', () => {
    const { of, refused } = taught('想买运费险')
    expect(refused).toBeGreaterThan(Math.max(...of))
    expect(taught('退款多久到账').refused).toBeLessThan(0)
  })

  it('nothing is refused where nothing was', () => {
    const untaught = buildIndex(entries)
    expect(learntScores(untaught, prepare(untaught, '想买运费险'), places).refused).toBeUndefined()
  })
})

describe('the FAQ index', () => {
  it('finds the same after changes one by one as when built anew', () => {
    const grown = buildIndex([{ id: 'invoice', phrasings: ['旧的问法', '别的'] }])
    putEntry(grown, { id: 'gone', phrasings: ['退款多久到账', '运费谁出'] })
    for (const entry of entries) putEntry(grown, entry)
    removeEntry(grown, 'gone')
    removeEntry(grown, 'gone')
    removeEntry(grown, 'never there')
    const fresh = buildIndex(entries)
    expect(grown.totals).toMatchObject({ entries: 4, phrasings: fresh.totals.phrasings })
    for (const { slots, times } of grown.postings) {
      expect(times).toHaveLength(slots.length)
      expect(slots.filter((slot) => !grown.phrasings[slot])).toEqual([])
    }
    for (const { id, phrasings } of entries)
      for (const phrasing of phrasings) {
        expect(ask(grown, phrasing), phrasing).toMatchObject({
          verdict: 'answer',
          ranked: [
            { entryId: id },
            ...ask(fresh, phrasing)
              .ranked.slice(1)
              .map(() => ({})),
          ],
        })
        expect(ask(grown, phrasing).ranked.map(({ entryId }) => entryId)).not.toContain('gone')
      }
  })

  it('gives the same confidence every time it is built', () => {
    const [one, other] = [buildIndex(entries), buildIndex(entries)]
    expect(ask(one, '退款要等多久')).toEqual(ask(other, '退款要等多久'))
  })

  it('finds a learnt phrasing as soon as it is put', () => {
    const index = buildIndex(entries)
    const question = '抬头填成个人了要改公司'
    putEntry(index, { id: 'invoice', phrasings: ['怎么开发票', question] })
    expect(ask(index, question)).toMatchObject({
      verdict: 'answer',
      ranked: [{ entryId: 'invoice' }],
    })
  })
})
