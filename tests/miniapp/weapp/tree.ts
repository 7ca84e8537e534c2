// The page as WeChat's view layer would hold it: the data that setData sent, and questions about it.
import type { Template } from './templates.ts'

export interface TreeNode {
  readonly sid: string
  /** Number of the native template. */
  readonly nn: string
  /** Class names. */
  readonly cl?: string
  /** Text of a text node. */
  readonly v?: string
  readonly st?: string
  readonly cn?: readonly TreeNode[]
  readonly [attribute: string]: unknown
}

/** Applies one setData patch, `root.cn.[0].cn.[3].v` → value, to the page's data. */
export function applyPatch(data: Record<string, unknown>, patch: Record<string, unknown>): void {
  for (const [path, value] of Object.entries(patch)) {
    const keys = path.split(/[.[\]]+/).filter((key) => key !== '')
    const last = keys.pop() as string
    let at = data as Record<string, unknown>
    for (const key of keys) {
      at[key] ??= {}
      at = at[key] as Record<string, unknown>
    }
    at[last] = value
  }
}

/** The nodes of the page in the order they are written, each with its ancestors (nearest last). */
export function* walk(
  nodes: readonly TreeNode[],
  above: readonly TreeNode[] = [],
): Generator<{ node: TreeNode; above: readonly TreeNode[] }> {
  for (const node of nodes) {
    if (!node) continue
    yield { node, above }
    yield* walk(node.cn ?? [], [...above, node])
  }
}

/** True for a node that a person cannot see because of its own inline style. */
export const isHidden = (node: TreeNode): boolean =>
  /display:\s*none|visibility:\s*hidden/.test(node.st ?? '')

/** All visible text of a subtree, in order. */
export function textOf(node: TreeNode): string {
  if (isHidden(node)) return ''
  if (node.v !== undefined) return String(node.v)
  return (node.cn ?? []).map((child) => (child ? textOf(child) : '')).join('')
}

/** The value of a native attribute, `placeholder` or `value`. */
export function attributeOf(node: TreeNode, template: Template | undefined, name: string): unknown {
  const key = template?.attributes.get(name)
  return key === undefined ? undefined : node[key]
}
