// Runs as a process of its own, one per photo: decodes what a stranger sent, writes it anew, exits.
// Nothing but two result files and one line of JSON comes out of here; the parent may kill it.
import { writeSync } from 'node:fs'
import { open } from 'node:fs/promises'
import sharp, { type Sharp } from 'sharp'
import type { PhotoTask } from './photo.ts'

const task = JSON.parse(process.argv[2] ?? '') as PhotoTask
const answer = (value: object) => writeSync(1, `${JSON.stringify(value)}\n`)

// sharp works in its own threads, so this timer runs while a photo is being decoded.
setInterval(() => {
  if (process.memoryUsage.rss() <= task.memoryBytes) return
  answer({ refused: 'media-too-heavy' })
  process.exit()
}, 10).unref()

sharp.cache(false)
sharp.concurrency(1)
// Second wall behind the sniffing: no other loader of libvips (SVG, GIF, PDF ...) can be reached.
sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({
  operation: ['VipsForeignLoadJpegFile', 'VipsForeignLoadPngFile', 'VipsForeignLoadWebpFile'],
})

/** Upright sRGB pixels no larger than the full size, without any metadata. */
async function decode() {
  const { width, height } = await sharp(task.input, { limitInputPixels: false }).metadata()
  if (width * height > task.pixels) return 'media-too-many-pixels'
  // Orientation is applied before the metadata that tells it is dropped (sharp keeps none).
  const { data, info } = await sharp(task.input, {
    limitInputPixels: task.pixels,
    failOn: 'truncated',
  })
    .autoOrient()
    .resize(within(task.fullSide))
    .flatten({ background: '#ffffff' })
    .raw()
    .toBuffer({ resolveWithObject: true })
  const { channels } = info
  return () => sharp(data, { raw: { width: info.width, height: info.height, channels } })
}

const within = (side: number) =>
  ({ width: side, height: side, fit: 'inside', withoutEnlargement: true }) as const

const written = async (image: Sharp, path: string) => {
  const { width, height, size } = await image.toFile(path)
  const file = await open(path, 'r+')
  await file.sync()
  await file.close()
  return { width, height, bytes: size }
}

const pixels = await decode().catch(() => 'media-broken')
if (typeof pixels === 'string') {
  answer({ refused: pixels })
} else {
  const full = await written(pixels().jpeg({ quality: 82, mozjpeg: true }), task.full)
  const small = pixels().resize(within(task.thumbSide))
  const thumb = await written(small.jpeg({ quality: 75, mozjpeg: true }), task.thumb)
  answer({ full, thumb })
}
