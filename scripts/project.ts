// Where things are, for all scripts.
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('..', import.meta.url))
/** Everything a running installation keeps: database, photos, keys. */
export const dataDir = join(root, '.data')
export const webDir = join(root, 'miniapp', 'dist', 'h5')
