// Under which account PostgreSQL runs: it refuses to run as root, and `npm start` may be root.
import { spawnSync } from 'node:child_process'
import { chownSync, existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** How to run a PostgreSQL program: words put before its command line, and whose account it is. */
export interface Account {
  readonly prefix: readonly string[]
  readonly owner?: { readonly uid: number; readonly gid: number }
}

const asOrdinaryUser = ['unshare', '--user', '--map-user=1000', '--map-group=1000']
const nobody = { uid: 65534, gid: 65534 }

/**
 * Chooses the account for the cluster folder, which need not exist yet.
 * - Not root: ourselves.
 * - Root, and the folder belongs to an ordinary account: that account.
 * - Root: a user namespace in which our files seem to belong to an ordinary user, so nothing has
 *   to change its owner and a closed home folder is no obstacle.
 * - Root without user namespaces (many containers): the account `nobody`.
 */
export function chooseAccount(cluster: string): Account {
  if (process.getuid?.() !== 0) return { prefix: [] }
  if (existsSync(cluster)) {
    const { uid, gid } = statSync(cluster)
    if (uid !== 0) return { prefix: [], owner: { uid, gid } }
  }
  const [command = '', ...flags] = asOrdinaryUser
  const allowed = spawnSync(command, [...flags, 'true']).status === 0
  return allowed ? { prefix: asOrdinaryUser } : { prefix: [], owner: nobody }
}

/** Hands the folder and all in it to the account, where that is another one than ours. */
export function giveFolder(folder: string, account: Account): void {
  if (!account.owner) return
  const { uid, gid } = account.owner
  chownSync(folder, uid, gid)
  for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    chownSync(join(folder, path), uid, gid)
  }
}
