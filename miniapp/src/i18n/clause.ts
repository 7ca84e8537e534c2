// The source of a rule as people cite it: law and article.
import { CLAUSES, type Clause } from '@shouhou/shared/domain/clauses'
import { type Translate, wordFor } from './index.ts'

/** `《消费者权益保护法》第 25 条`; a clause this version does not know is left out. */
export function clauseText(code: string | null, t: Translate): string {
  if (code === null || !(code in CLAUSES)) return ''
  const { law: name, article } = CLAUSES[code as Clause]
  const law = wordFor('law.', name)
  return article === '' ? law : t('clause', { law, article })
}
