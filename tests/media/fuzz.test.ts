// Damaged files at random: always clean or refused, never an error of ours, nothing left behind.
// MEDIA_FUZZ=20 multiplies the rounds; MEDIA_FUZZ_SEED repeats a run.
import { readFile } from 'node:fs/promises'
import fc from 'fast-check'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { accept } from './accept.ts'
import { mp4 } from './mp4-samples.ts'
import { CANARY, cameraJpeg, plainJpeg, png, progressiveJpeg, webp } from './photo-samples.ts'

const rounds = Number(process.env.MEDIA_FUZZ ?? 1)
const seed = Number(process.env.MEDIA_FUZZ_SEED ?? 20_261_122)

type Damage = { kind: 'set' | 'cut' | 'drop' | 'repeat'; at: number; value: number; count: number }

const damages = fc.array(
  fc.record({
    kind: fc.constantFrom<Damage['kind']>('set', 'set', 'set', 'cut', 'drop', 'repeat'),
    // The front, where sizes and tables are, is hit most.
    at: fc
      .oneof(fc.double({ min: 0, max: 0.05 }), fc.double({ min: 0, max: 1 }))
      .filter((at) => at < 1),
    value: fc.constantFrom(0, 1, 7, 8, 0x7f, 0x80, 0xff, 0x20, 0x41),
    count: fc.integer({ min: 1, max: 8 }),
  }),
  { minLength: 1, maxLength: 6 },
)

/** The bytes by which the type is told stay, or nothing would get past the sniffing. */
const KEPT = 16

const damaged = (whole: Buffer, list: readonly Damage[]) =>
  list.reduce((file, { kind, at, value, count }) => {
    const from = Math.min(KEPT + Math.floor(at * (file.length - KEPT)), file.length)
    const to = Math.min(from + count, file.length)
    if (kind === 'set') return Buffer.from(file).fill(value, from, to)
    if (kind === 'cut') return file.subarray(0, from)
    const again = kind === 'repeat' ? file.subarray(from, to) : Buffer.alloc(0)
    return Buffer.concat([
      file.subarray(0, kind === 'repeat' ? to : from),
      again,
      file.subarray(to),
    ])
  }, whole)

async function harmless(bodies: readonly Buffer[], numRuns: number) {
  const whole = fc.constantFrom(...bodies)
  const check = fc.asyncProperty(whole, damages, async (body, list) => {
    const { outcome, full, thumb, left } = await accept(damaged(body, list))
    expect(left).toEqual([])
    if (!outcome.ok) return
    expect(full.includes(CANARY) || thumb.includes(CANARY)).toBe(false)
    if (outcome.kind === 'video') return
    expect((await sharp(full).metadata()).format).toBe('jpeg')
  })
  await fc.assert(check, { numRuns: numRuns * rounds, seed })
}

const time = 60_000 * rounds

test('damaged photos are clean or refused', { timeout: time }, async () => {
  const all = await Promise.all([cameraJpeg(), plainJpeg(), progressiveJpeg(), png(), webp()])
  await harmless(all, 25)
})

test('damaged videos are clean or refused', { timeout: time }, async () => {
  const camera = await readFile(new URL('./fixtures/camera.mp4', import.meta.url))
  await harmless([camera, mp4(), mp4({ tracks: [{}, { kind: 'meta' }], hidden: 'hidden' })], 1000)
})
