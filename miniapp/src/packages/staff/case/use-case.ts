// Everything the case page works with: the case, what happened to it, what only staff see, the rules; and
// what becomes of the page once an action is done.
import type { Aftersale } from '@shouhou/shared/contract/aftersale-views'
import { useMemo } from 'react'
import { useApi } from '../../../hooks/use-api.ts'
import type { DeskCommand } from './act-list.ts'
import { factsOfCase } from './facts.ts'
import type { Scene } from './scene.ts'

/** @param onDone an action has been carried out and its sheet has gone */
export function useScene(
  aftersale: Aftersale,
  close: () => void,
  onDone: (command: DeskCommand) => void,
) {
  const params = { id: aftersale.id }
  const timeline = useApi('GET /aftersales/:id/timeline', { params, query: {} })
  const policy = useApi('GET /policy', {}).data?.document ?? null
  const events = timeline.data?.items
  const scene: Scene = useMemo(() => {
    const hasAddress = policy === null || policy.returnAddress !== null
    const facts = factsOfCase(aftersale, events ?? [], hasAddress)
    return { aftersale, facts, policy, close, done: onDone }
  }, [aftersale, events, policy, close, onDone])
  return { scene, timeline }
}
