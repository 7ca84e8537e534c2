// What is wrong with the policy as it stands in the form: gaps at once, and what the law says as soon as
// the typing rests.
import type { PolicyDocument } from '@shouhou/shared/contract/policy-document'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useState } from 'react'
import { api } from '../../../api/client.ts'
import { clauseText } from '../../../i18n/clause.ts'
import { useT } from '../../../i18n/index.ts'
import { gapsOf } from './draft.ts'

const REST_MS = 500

interface Lint {
  /** By JSON pointer: a sentence with its ground. */
  readonly problems: ReadonlyMap<string, string>
  /** False while the document as it stands has not been looked at. */
  readonly isSettled: boolean
}

export function useLint(document: PolicyDocument): Lint {
  const t = useT()
  const gaps = useMemo(() => gapsOf(document), [document])
  const [rested, setRested] = useState(document)
  useEffect(() => {
    const timer = setTimeout(() => setRested(document), REST_MS)
    return () => clearTimeout(timer)
  }, [document])
  const complete = gapsOf(rested).length === 0
  const query = useQuery({
    queryKey: ['POST /policy/check', rested],
    queryFn: ({ signal }) => api('POST /policy/check', { body: { document: rested } }, { signal }),
    enabled: complete,
    placeholderData: keepPreviousData,
  })
  const problems = new Map<string, string>()
  for (const { pointer, message, clause } of query.data?.problems ?? []) {
    const ground = clauseText(clause, t)
    problems.set(pointer, ground ? t('deskPolicy.problem', { message, ground }) : message)
  }
  for (const { pointer, word } of gaps) problems.set(pointer, t(`policyGap.${word}`))
  return {
    problems,
    // Without an answer the server has the last word anyway.
    isSettled: rested === document && !query.isPlaceholderData && !query.isLoading,
  }
}
