// Why the machine said no, as a problem with a sentence for whoever asked.
import type { Denied } from '@shouhou/shared/domain/aftersale-machine'
import { type ProblemError, problem, type Sentence, say } from '../../http/problems.ts'

/** Guards that a person can do something about: where in the request, and what. */
const HINTS: Partial<Record<Denied['why'], { pointer: string; message: Sentence }>> = {
  'return-address': {
    pointer: '',
    message: say(
      '请先在售后策略中设置退货地址',
      'set the return address in the after-sales policy first',
    ),
  },
  'offer-possible': {
    pointer: '/kind',
    message: say(
      '协商内容不完整，或与当前情况不符',
      'the offer is incomplete or does not fit the case',
    ),
  },
  'amount-within-refundable': {
    pointer: '/amountFen',
    message: say('金额超过可退金额', 'more than what can still be refunded'),
  },
  'amount-given': { pointer: '/amountFen', message: say('请填写金额', 'an amount is needed') },
  'words-given': { pointer: '/text', message: say('请填写说明', 'words are needed') },
  'refusal-reasoned': {
    pointer: '/mediaIds',
    message: say('这个拒绝原因需要至少一张凭证', 'this reason needs at least one photo'),
  },
  'failure-proved': {
    pointer: '/mediaIds',
    message: say('验货不通过需要至少一张照片', 'a failed inspection needs at least one photo'),
  },
  'received-counted': {
    pointer: '/lines',
    message: say('每件商品的实收数量应在 0 与申请数量之间', 'count each line, at most as asked'),
  },
  'passed-counted': {
    pointer: '/lines',
    message: say(
      '合格数量应在 0 与实收数量之间，且至少一件合格',
      'pass at least one unit, and of each line at most what was received',
    ),
  },
  'reference-given': {
    pointer: '/reference',
    message: say('请填写付款凭证号', 'give the reference of the payout'),
  },
}

/** The problem to throw; `why` is the machine's own word. */
export function denied({ code, why }: Denied): ProblemError {
  const hint = HINTS[why]
  return problem(code, { why, ...(hint ? { errors: [hint] } : {}) })
}
