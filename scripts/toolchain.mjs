// Brings what a bare machine lacks: pnpm, the packages of the lockfile, and with them the pinned
// Node. Plain JavaScript, because the Node that runs it may be too old for TypeScript.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('..', import.meta.url))

const pnpmVersion = '10.34.9'
const pnpmFolder = join(root, '.tools', `pnpm-${pnpmVersion}`)
const pnpm = join(pnpmFolder, 'node_modules', 'pnpm', 'bin', 'pnpm.cjs')
const stampFile = join(root, 'node_modules', '.installed-from')
const manifests = ['pnpm-lock.yaml', 'pnpm-workspace.yaml', 'package.json'].concat(
  ['shared', 'server', 'miniapp', 'tests'].map((folder) => `${folder}/package.json`),
)
const neededMajor = 24

/** Something the person at the terminal can mend; the message is one sentence. */
export class Unusable extends Error {}

/** Installs the packages, unless the last installation was made from the same files. */
export function installPackages() {
  const wanted = fingerprint()
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === wanted) return
  bringPnpm()
  say('Installing the packages; the first time takes a minute or two')
  rmSync(stampFile, { force: true })
  run(process.execPath, [pnpm, 'install', '--frozen-lockfile', '--prefer-offline'])
  writeFileSync(stampFile, wanted)
}

/** Path of a Node that runs our TypeScript: the one from the lockfile, else a new enough system one. */
export function findNode() {
  const machine = `${process.platform}-${process.arch}`
  const file = process.platform === 'win32' ? 'node.exe' : 'node'
  const pinned = join(root, 'node_modules', `node-${machine}`, 'bin', file)
  if (existsSync(pinned)) return pinned
  if (Number.parseInt(process.versions.node, 10) >= neededMajor) return process.execPath
  throw new Unusable(`npm has no Node ${neededMajor} for ${machine}: please install it yourself.`)
}

function bringPnpm() {
  if (existsSync(pnpm)) return
  say(`Bringing pnpm ${pnpmVersion}`)
  // Installed beside its place and moved there, so a killed run leaves no half of it.
  const unfinished = `${pnpmFolder}.new`
  rmSync(unfinished, { recursive: true, force: true })
  mkdirSync(unfinished, { recursive: true })
  const options = [
    '--no-save',
    '--no-audit',
    '--no-fund',
    '--no-update-notifier',
    '--ignore-scripts',
  ]
  const install = ['install', '--prefix', unfinished, ...options, `pnpm@${pnpmVersion}`]
  const npm = process.env.npm_execpath
  if (npm?.endsWith('npm-cli.js')) run(process.execPath, [npm, ...install])
  else run('npm', install)
  renameSync(unfinished, pnpmFolder)
}

function run(command, args) {
  const result = spawnSync(command, args, {
    cwd: root,
    encoding: 'utf8',
    // CI keeps pnpm from asking questions.
    env: { ...process.env, CI: 'true', ...homelessPlaces() },
  })
  if (result.error) throw new Unusable(`Cannot run ${command}: ${result.error.message}.`)
  if (result.status === 0) return
  const output = `${result.stdout}\n${result.stderr}`.trim()
  if (/ENOTFOUND|EAI_AGAIN|ETIMEDOUT|ECONNREFUSED|ECONNRESET|ENETUNREACH|ERR_SOCKET/.test(output)) {
    throw new Unusable('The package registry cannot be reached: check the network and start again.')
  }
  if (/EACCES|EPERM|EROFS/.test(output)) {
    throw new Unusable(`Cannot write to ${/'(\/[^']+)'/.exec(output)?.[1] ?? root}.`)
  }
  throw new Unusable(`Installing failed:\n${output.split('\n').slice(-30).join('\n')}`)
}

/** Accounts without a home they may write to keep npm's and pnpm's downloads with us. */
function homelessPlaces() {
  try {
    accessSync(homedir(), constants.W_OK)
    return {}
  } catch {
    const home = join(root, '.tools', 'home')
    mkdirSync(home, { recursive: true })
    return {
      HOME: home,
      XDG_DATA_HOME: '',
      XDG_CACHE_HOME: '',
      npm_config_cache: join(home, 'npm'),
    }
  }
}

function fingerprint() {
  const hash = createHash('sha256').update(`${process.platform} ${process.arch}\n`)
  for (const file of manifests) hash.update(readFileSync(join(root, file)))
  return hash.digest('hex')
}

function say(words) {
  process.stderr.write(`▸ ${words} …\n`)
}
