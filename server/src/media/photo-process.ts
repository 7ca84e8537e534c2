// Starts the decoding child inside its limits and tells from its end what became of the photo.
import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import type { MediaFile, Photo, PhotoTask } from './photo.ts'
import { isRefusalCode, type Refused, refused } from './refusals.ts'

const MIB = 1024 * 1024
/** util-linux; where it is missing (not Linux, Alpine) the child's own watch has to do. */
const PRLIMIT = ['/usr/bin/prlimit', '/bin/prlimit'].find((path) => existsSync(path))

export type ChildLimits = {
  /** The program the child runs, an absolute path. */
  program: string
  /** Wall time, ms; the same in CPU time is enforced by the kernel. */
  timeoutMs: number
}

/** Runs one child to its end or kills it. Throws if it could not do its work through our fault. */
export async function runPhotoChild(
  task: PhotoTask,
  { program, timeoutMs }: ChildLimits,
  signal: AbortSignal | undefined,
): Promise<Photo | Refused> {
  const child = start(program, task, timeoutMs)
  let late = false
  const timer = setTimeout(() => {
    late = true
    child.kill('SIGKILL')
  }, timeoutMs)
  const onAbort = () => child.kill('SIGKILL')
  signal?.addEventListener('abort', onAbort, { once: true })
  try {
    const end = await endOf(child)
    signal?.throwIfAborted()
    return late ? refused('media-too-heavy') : verdict(task, end)
  } finally {
    clearTimeout(timer)
    signal?.removeEventListener('abort', onAbort)
  }
}

function start(program: string, task: PhotoTask, timeoutMs: number): ChildProcess {
  const node = [process.execPath, '--max-old-space-size=64', program, JSON.stringify(task)]
  const seconds = Math.ceil(timeoutMs / 1000)
  const walls = [
    // Writable private memory, of which V8 and libvips reserve far more than they touch: a wall
    // for runaways behind the child's own watch of its resident memory.
    `--data=${task.memoryBytes + 600 * MIB}`,
    `--cpu=${seconds}:${seconds + 1}`,
    `--fsize=${64 * MIB}`,
    '--core=0',
  ]
  const [command = '', ...args] = PRLIMIT ? [PRLIMIT, ...walls, '--', ...node] : node
  // An empty environment: a taken-over decoder finds no secrets, and no NODE_OPTIONS apply.
  return spawn(command, args, { env: {}, stdio: ['ignore', 'pipe', 'ignore'], windowsHide: true })
}

type End = { code: number | null; signal: NodeJS.Signals | null; output: string }

const endOf = (child: ChildProcess) =>
  new Promise<End>((resolve, reject) => {
    let output = ''
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      output = (output + text).slice(0, 1000)
    })
    child.once('error', reject)
    child.once('close', (code, signal) => resolve({ code, signal, output }))
  })

/** Signals of a process that died of what it was fed, as opposed to of an order to stop. */
const CRASHED = new Set<string | null>(['SIGSEGV', 'SIGBUS', 'SIGILL', 'SIGFPE'])
/** V8 and libvips abort when they get no memory; the others are the limits of `start`. */
const EXHAUSTED = new Set<string | null>(['SIGABRT', 'SIGTRAP', 'SIGXCPU', 'SIGXFSZ'])

function verdict(task: PhotoTask, { code, signal, output }: End): Photo | Refused {
  if (CRASHED.has(signal)) return refused('media-broken')
  if (EXHAUSTED.has(signal)) return refused('media-too-heavy')
  const answer = code === 0 ? parsed(output) : undefined
  if (isRefusalCode(answer?.refused)) return refused(answer.refused)
  const full = photoFile(task.full, answer?.full)
  const thumb = photoFile(task.thumb, answer?.thumb)
  if (full && thumb) return { ok: true, full, thumb }
  throw new Error(`The photo process ended without a result (code ${code}, signal ${signal})`)
}

const parsed = (output: string): Record<string, unknown> | undefined => {
  try {
    const value: unknown = JSON.parse(output)
    return typeof value === 'object' && value !== null ? { ...value } : undefined
  } catch {
    return undefined
  }
}

/** The child is not believed: it may have been taken over by what it decoded. */
const photoFile = (path: string, answer: unknown): MediaFile | undefined => {
  const { width, height, bytes } = (answer ?? {}) as Record<string, unknown>
  return isSize(width) && isSize(height) && isSize(bytes)
    ? { path, width, height, bytes }
    : undefined
}

const isSize = (value: unknown): value is number =>
  typeof value === 'number' && Number.isSafeInteger(value) && value > 0
