// Turns a question into search terms: characters and pairs of characters for Chinese, words and
// three-letter pieces for languages with spaces. No dictionary and no segmenter: measured on
// customer questions they ranked no better, and they fail on coded, dialect or misspelt text.

/** A stretch of one script: Chinese characters, or one word of a language with spaces. */
export interface Run {
  readonly han: boolean
  readonly text: string
}

/** The longest question read, in UTF-16 units; the rest is cut off to bound the cost. */
export const maxQuestionLength = 200

/** Traditional characters of the after-sales vocabulary, each followed by its simplified form. */
const traditionalPairs =
  '貨货換换運运費费訂订單单發发應应還还錢钱賠赔償偿壞坏損损維维處处問问題题號号碼码電电話话網网購购買买賣卖價价優优劃划劵券質质過过這这個个麼么嗎吗沒没長长時时間间開开關关裡里裏里務务員员聯联繫系係系絡络請请謝谢誤误補补錯错顏颜驗验簽签據据條条規规則则產产與与後后會会樣样給给讓让誰谁幾几點点為为對对現现邊边遲迟帳账賬账戶户註注銷销實实達达隻只雙双動动聲声響响輕轻負负責责訴诉評评論论審审'

const simplified = new Map<string, string>()
for (let at = 0; at + 1 < traditionalPairs.length; at += 2)
  simplified.set(traditionalPairs.charAt(at), traditionalPairs.charAt(at + 1))

/** Han with all extensions; kana and Hangul are cut the same way. */
const isHan = (code: number): boolean =>
  (code >= 0x3400 && code <= 0x9fff) ||
  (code >= 0x3040 && code <= 0x30ff) ||
  (code >= 0xac00 && code <= 0xd7a3) ||
  (code >= 0xf900 && code <= 0xfaff) ||
  (code >= 0x20000 && code <= 0x3ffff)

const isWordCharacter = (code: number): boolean =>
  (code >= 97 && code <= 122) ||
  (code >= 48 && code <= 57) ||
  (code >= 0xdf && code <= 0x24f) ||
  (code >= 0x370 && code <= 0x52f)

const isApostrophe = (code: number): boolean => code === 39 || code === 0x2019 || code === 0x60

/** Folds width, case and traditional characters and cuts the text into runs. */
export const runsOf = (question: string): Run[] => {
  const runs: { han: boolean; text: string }[] = []
  let joins = false
  for (const symbol of question.slice(0, maxQuestionLength).toLowerCase()) {
    const wide = symbol.codePointAt(0) ?? 32
    const code = wide >= 0xff01 && wide <= 0xff5e ? wide - 0xfee0 : wide
    if (isApostrophe(code)) continue
    const han = isHan(code)
    if (!han && !isWordCharacter(code)) {
      joins = false
      continue
    }
    const character = han ? (simplified.get(symbol) ?? symbol) : String.fromCodePoint(code)
    const last = runs[runs.length - 1]
    if (joins && last && last.han === han) last.text += character
    else runs.push({ han, text: character })
    joins = true
  }
  return runs
}

/** The folded text with single spaces between runs: equal for questions that differ in form only. */
export const foldText = (question: string): string =>
  runsOf(question)
    .map((run) => run.text)
    .join(' ')

/** English words to one stem, cautiously: plural, -ing, -ed, -ly. */
export const stem = (word: string): string => {
  if (word.length < 4 || /\d/.test(word)) return word
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`
  if (word.endsWith('ing') && word.length > 5) return dropDouble(word.slice(0, -3))
  if (word.endsWith('ed') && word.length > 4) return dropDouble(word.slice(0, -2))
  if (word.endsWith('ly') && word.length > 5) return word.slice(0, -2)
  if (word.endsWith('es') && /(s|x|z|ch|sh)es$/.test(word)) return word.slice(0, -2)
  if (word.endsWith('s') && !/(ss|us|is)$/.test(word)) return dropE(word.slice(0, -1))
  return dropE(word)
}

const dropE = (word: string): string =>
  word.length > 4 && word.endsWith('e') ? word.slice(0, -1) : word

const dropDouble = (word: string): string =>
  /([bdgklmnprt])\1$/.test(word) && !/ll$/.test(word) ? word.slice(0, -1) : dropE(word)

/** Single Chinese characters and whole words, in order. */
export const tokensOf = (runs: readonly Run[]): string[] =>
  runs.flatMap((run) => (run.han ? [...run.text] : [run.text]))

/** Pairs of neighbouring characters with their counts, spaces left out. */
export const charPairs = (runs: readonly Run[]): Map<string, number> => {
  const characters = runs.flatMap((run) => [...run.text])
  const pairs = new Map<string, number>()
  for (let at = 0; at + 1 < characters.length; at++) {
    const pair = `${characters[at]}${characters[at + 1]}`
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1)
  }
  if (characters.length === 1) pairs.set(characters[0] ?? '', 1)
  return pairs
}
