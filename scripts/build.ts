// Builds the mini-program for WeChat (`weapp`), as a web page (`h5`), or as a web page that has the
// styleguide too (`styleguide`), into miniapp/dist; skips a build when nothing it is made from has changed.
import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { onClose } from './closing.ts'
import { compressPage } from './compress-page.ts'
import { root } from './project.ts'
import { explain, step, Unusable } from './terminal.ts'

export const TARGETS = ['weapp', 'h5', 'styleguide'] as const
export type Target = (typeof TARGETS)[number]

const NAMES: Record<Target, string> = {
  weapp: 'the WeChat package',
  h5: 'the web page',
  styleguide: 'the styleguide',
}

const miniapp = join(root, 'miniapp')
const sources = ['miniapp/src', 'miniapp/config', 'miniapp/types', 'shared/src']
const settings = ['miniapp/babel.config.js', 'miniapp/package.json', 'miniapp/tsconfig.json']
const projectFiles = ['miniapp/project.config.json', 'pnpm-lock.yaml']

/** Builds the target, unless its last build was made from the same sources. */
export async function buildWhenChanged(target: Target): Promise<void> {
  const stamp = stampOf(target)
  const wanted = fingerprint()
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return
  await step(`Built ${NAMES[target]}`, async () => {
    await build(target)
    if (target === 'h5') await compressPage(join(miniapp, 'dist/h5'))
  })
  writeFileSync(stamp, wanted)
}

/** Runs Taro's own build, which ends with us. What it leaves in dist counts as unfinished. */
export function spawnTaro(
  target: Target,
  flags: readonly string[],
  options: SpawnOptions,
): ChildProcess {
  mkdirSync(join(miniapp, 'dist'), { recursive: true })
  rmSync(stampOf(target), { force: true })
  const taro = createRequire(join(miniapp, 'package.json')).resolve('@tarojs/cli/bin/taro')
  const preload = ['--import', join(root, 'scripts/follow-parent.ts')]
  const type = target === 'weapp' ? 'weapp' : 'h5'
  const build = [taro, 'build', '--type', type, '--no-check', ...flags]
  const env = { ...options.env, STYLEGUIDE: target === 'styleguide' ? 'on' : 'off' }
  return spawn(process.execPath, [...preload, ...build], { cwd: miniapp, ...options, env })
}

/** Names the sources of the last finished build. */
function stampOf(target: Target): string {
  return join(miniapp, 'dist', `${target}.built-from`)
}

/** @throws Unusable with the end of the compiler's output. */
function build(target: Target): Promise<void> {
  const child = spawnTaro(target, [], {
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  onClose(async () => void child.kill())
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      output = (output + text).slice(-8_000)
    })
  }
  return new Promise((settle, fail) => {
    child.once('error', fail)
    child.once('close', (code) => {
      if (code === 0) settle()
      else fail(new Unusable(`The ${target} build failed:\n${output}`))
    })
  })
}

function fingerprint(): string {
  const hash = createHash('sha256').update(`API_BASE=${process.env.API_BASE ?? ''}\n`)
  for (const file of [...sources.flatMap(filesBelow), ...settings, ...projectFiles]) {
    const path = join(root, file)
    if (existsSync(path)) hash.update(`${file}\n`).update(readFileSync(path))
  }
  return hash.digest('hex')
}

function filesBelow(folder: string): string[] {
  if (!existsSync(join(root, folder))) return []
  const entries = readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile())
  return files.map((file) => join(file.parentPath, file.name).slice(root.length)).sort()
}

if (import.meta.main) {
  const target = TARGETS.find((one) => one === process.argv[2])
  if (!target) throw new Error(`Usage: build.ts ${TARGETS.join('|')}`)
  await buildWhenChanged(target).catch((error) => {
    console.error(explain(error))
    process.exitCode = 1
  })
  console.error(`→ miniapp/dist/${target}`)
}
