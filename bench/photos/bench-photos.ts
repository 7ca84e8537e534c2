// Photos through the pipeline: bytes a second, and the most memory that server and children held.
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createPhotos } from '@shouhou/server/media/photo.ts'
import { demoPhoto } from '@shouhou/server/seeds/demo/photo.ts'
import type { Report } from '../lab/report.ts'

const PHOTOS = { full: 100, short: 12 }
const AT_ONCE = 2
const MIB = 1024 * 1024

/** Resident memory of this process and all below it, in bytes; 0 where the system does not tell. */
function residentNow(): number {
  try {
    const all = readdirSync('/proc').filter((name) => /^\d+$/.test(name))
    const parents = new Map<number, number>()
    const memory = new Map<number, number>()
    for (const name of all) {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
      parents.set(Number(name), Number(stat[1]))
      memory.set(Number(name), Number(stat[21]) * 4096)
    }
    const mine = (pid: number): boolean =>
      pid === process.pid || (pid > 1 && mine(parents.get(pid) ?? 0))
    return [...memory].filter(([pid]) => mine(pid)).reduce((sum, [, bytes]) => sum + bytes, 0)
  } catch {
    return 0
  }
}

export async function benchPhotos(report: Report, full: boolean): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'shouhou-bench-photos-'))
  const photos = createPhotos()
  let peak = 0
  const watch = setInterval(() => {
    peak = Math.max(peak, residentNow())
  }, 50)
  try {
    const path = join(folder, 'photo.png')
    await writeFile(path, await demoPhoto(200))
    const count = full ? PHOTOS.full : PHOTOS.short
    let next = 0
    const start = performance.now()
    const worker = async () => {
      for (let n = next++; n < count; n = next++) {
        const dir = join(folder, String(n))
        await mkdir(dir)
        const made = await photos.convert({ path, dir })
        if (!made.ok) throw new Error('the photo was refused')
      }
    }
    await Promise.all(Array.from({ length: AT_ONCE }, worker))
    const seconds = (performance.now() - start) / 1000
    report.row({
      photos: count,
      'at once': AT_ONCE,
      'photos a second': (count / seconds).toFixed(1),
      'MB a second': ((statSync(path).size * count) / 1e6 / seconds).toFixed(2),
      'megapixels a second': ((0.81 * count) / seconds).toFixed(1),
      'peak memory MiB': (peak / MIB).toFixed(0),
    })
  } finally {
    clearInterval(watch)
    await rm(folder, { recursive: true, force: true })
  }
}
