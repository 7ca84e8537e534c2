// When two questions count as the same one: what is only manner of speaking does not make another.
import { foldText } from './faq-text.ts'

/** Greetings and polite openings, longest first; they may stand one after the other. */
const OPENINGS =
  /^(?:(?:您好|你好|亲亲|亲|哈喽|在吗|在不在|请问一下|请问|问一下|我想问一下|我想问|我想知道|想问一下|想问|麻烦问下|麻烦|那个|hello|hi|hey|excuse me|please|i want to know|can i ask)\s*)+/
/** What a question may end with without meaning anything else. */
const ENDINGS = /(?:[吗呢啊呀吧哦喔噢嘛哈啦咯呐了的]|谢谢|多谢|thanks|thank you|please|\s)+$/

/**
 * A key that is equal for questions that differ in form, politeness or final particles only; empty for
 * a text without letters or digits.
 */
export function sameQuestionKey(question: string): string {
  const text = foldText(question)
  const bare = text.replace(OPENINGS, '').replace(ENDINGS, '').replaceAll(' ', '')
  return bare === '' ? text.replaceAll(' ', '') : bare
}
