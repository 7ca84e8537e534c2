// The built app.json: which pages there are and which package each belongs to.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { WEAPP_DIST } from '../weapp-harness.ts'

export interface AppConfig {
  readonly pages: readonly string[]
  readonly subPackages: readonly { readonly root: string; readonly pages: readonly string[] }[]
}

export const appConfig = (): AppConfig =>
  JSON.parse(readFileSync(path.join(WEAPP_DIST, 'app.json'), 'utf8'))
