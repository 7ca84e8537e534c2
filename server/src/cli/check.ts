// What is typed on the command line meets the same schemas as what comes over the API.
import type { TSchema } from 'typebox'
import { problemSentence } from '../http/problems.ts'
import { invalidInput, strictAjv } from '../http/validation.ts'
import { Refused } from './refused.ts'

/** Throws {@link Refused} naming the option that is wrong and why. */
export function check(schema: TSchema, given: object): void {
  const validate = strictAjv.compile(schema)
  if (validate(given)) return
  throw new Refused(problemSentence(invalidInput(validate.errors ?? [], 'body')))
}
