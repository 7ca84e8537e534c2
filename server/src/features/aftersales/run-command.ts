// The one way of a command: lock the case, check the version, let the machine decide, write it all.
import type { Aftersale } from '@shouhou/shared/contract/aftersale-views'
import type { Tx } from '../../db/client.ts'
import type { Ctx } from '../../http/context.ts'
import { problem } from '../../http/problems.ts'
import { openScene, openStage, performerOf, type Scene } from './scene.ts'
import { type Move, take } from './step.ts'
import { viewCase } from './view.ts'

/** What a command does once its case is locked: usually one move, made from the request. */
export type Act = (scene: Scene) => Promise<Scene>

/** An act of one move. */
export const move =
  (made: Move | ((scene: Scene) => Move | Promise<Move>)): Act =>
  async (scene) =>
    take(scene, typeof made === 'function' ? await made(scene) : made)

/**
 * @throws `not-found`, `version-conflict` with the stored version, and whatever the machine or the
 * act refuses; then nothing has changed.
 */
export async function runCommand(
  tx: Tx,
  ctx: Pick<Ctx, 'deps' | 'now' | 'user'>,
  id: string,
  version: number,
  act: Act,
): Promise<Aftersale> {
  const scene = await lockedScene(tx, ctx, id)
  if (scene.row.version !== version) {
    throw problem('version-conflict', { currentVersion: scene.row.version })
  }
  const after = await act(scene)
  return viewCase(tx, ctx, after.row)
}

/** The locked case of a caller. */
export async function lockedScene(
  tx: Tx,
  { deps, now, user }: Pick<Ctx, 'deps' | 'now' | 'user'>,
  id: string,
): Promise<Scene> {
  const by = performerOf(user)
  return openScene(await openStage({ tx, deps, now, shopId: user.shopId, by }), id)
}
