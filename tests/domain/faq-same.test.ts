// Which questions count as one.
import { sameQuestionKey } from '@shouhou/shared/domain/faq-same'
import { describe, expect, test } from 'vitest'

describe('a question', () => {
  test.each([
    ['退款多久到账', '请问退款多久到账呀？'],
    ['退款多久到账', '您好，我想问一下，退款多久到账呢'],
    ['退款多久到账', '退款多久到賬'],
    ['When do I get my refund', 'Hello, when do I get my refund please?'],
  ])('%s is the same as %s', (one, other) => {
    expect(sameQuestionKey(one)).toBe(sameQuestionKey(other))
  })

  test.each([
    ['退款多久到账', '退货多久到账'],
    ['可以退吗', '不可以退吗'],
    ['运费谁出', '运费险谁出'],
  ])('%s is another one than %s', (one, other) => {
    expect(sameQuestionKey(one)).not.toBe(sameQuestionKey(other))
  })

  test('of politeness alone stays what it is', () => {
    expect(sameQuestionKey('你好')).toBe('你好')
    expect(sameQuestionKey('？！')).toBe('')
  })
})
