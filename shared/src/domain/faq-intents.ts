// Recognises the questions a bot must not answer from an entry alone: a wish for a human, the
// state of the shopper's own case, money, anger, urgency and danger. Word patterns, zh and en;
// rather one hand-over too many than one too few (GB/T 47746: a human confirms money, and
// takes over on negative emotion and matters of safety).

/** What the shopper asks the state of; `case` when the question does not say. */
export type OwnCaseTopic = 'refund' | 'exchange' | 'repair' | 'return' | 'case'

export type Distress = 'safety' | 'anger' | 'urgent'

export interface FaqIntents {
  /** Asks for a human. */
  readonly human: boolean
  /** Asks how far the own case is. */
  readonly ownCase: OwnCaseTopic | undefined
  /** Asks for an amount of refund or compensation, or for a discount. */
  readonly money: boolean
  /** Danger to health, anger, or great hurry. */
  readonly distress: Distress | undefined
}

const any = (...sources: readonly string[]): RegExp => new RegExp(sources.join('|'))

const human = any(
  '^(亲|你好|您好)?(人工|真人|客服|人工客服|人工服务|在线客服)(在吗|在不在|呢|吧)?$',
  '(转|找|要|叫|接|换|喊|呼叫|联系|和|跟|同).{0,4}(人工|真人|活人|客服|专员|坐席|负责人|经理|店长)',
  '(不要|别|不想|不是).{0,4}机器人',
  '(有没有|有|来个|来).{0,2}(人工|真人|活人|人在吗)',
  '\\b(talk|speak|chat|connect|transfer|switch|put) (me )?(to|with|through|through to)\\b.{0,25}\\b(human|person|agent|representative|someone|somebody|operator|staff|manager|support|service|people)',
  '\\b(real|live|actual) (human|person|agent|people)',
  '^(a )?(human|agent|representative|operator|customer service|support)( please)?$',
  '\\b(want|need|get|give) (me )?(to (talk|speak|chat) (to|with) )?(a |an |the )?(human|person|agent|representative|operator|manager)',
  '\\b(contact|reach|call) (a |an |the )?(customer service|customer support|human|agent|person)',
  '\\b(not|no|stop).{0,12}\\b(bot|robot)\\b',
)

/** Opening hours of the human service are an entry, not a wish for a human. */
const asksHours = any(
  '几点|上班|下班|工作时间|服务时间|在线时间|营业时间|晚上|夜里|周末|节假日|24小时',
  '\\bhours\\b|what time|\\bopen\\b',
)

const topics: readonly (readonly [OwnCaseTopic, RegExp])[] = [
  ['refund', any('退款|退的?钱|退我的?钱|钱|款|到账', '\\brefund|\\bmoney\\b|reimburse')],
  ['exchange', any('换货|换的|新的|补发|重发', '\\bexchange|\\breplacement')],
  ['repair', any('维修|修|返修', '\\brepair|\\bfixed\\b')],
  ['return', any('退货|寄回|退回', '\\breturn')],
  [
    'case',
    any(
      '售后|申请|单子|案子|工单|审核|进度|处理',
      '\\bcase\\b|\\brequest\\b|\\bclaim\\b|\\bticket\\b|\\bapplication\\b|after.?sales',
    ),
  ],
]

const steps =
  '到账|到|退款|退|审核|审|通过|修好|修|寄出|寄|发货|发|处理|同意|完成|收到|批|回复|动静|消息|反应|结果'

const progress = any(
  '到哪(儿|里)?了|到哪一?步|到哪$|去哪(儿|里)?了|哪一?步了|什么情况|(怎么样|怎样|咋样)了|进度|进展|状态',
  `(${steps}|好)(货|完|好|下来|出来)?了(没有|没|吗|么|嘛|不)`,
  `(${steps})(没有|没)(啊|呢)?$`,
  `(怎么|为什么|为啥|咋|一直|还|都|到现在|迟迟).{0,6}(没有|没|不).{0,3}(${steps})`,
  '我.{0,12}(什么时候|多久|啥时候|几时|何时|几天|多长时间)',
  "\\bwhere('?s| is| are)? ?my\\b|\\bstatus of\\b|\\bmy .{0,30}\\b(status|progress)\\b|\\bprogress of\\b",
  "\\b(still |yet )?(haven'?t|have not|not|never|didn'?t|hasn'?t|has not|isn'?t)( yet)? (yet )?(received?|got|gotten|get|been|arrived|come|refunded|processed|approved|shipped|finished|done|repaired)",
  '\\b(when|how long) .{0,30}\\bmy\\b|\\bmy .{0,40}\\b(yet|taking so long|how far)\\b|\\bhow far\\b|\\b(track|check)( on)? my\\b|what.{0,12}happen.{0,12} my\\b|any (update|news)',
)

