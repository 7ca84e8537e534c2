// Where things are, for all scripts.
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('..', import.meta.url))
/** Everything a running installation keeps: database, photos, keys. DATA_DIR moves it elsewhere. */
export const dataDir = resolve(root, process.env.DATA_DIR || '.data')
export const webDir = join(root, 'miniapp', 'dist', 'h5')
