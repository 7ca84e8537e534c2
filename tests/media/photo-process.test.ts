// The process that decodes photos may hang, crash, lie or eat memory: the server never notices.
import { existsSync } from 'node:fs'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createPhotos, type PhotoOptions } from '@shouhou/server/media/photo.ts'
import { createSlots, SlotsFull } from '@shouhou/server/media/slots.ts'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { plainJpeg } from './photo-samples.ts'

let dir: string
let path: string
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'photo-test-'))
  path = join(dir, 'received')
  await writeFile(path, await plainJpeg())
})
afterEach(() => rm(dir, { recursive: true }))

/** A converter whose child runs these lines instead; `task` is what it was told. */
async function misbehaving(lines: string, options: PhotoOptions = {}) {
  const program = join(dir, 'program.mjs')
  const start = `import { writeFileSync } from 'node:fs'
    const task = JSON.parse(process.argv[2])
    writeFileSync(task.full, 'half'); writeFileSync(task.thumb, 'half')\n`
  await writeFile(program, start + lines)
  return createPhotos({ ...options, program })
}
const remains = async () => (await readdir(dir)).filter((name) => name.endsWith('.jpg'))
const hang = "writeFileSync(task.input + '.pid', String(process.pid)); setInterval(() => {}, 1000)"

/** Waits for the file by which a child says that it runs; gives its process number. */
const pidOf = (file: string) =>
  vi.waitFor(async () => {
    const pid = Number(await readFile(`${file}.pid`, 'utf8'))
    if (!(pid > 0)) throw new Error('not yet')
    return pid
  }, 10_000)

describe('a child that misbehaves', () => {
  test.each([
    ['crashes', "process.kill(process.pid, 'SIGSEGV')", 'media-broken'],
    ['aborts', 'process.abort()', 'media-too-heavy'],
    [
      'fills the memory of V8',
      'const all = []; for (;;) all.push(new Array(1e5).fill({}))',
      'media-too-heavy',
    ],
    [
      'refuses by itself',
      "console.log(JSON.stringify({ refused: 'media-broken' }))",
      'media-broken',
    ],
  ])('and %s refuses the photo', async (_, lines, code) => {
    const photos = await misbehaving(lines)
    expect(await photos.convert({ path, dir })).toMatchObject({ ok: false, refusal: { code } })
    expect(await remains()).toEqual([])
  })

  test.each([
    ['is killed from outside', "process.kill(process.pid, 'SIGKILL')"],
    ['is told to stop', "process.kill(process.pid, 'SIGTERM')"],
    ['has an error', "throw new Error('no')"],
    ['says nothing', ''],
    ['says nonsense', "console.log('{')"],
    ['says null', "console.log('null')"],
    ['invents a refusal', "console.log(JSON.stringify({ refused: 'toString' }))"],
    [
      'gives impossible sizes',
      "console.log(JSON.stringify({ full: { width: -1, height: 1e99, bytes: '1' }, thumb: {} }))",
    ],
    ['never stops talking', "for (let i = 0; i < 1e4; i++) console.log('x'.repeat(1000))"],
  ])('and %s is our fault, not that of the photo', async (_, lines) => {
    const photos = await misbehaving(lines)
    await expect(photos.convert({ path, dir })).rejects.toThrow('The photo process ended')
    expect(await remains()).toEqual([])
  })

  test.each([
    ['waits for ever', hang],
    ['computes for ever', 'for (;;);'],
    ['ignores being told to stop', `process.on('SIGTERM', () => {}); ${hang}`],
  ])('and %s is killed in time', async (_, lines) => {
    const photos = await misbehaving(lines, { timeoutMs: 300 })
    const result = await photos.convert({ path, dir })
    expect(result).toMatchObject({ ok: false, refusal: { code: 'media-too-heavy' } })
    expect(await remains()).toEqual([])
  })

  test('dies with the request that waited for it', async () => {
    const photos = await misbehaving(hang)
    const gone = new AbortController()
    const converting = photos.convert({ path, dir, signal: gone.signal })
    const pid = await pidOf(path)
    gone.abort(new Error('the shopper left'))
    await expect(converting).rejects.toThrow('the shopper left')
    expect(() => process.kill(pid, 0)).toThrow('ESRCH')
    expect(await remains()).toEqual([])
  })

  test('finds no secret of the server in its environment', async () => {
    vi.stubEnv('TOKEN_KEY', 'secret')
    vi.stubEnv('NODE_OPTIONS', '--trace-uncaught')
    const photos = await misbehaving(
      "writeFileSync(task.input + '.env', JSON.stringify(process.env)); console.log(JSON.stringify({ refused: 'media-broken' }))",
    )
    await photos.convert({ path, dir })
    vi.unstubAllEnvs()
    expect(await readFile(`${path}.env`, 'utf8')).toBe('{}')
  })

  test.runIf(existsSync('/usr/bin/prlimit'))(
    'gets no memory beyond the wall of the kernel',
    async () => {
      const lines =
        "const all = []; for (let i = 0; i < 40; i++) all.push(Buffer.alloc(1e8, 1)); console.log(JSON.stringify({ refused: 'media-broken' }))"
      const photos = await misbehaving(lines)
      // It either dies of a failed allocation or ends with an error; it never gets its 4 GB.
      const outcome = await photos.convert({ path, dir }).catch(() => 'ended without a result')
      expect(outcome).not.toMatchObject({ refusal: { code: 'media-broken' } })
    },
  )
})