/** Asks what is possible or how to do something: a matter of rules, not of one's own case. */
const general = any(
  '能|可以|可否|支持|是否|想|会怎|会不会|行不行|如何|怎么(申请|办理|操作|查|看|填|改|取消|撤|寄|用|换|退|开|联系)|在哪(里|儿)?(看|查|填|申请)',
  '\\b(can|could|may|should|do|would) i\\b|\\bhow to\\b|\\bwhat (can|if|happens)\\b|\\bi want\\b|\\bdo you\\b',
)

const money = any(
  '(赔|补偿|补|退|返|给).{0,6}(多少|几块|几百|几十|全额|一半|几倍|百分之)',
  '(多少钱|多少|几块钱).{0,6}(赔|退|补|返)',
  '(赔|补偿)(我|给我|一点|点|钱|不|吗)|(要|求|给|有|能|没有).{0,4}(赔偿|赔付|补偿|赔钱|赔)',
  '全额退|全款退|原价退|三倍|十倍|假一赔|双倍|(退|补|赔)一(赔|补)',
  '便宜(点|一点|些)|(给|送|发|补).{0,4}(红包|优惠券|券|优惠|折扣)|(能|可以|可不可以|能不能).{0,4}(打折|优惠|便宜|减)',
  '\\bhow much\\b.{0,40}\\b(refund|back|compensat\\w*|return|pay me|receive|reimburs\\w*)',
  '\\bcompensat|\\bdamages\\b|\\b(full|partial|double|triple|half) refund|\\brefund (amount|in full)|\\bpay me\\b',
  '\\b(give|offer|get)( me| us)?( a| some)? (discount|coupon|voucher|credit|money off)',
)

const safety = any(
  '受伤|烫伤|烧伤|割伤|划伤|触电|漏电|起火|着火|冒烟|爆炸|炸了|中毒|过敏|住院|医院|拉肚子|呕吐|流血|窒息',
  '\\binjur|\\bburn(t|ed|s)?\\b|\\bon fire\\b|\\bcaught fire\\b|\\bsmok(e|ing)\\b|electric(al)? shock|explod|explosion|poison|allerg|hospital|bleed|\\bhurt (me|my|him|her)\\b',
)

const anger = any(
  '骗子|骗人|欺骗|诈骗|垃圾|太差|差劲|气死|气人|生气|愤怒|恶心|忽悠|坑人|坑爹|坑我|黑店|黑心|奸商|不要脸|无耻|他妈|tmd|滚|王八|傻|有病|受够|失望|无语|什么态度|耍我|敷衍|踢皮球|推卸',
  '报警|起诉|法院|律师|12315|12345|消协|曝光|要投诉|投诉你|投诉他|去投诉|给差评',
  '\\b(scam|scammer|fraud|cheat|cheating|cheated|liar|lies|furious|angry|pissed|disgust\\w*|ridiculous|unacceptable|terrible|horrible|awful|worst|useless|rubbish|garbage|bullshit|fuck\\w*|shit|damn|idiot|stupid|fed up|rip ?off|disappointed)\\b',
  '\\b(sue|lawyer|court|police|legal action|consumer protection)\\b',
)

const urgent = any(
  '加急|紧急|急死|很急|非常急|特别急|急急|着急|马上要|十万火急|等不了|来不及|救命',
  '\\b(urgent|urgently|asap|emergency|right now|as soon as possible|immediately)\\b',
)

/** Detects the intents of a question; an empty question has none. */
export const detectIntents = (question: string): FaqIntents => {
  const text = question.slice(0, 400).toLowerCase().replace(/’/g, "'").trim()
  const bare = text.replace(/[\s，。！？、,.!?~～…]+$/u, '')
  return {
    human: human.test(bare) && !asksHours.test(bare),
    ownCase: ownCaseIn(bare),
    money: money.test(bare),
    distress: distressIn(bare),
  }
}

const ownCaseIn = (text: string): OwnCaseTopic | undefined => {
  if (!progress.test(text) || general.test(text)) return undefined
  return topics.find(([, words]) => words.test(text))?.[0]
}

const distressIn = (text: string): Distress | undefined => {
  if (safety.test(text)) return 'safety'
  if (anger.test(text)) return 'anger'
  return urgent.test(text) ? 'urgent' : undefined
}
