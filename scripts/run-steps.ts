// Runs the commands of `npm run check` and `npm test`, two at a time, each shown with its time; the
// output of those that fail is kept together and shown at their end.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { root } from './project.ts'

export interface Step {
  readonly name: string
  /** Program (of node_modules/.bin or the system) and arguments, or work of our own. */
  readonly run: readonly [string, ...string[]] | (() => Promise<readonly string[]>)
  readonly cwd?: string
}

const atOnce = 2

/** Runs all steps, whatever fails. Returns the names of those that failed. */
export async function runSteps(steps: readonly Step[]): Promise<string[]> {
  const failed: string[] = []
  const waiting = [...steps]
  const worker = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      if (!(await runStep(next))) failed.push(next.name)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
  return failed
}

async function runStep(step: Step): Promise<boolean> {
  const started = performance.now()
  const problems =
    typeof step.run === 'function' ? await step.run() : await runCommand(step.run, step.cwd)
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  console.log(`${problems.length === 0 ? '✓' : '✗'} ${step.name} (${seconds} s)`)
  if (problems.length > 0) console.log(problems.join('\n').replace(/^/gm, '    '))
  return problems.length === 0
}

/** What it printed when it failed, else nothing. */
function runCommand([program, ...args]: readonly string[], cwd = '.'): Promise<string[]> {
  const child = spawn(program ?? '', args, {
    cwd: join(root, cwd),
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const output: string[] = []
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => output.push(text))
  }
  return new Promise((settle) => {
    child.once('error', (error) => settle([error.message]))
    child.once('close', (code) => settle(code === 0 ? [] : [output.join('').trim() || 'failed']))
  })
}
