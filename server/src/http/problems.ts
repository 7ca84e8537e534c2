// Every error of the API leaves through here, as RFC 9457 `application/problem+json`.
import { PROBLEMS, type ProblemCode } from '@shouhou/shared/contract/problems'

/** One sentence in both languages. */
export interface Sentence {
  readonly zh: string
  readonly en: string
}
export const say = (zh: string, en: string): Sentence => ({ zh, en })

export interface ProblemDetails {
  readonly detail?: Sentence
  /** JSON pointers into the request, each with what is wrong there. */
  readonly errors?: readonly { readonly pointer: string; readonly message: Sentence | string }[]
  /** With `version-conflict`: the version that is stored. */
  readonly currentVersion?: number
  /** A finer, stable word than the code. */
  readonly why?: string
}

/** Thrown by use cases; becomes the answer and changes nothing. */
export class ProblemError extends Error {
  readonly code: ProblemCode
  readonly details: ProblemDetails
  constructor(code: ProblemCode, details: ProblemDetails = {}) {
    super(code)
    this.code = code
    this.details = details
  }
}

/** Makes the error to throw: `throw problem('not-found')`. */
export const problem = (code: ProblemCode, details?: ProblemDetails) =>
  new ProblemError(code, details)

export type Language = 'zh' | 'en'
/** Chinese unless the client prefers English. */
export const languageOf = (acceptLanguage: string | undefined): Language =>
  /^\s*en\b/i.test(acceptLanguage ?? '') ? 'en' : 'zh'

const inLanguage = (s: Sentence | string, language: Language) =>
  typeof s === 'string' ? s : s[language]

/** The body of the answer. */
export function problemBody(error: ProblemError, language: Language, requestId: string) {
  const [status, zh, en] = PROBLEMS[error.code]
  const { detail, errors, currentVersion, why } = error.details
  return {
    type: `https://shouhou.dev/problems/${error.code}`,
    title: inLanguage({ zh, en }, language),
    status,
    code: error.code,
    ...(detail ? { detail: inLanguage(detail, language) } : {}),
    instance: requestId,
    ...(errors
      ? {
          errors: errors.map((e) => ({
            pointer: e.pointer,
            message: inLanguage(e.message, language),
          })),
        }
      : {}),
    ...(currentVersion === undefined ? {} : { currentVersion }),
    ...(why === undefined ? {} : { why }),
  }
}

/** The problem in one English sentence, for logs and the command line. */
export function problemSentence({ code, details }: ProblemError): string {
  const found = details.errors?.map((e) => `${e.pointer} ${inLanguage(e.message, 'en')}`.trim())
  return [PROBLEMS[code][2], details.detail?.en, ...(found ?? [])]
    .filter((part) => part !== undefined)
    .join(': ')
}
