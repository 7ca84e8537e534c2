// One thing that is wrong with an order.
import { type Sentence, say } from '../../http/problems.ts'

export interface Finding {
  /** JSON pointer into the order. */
  readonly pointer: string
  /** A sentence for the integrator. */
  readonly message: Sentence
}

export const finding = (pointer: string, zh: string, en: string): Finding => ({
  pointer,
  message: say(zh, en),
})
