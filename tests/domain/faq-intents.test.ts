import { faqSeeds } from '@shouhou/server/seeds/faq/index.ts'
import { detectIntents } from '@shouhou/shared/domain/faq-intents'
import { describe, expect, it } from 'vitest'

const none = { human: false, ownCase: undefined, money: false, distress: undefined }

describe('intents of a question', () => {
  it.each([
    '人工',
    '转人工客服',
    '我要找真人',
    '你不是机器人吧，不要机器人',
    '客服在吗',
    '怎么联系客服',
    'agent',
    'Can I talk to a real person?',
    'I want to speak with customer service',
    'connect me to someone please',
  ])('a human is asked for: %s', (question) => {
    expect(detectIntents(question).human).toBe(true)
  })

  it.each([
    '人工客服几点上班',
    'What are the hours of the human service?',
    '客服电话在包装上看不清',
  ])('no human is asked for: %s', (question) => {
    expect(detectIntents(question).human).toBe(false)
  })

  it.each([
    ['退款到哪了', 'refund'],
    ['我的退款怎么还没到账', 'refund'],
    ['钱退了吗', 'refund'],
    ['我的换货到哪一步了', 'exchange'],
    ['换的新的发了没', 'exchange'],
    ['我那个维修什么时候好', 'repair'],
    ['退货审核通过了吗', 'return'],
    ['我的售后处理得怎么样了', 'case'],
    ['查一下申请进度', 'case'],
    ['Where is my refund?', 'refund'],
    ["I still haven't received my money", 'refund'],
    ['when will my replacement arrive', 'exchange'],
    ["what's the status of my repair", 'repair'],
    ['Has my return arrived yet? any update', 'return'],
    ['any news on my request', 'case'],
    ['退款还没到账', 'refund'],
    ['维修好了没', 'repair'],
    ['商家怎么还不处理我的申请', 'case'],
  ])('the own case is asked about: %s → %s', (question, topic) => {
    expect(detectIntents(question).ownCase).toBe(topic)
  })

  it.each([
    '退款多久到账',
    '怎么申请换货',
    '七天无理由怎么算',
    'How long does a refund take?',
    'Can I exchange for another size?',
  ])('a general question is not about the own case: %s', (question) => {
    expect(detectIntents(question)).toEqual(none)
  })

  it('questions about rules stay questions about rules, whatever words they share', () => {
    // These describe a case under way; its live state answers them better than any entry.
    const underWay = [
      'check-progress',
      'merchant-silent',
      'refund-not-arrived',
      'return-parcel-lost',
    ]
    const taken = faqSeeds
      .filter(({ id }) => !underWay.includes(id))
      .flatMap(({ zh, en }) => [zh.question, ...zh.phrasings, en.question, ...en.phrasings])
      .filter((text) => detectIntents(text).ownCase)
    expect(taken).toEqual([])
  })

  it.each([
    '能赔多少',
    '坏了赔我多少钱',
    '可以全额退款吗',
    '假一赔十吗',
    '给点补偿吧',
    '能便宜点吗',
    '能退多少钱',
    'How much will I get back?',
    'I want compensation',
    'give me a discount',
    'can I get a full refund',
  ])('money is asked for: %s', (question) => {
    expect(detectIntents(question).money).toBe(true)
  })

  it.each(['退款退到哪里', '运费多少钱', 'How do I request a refund?'])(
    'no amount is asked for: %s',
    (question) => {
      expect(detectIntents(question).money).toBe(false)
    },
  )

  it.each([
    ['充电的时候冒烟了', 'safety'],
    ['孩子用了过敏去医院了', 'safety'],
    ['the charger caught fire', 'safety'],
    ['你们就是骗子', 'anger'],
    ['我要打12315', 'anger'],
    ['this is unacceptable', 'anger'],
    ['很急，明天就要用', 'urgent'],
    ['I need this asap', 'urgent'],
  ])('distress is noticed: %s → %s', (question, distress) => {
    expect(detectIntents(question).distress).toBe(distress)
  })

  it('an empty or endless question has no intents and takes no time to speak of', () => {
    expect(detectIntents('')).toEqual(none)
    expect(detectIntents('退 '.repeat(100_000))).toEqual(none)
    expect(detectIntents('my '.repeat(100_000))).toEqual(none)
  })
})
