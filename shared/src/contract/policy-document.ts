// The policy of a shop as it travels: mirrors `Policy` of the domain field by field.
import { Type } from 'typebox'

export const PolicyDocument = Type.Object({}, { additionalProperties: true })
