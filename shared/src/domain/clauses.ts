// What a rule stands on: the law and article (or platform rule) that pages, traces and refusals cite.

/** Sources of rules. Pages show the full name; `SHOP` is the shop's own published policy. */
export const LAWS = [
  'CONSUMER_LAW', // 消费者权益保护法 (2013)
  'CONSUMER_REGULATION', // 消费者权益保护法实施条例 (2024)
  'SEVEN_DAY_MEASURES', // 网络购买商品七日无理由退货暂行办法 (2020)
  'PENALTY_MEASURES', // 侵害消费者权益行为处罚办法
  'COURT_ONLINE_RULES', // 最高法 网络消费纠纷规定(一) 法释〔2022〕8号
  'PERSONAL_DATA_LAW', // 个人信息保护法
  'WARRANTY_RULES', // 部分商品修理更换退货责任规定
  'WECHAT_RULES', // 微信小店售后规则
  'SHOP',
] as const
export type Law = (typeof LAWS)[number]

/** Every clause that a rule of ours cites. `article` is empty where a source has no articles. */
export const CLAUSES = {
  'consumer-24': { law: 'CONSUMER_LAW', article: '24' },
  'consumer-25': { law: 'CONSUMER_LAW', article: '25' },
  'good-faith-49': { law: 'CONSUMER_REGULATION', article: '49' },
  'promise-12': { law: 'CONSUMER_REGULATION', article: '12' },
  'seven-day-6': { law: 'SEVEN_DAY_MEASURES', article: '6' },
  'seven-day-7': { law: 'SEVEN_DAY_MEASURES', article: '7' },
  'seven-day-8': { law: 'SEVEN_DAY_MEASURES', article: '8' },
  'seven-day-10': { law: 'SEVEN_DAY_MEASURES', article: '10' },
  'seven-day-11': { law: 'SEVEN_DAY_MEASURES', article: '11' },
  'seven-day-12': { law: 'SEVEN_DAY_MEASURES', article: '12' },
  'seven-day-13': { law: 'SEVEN_DAY_MEASURES', article: '13' },
  'seven-day-14': { law: 'SEVEN_DAY_MEASURES', article: '14' },
  'seven-day-17': { law: 'SEVEN_DAY_MEASURES', article: '17' },
  'seven-day-18': { law: 'SEVEN_DAY_MEASURES', article: '18' },
  'penalty-8': { law: 'PENALTY_MEASURES', article: '8' },
  'penalty-9': { law: 'PENALTY_MEASURES', article: '9' },
  'machine-decision-24': { law: 'PERSONAL_DATA_LAW', article: '24' },
  'repair-time': { law: 'WARRANTY_RULES', article: '' },
  'wechat-timers': { law: 'WECHAT_RULES', article: '' },
  shop: { law: 'SHOP', article: '' },
} as const satisfies Record<string, { law: Law; article: string }>
export type Clause = keyof typeof CLAUSES