describe('the real child', () => {
  test('gives up by itself above its resident memory', async () => {
    const photos = createPhotos({ memoryBytes: 1 })
    expect(await photos.convert({ path, dir })).toMatchObject({
      refusal: { code: 'media-too-heavy' },
    })
  })

  test('decodes nothing but JPEG, PNG and WebP even if asked to', async () => {
    await writeFile(path, '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')
    expect(await createPhotos().convert({ path, dir })).toMatchObject({
      refusal: { code: 'media-broken' },
    })
  })

  test('that cannot write its result is our fault, not that of the photo', async () => {
    const photos = createPhotos()
    await expect(photos.convert({ path, dir: join(dir, 'missing') })).rejects.toThrow('code 1')
  })
})

describe('slots', () => {
  const gate = () => {
    let resolve = () => {}
    let reject = (_: Error) => {}
    const promise = new Promise<void>((...settle) => {
      ;[resolve, reject] = settle
    })
    return { promise, resolve, reject }
  }

  test('let so many run at a time, in order, and turn away what would wait too long', async () => {
    const slots = createSlots(2, 1)
    const started: number[] = []
    const gates = [gate(), gate(), gate()]
    const runs = gates.map(({ promise }, index) =>
      slots.run(() => {
        started.push(index)
        return promise
      }),
    )
    await expect(slots.run(async () => {})).rejects.toThrow(SlotsFull)
    await Promise.resolve()
    expect(started).toEqual([0, 1])
    gates[1]?.resolve()
    await runs[1]
    await vi.waitFor(() => expect(started).toEqual([0, 1, 2]))
    // The one that waited has taken over the slot: there is none for the next.
    const last = slots.run(async () => started.push(3))
    await new Promise(setImmediate)
    expect(started).toEqual([0, 1, 2])
    gates[0]?.resolve()
    await last
    gates[2]?.resolve()
    await Promise.all(runs)
    expect(await slots.run(async () => 'free again')).toBe('free again')
  })

  test('are freed by work that fails, and by waiting that is given up', async () => {
    const slots = createSlots(1, 1)
    const first = gate()
    const running = slots.run(() => first.promise)
    const gone = new AbortController()
    const waiting = slots.run(async () => 'never', gone.signal)
    gone.abort(new Error('left'))
    await expect(waiting).rejects.toThrow('left')
    const next = slots.run(async () => 'next')
    first.reject(new Error('failed'))
    await expect(running).rejects.toThrow('failed')
    expect(await next).toBe('next')
    await expect(slots.run(async () => 1, AbortSignal.abort(new Error('gone')))).rejects.toThrow(
      'gone',
    )
    expect(await slots.run(async () => 'free again')).toBe('free again')
  })
})
