// Plans of the lists, cut down to what they touch.
import { compiled } from '@shouhou/server/db/statement.ts'
import {
  type Lister,
  type ListQuery,
  listStatement,
} from '@shouhou/server/features/aftersales/list-store.ts'
import type pg from 'pg'

interface Node {
  readonly 'Node Type': string
  readonly 'Relation Name'?: string
  readonly 'Index Name'?: string
  readonly 'Actual Loops'?: number
  readonly 'Actual Rows'?: number
  readonly Plans?: readonly Node[]
}

/** Tables so small by nature that reading them whole is right: a shop's few versions of its policy; and one that stays empty here. */
const SMALL = new Set(['policies', 'parcels'])

const flat = (node: Node): Node[] => [node, ...(node.Plans ?? []).flatMap(flat)]

/** How each table is reached: `Index Scan aftersales_newest`, `Seq Scan timers`. */
export async function planOf(
  client: pg.Client,
  reader: Lister,
  query: ListQuery,
): Promise<string[]> {
  const { text, params } = compiled(listStatement(reader, query, { limit: 21, now: new Date() }))
  const { rows } = await client.query(`explain (format json) ${text}`, params)
  const [{ Plan }] = rows[0]['QUERY PLAN'] as [{ Plan: Node }]
  const scans = flat(Plan).filter((node) => node['Relation Name'] ?? node['Index Name'])
  return [
    ...new Set(scans.map((n) => `${n['Node Type']} ${n['Index Name'] ?? n['Relation Name']}`)),
  ]
}

/** The step that reads a whole table, if any. */
export const readsWholeTable = (plan: readonly string[]): string | undefined =>
  plan.find((step) => step.startsWith('Seq Scan') && !SMALL.has(step.split(' ')[2] ?? ''))
