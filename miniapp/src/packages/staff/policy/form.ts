// What every part of the policy page works with.
import type { PolicyDocument } from '@shouhou/shared/contract/policy-document'

export interface PolicyForm {
  readonly document: PolicyDocument
  /** As it is stored. */
  readonly base: PolicyDocument
  readonly set: (document: PolicyDocument) => void
  /** What is wrong at a place, in a sentence with its ground; undefined when nothing is. */
  readonly problemAt: (pointer: string) => string | undefined
  readonly disabled: boolean
}
