// Sentences for what is wrong with a policy.
import type { PolicyProblem } from '@shouhou/shared/domain/aftersale-policy'
import { type Sentence, say } from '../../http/problems.ts'

const HOUR = 3_600_000

/** Bounds of timers are in ms, of windows in days: both are said in a unit people use. */
function bound({ pointer, limit }: PolicyProblem): Sentence {
  if (limit === null) return say('', '')
  if (pointer.startsWith('/windows')) return say(`${limit} 天`, `${limit} days`)
  if (!pointer.startsWith('/timers')) return say(`${limit}`, `${limit}`)
  const hours = Math.round(limit / HOUR)
  return hours % 24 === 0
    ? say(`${hours / 24} 天`, `${hours / 24} days`)
    : say(`${hours} 小时`, `${hours} hours`)
}

export function lintSentence(finding: PolicyProblem): Sentence {
  const at = bound(finding)
  switch (finding.code) {
    case 'too-short':
      return say(`不能短于 ${at.zh}`, `must not be shorter than ${at.en}`)
    case 'too-long':
      return say(`不能长于 ${at.zh}`, `must not be longer than ${at.en}`)
    case 'overlong-together':
      return say(
        `验货与付款合计不能超过收货后七天，付款最多 ${at.zh}`,
        `inspecting and paying must end seven days after the goods came back: at most ${at.en}`,
      )
    case 'twice':
      return say('同一类目只能填写一次', 'a category may stand here only once')
    case 'not-a-duration':
    case 'not-whole':
      return say('应为不小于 0 的整数', 'must be a whole number from 0')
  }
}
