// Entry of every root script: `node scripts/bootstrap.mjs <task> [arguments]`. Any Node from 20 on
// may run it; it makes the toolchain complete and hands over to the task under the pinned Node.
import { spawn } from 'node:child_process'
import { readFileSync, readlinkSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { findNode, installPackages, root, Unusable } from './toolchain.mjs'

const tasks = {
  start: ['scripts/start.ts'],
  test: ['scripts/test.ts'],
  dev: ['scripts/dev.ts'],
  check: ['scripts/check.ts'],
  'build:weapp': ['scripts/build.ts', 'weapp'],
  'build:h5': ['scripts/build.ts', 'h5'],
  'db:generate': ['scripts/db-generate.ts'],
  bench: ['bench/main.ts'],
  'bench:faq': ['bench/faq/score.ts'],
  'bench:page': ['bench/page/main.ts'],
}
const oldestMajor = 20

function main([name = '', ...args]) {
  if (Number.parseInt(process.versions.node, 10) < oldestMajor) {
    throw new Unusable(`Node ${oldestMajor} or later is needed, this is ${process.version}.`)
  }
  const task = tasks[name]
  if (!task) throw new Unusable(`Unknown task "${name}", choose: ${Object.keys(tasks).join(', ')}.`)
  installPackages()
  handOver(findNode(), [...task, ...args])
}

function handOver(node, args) {
  const path = [dirname(node), join(root, 'node_modules', '.bin'), process.env.PATH]
  const child = spawn(node, ['--import', './scripts/follow-parent.ts', ...args], {
    cwd: root,
    // Relative arguments are meant from where the command was given.
    env: { ...process.env, PATH: path.join(':'), INIT_CWD: process.env.INIT_CWD ?? process.cwd() },
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  })
  // Ctrl-C reaches the child by itself; whoever signals only us means the child as well.
  process.on('SIGINT', () => {})
  process.on('SIGTERM', () => child.kill('SIGTERM'))
  process.on('SIGHUP', () => child.kill('SIGTERM'))
  endWithNpm(child)
  child.once('error', (error) => fail(new Unusable(`Cannot run ${node}: ${error.message}.`)))
  child.once('exit', (code) => process.exit(code ?? 1))
}

/** A killed npm cannot tell us; that its place above us is taken by another process does. */
function endWithNpm(child) {
  if (!process.env.npm_lifecycle_event) return
  const above = ancestors()
  setInterval(() => {
    if (ancestors() !== above) child.kill('SIGTERM')
  }, 250).unref()
}

/** The processes between npm and us, with npm itself: it starts scripts through shells. */
function ancestors() {
  const pids = [process.ppid]
  while (process.platform === 'linux') {
    const parent = parentOfShell(pids.at(-1))
    if (!parent) break
    pids.push(parent)
  }
  return pids.join()
}

function parentOfShell(pid) {
  try {
    const program = basename(readlinkSync(`/proc/${pid}/exe`))
    if (!['sh', 'bash', 'dash', 'ash', 'busybox'].includes(program)) return undefined
    return Number(/\nPPid:\s(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1])
  } catch {
    return undefined // it just ended
  }
}

function fail(error) {
  if (error instanceof Unusable) console.error(error.message)
  else if (['EACCES', 'EPERM', 'EROFS'].includes(error.code)) {
    console.error(`Cannot write to ${error.path ?? root}: ${error.code}.`)
  } else throw error
  process.exit(1)
}

try {
  main(process.argv.slice(2))
} catch (error) {
  fail(error)
}
