import type { FaqReply } from '@shouhou/shared/domain/faq-ask'
import {
  answerQuestion,
  chooseCase,
  chooseEntry,
  type OwnCase,
  rejectAnswer,
  startDialogue,
} from '@shouhou/shared/domain/faq-dialogue'
import { detectIntents } from '@shouhou/shared/domain/faq-intents'
import { describe, expect, it } from 'vitest'

const reply = (verdict: FaqReply['verdict'], question = '随便问问'): FaqReply => ({
  verdict,
  confidence: 0.5,
  ranked: ['a', 'b', 'c', 'd'].map((entryId) => ({
    entryId,
    phrasingIndex: 0,
    score: 1,
    confidence: 0.5,
  })),
  intents: detectIntents(question),
})

const start = startDialogue('zh')

const own = (id: string, kind: OwnCase['kind'], open: boolean, changedAt: number): OwnCase => ({
  id,
  kind,
  open,
  changedAt,
})

describe('the bot', () => {
  it('answers with the entry when the matcher is sure', () => {
    expect(answerQuestion(start, reply('answer'), []).plan).toEqual({
      kind: 'answer',
      entryId: 'a',
      amountByHuman: false,
    })
  })

  it('offers the nearest three when unsure', () => {
    expect(answerQuestion(start, reply('suggest'), []).plan).toEqual({
      kind: 'suggest',
      entryIds: ['a', 'b', 'c'],
    })
  })

  it('hands over after the second miss in a row, and counts anew after an answer', () => {
    const once = answerQuestion(start, reply('suggest'), [])
    expect(answerQuestion(once.state, reply('suggest'), []).plan).toEqual({
      kind: 'handover',
      reason: 'misses',
    })
    const answered = answerQuestion(once.state, reply('answer'), [])
    expect(answerQuestion(answered.state, reply('suggest'), []).plan.kind).toBe('suggest')
  })

  it('hands over when nothing is near', () => {
    expect(answerQuestion(start, reply('handover'), []).plan).toEqual({
      kind: 'handover',
      reason: 'noAnswer',
    })
  })

  it.each([
    ['转人工', 'asked'],
    ['漏电了怎么办', 'safety'],
    ['骗子公司', 'anger'],
    ['特别急', 'urgent'],
  ])('hands over on %s even when an entry fits', (question, reason) => {
    expect(answerQuestion(start, reply('answer', question), []).plan).toEqual({
      kind: 'handover',
      reason,
    })
  })

  it('answers a question about an amount from an entry only, with the note, else hands over', () => {
    expect(answerQuestion(start, reply('answer', '能退多少钱'), []).plan).toEqual({
      kind: 'answer',
      entryId: 'a',
      amountByHuman: true,
    })
    expect(answerQuestion(start, reply('suggest', '能赔多少'), []).plan).toEqual({
      kind: 'handover',
      reason: 'money',
    })
  })

  it('takes taps on entries and cases and hands over a rejected answer', () => {
    const missed = { ...start, misses: 1 }
    expect(chooseEntry(missed, 'b')).toEqual({
      state: start,
      plan: { kind: 'answer', entryId: 'b', amountByHuman: false },
    })
    expect(chooseCase(missed, 'x').plan).toEqual({ kind: 'caseStatus', caseId: 'x' })
    expect(rejectAnswer(missed).plan).toEqual({ kind: 'handover', reason: 'noAnswer' })
  })
})

describe('a question about the own case', () => {
  const refund = own('r', 'refund', true, 1)
  const exchange = own('e', 'exchange', true, 2)
  const plan = (question: string, cases: OwnCase[]) =>
    answerQuestion(start, reply('suggest', question), cases).plan

  it('shows the only open case of that kind', () => {
    expect(plan('退款到哪了', [refund, exchange])).toEqual({ kind: 'caseStatus', caseId: 'r' })
    expect(plan('我的换货到哪一步了', [refund, exchange])).toEqual({
      kind: 'caseStatus',
      caseId: 'e',
    })
  })

  it('asks which one when several fit, the latest first', () => {
    const returned = own('t', 'return', true, 9)
    expect(plan('退款到哪了', [refund, returned, exchange])).toEqual({
      kind: 'chooseCase',
      caseIds: ['t', 'r'],
    })
    expect(plan('售后处理到哪了', [refund, exchange])).toEqual({
      kind: 'chooseCase',
      caseIds: ['e', 'r'],
    })
  })

  it('falls back to the last closed case of the kind before other open ones', () => {
    const closed = [own('old', 'refund', false, 3), own('older', 'refund', false, 2)]
    expect(plan('我的退款到账了吗', [...closed, exchange])).toEqual({
      kind: 'caseStatus',
      caseId: 'old',
    })
    expect(plan('我的退款到账了吗', [exchange])).toEqual({ kind: 'caseStatus', caseId: 'e' })
  })

  it('is a question like any other for a shopper without cases', () => {
    expect(plan('退款到哪了', []).kind).toBe('suggest')
  })
})
