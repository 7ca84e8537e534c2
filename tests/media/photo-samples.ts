// Photos as phones make them and as attackers make them, generated so that each says what it is.
import { once } from 'node:events'
import { buffer } from 'node:stream/consumers'
import { crc32, createDeflate, deflateSync } from 'node:zlib'
import sharp from 'sharp'

/** Written into every kind of metadata; must be in no result. */
export const CANARY = 'canary-31.2304N-121.4737E'

const RED = { r: 220, g: 20, b: 20 }
const BLUE = { r: 20, g: 20, b: 220 }

/** Left half red, right half blue, 400 x 300. */
const halves = () =>
  sharp({ create: { width: 400, height: 300, channels: 3, background: RED } }).composite([
    {
      input: { create: { width: 200, height: 300, channels: 3, background: BLUE } },
      left: 200,
      top: 0,
    },
  ])

const exif = {
  IFD0: { Make: CANARY, ImageDescription: CANARY, Copyright: CANARY },
  IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '31/1 13/1 4940/100', GPSMapDatum: CANARY },
}
const xmp = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="${CANARY}"/></rdf:RDF></x:xmpmeta>`

/** As held upright by a phone: stored lying, to be turned right by 90 degrees (orientation 6). */
export async function cameraJpeg(): Promise<Buffer> {
  const jpeg = await halves()
    .withMetadata({ orientation: 6 })
    .withExifMerge(exif)
    .withXmp(xmp)
    .jpeg()
    .toBuffer()
  const comment = Buffer.from(CANARY)
  const segment = Buffer.concat([Buffer.from([0xff, 0xfe, 0, comment.length + 2]), comment])
  return Buffer.concat([jpeg.subarray(0, 2), segment, jpeg.subarray(2)])
}

export const plainJpeg = (): Promise<Buffer> => halves().jpeg({ quality: 95 }).toBuffer()
export const progressiveJpeg = (): Promise<Buffer> =>
  halves().jpeg({ progressive: true }).toBuffer()
export const cmykJpeg = (): Promise<Buffer> => halves().toColourspace('cmyk').jpeg().toBuffer()
export const webp = (): Promise<Buffer> => halves().withExif(exif).withXmp(xmp).webp().toBuffer()
export const deepPng = (): Promise<Buffer> =>
  halves()
    .toColourspace('rgb16')
    .png({ bitdepth: 16 } as object)
    .toBuffer()
export const gif = (): Promise<Buffer> => halves().gif().toBuffer()
export const tiff = (): Promise<Buffer> => halves().tiff().toBuffer()
export const avif = (): Promise<Buffer> =>
  sharp({ create: { width: 16, height: 16, channels: 3, background: RED } })
    .avif({ effort: 0 })
    .toBuffer()

/** Half transparent, with a text chunk. */
export async function png(): Promise<Buffer> {
  const image = await sharp({
    create: { width: 50, height: 40, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } },
  })
    .withExif(exif)
    .png()
    .toBuffer()
  const afterHeader = 8 + 25
  const text = chunk('tEXt', Buffer.from(`Comment\0${CANARY}`, 'latin1'))
  return Buffer.concat([image.subarray(0, afterHeader), text, image.subarray(afterHeader)])
}

/** A valid one-colour PNG of this size, one bit a pixel: few bytes, many pixels. */
export async function hugePng(width: number, height: number): Promise<Buffer> {
  const deflate = createDeflate({ level: 9 })
  const packed = buffer(deflate)
  const rows = Buffer.alloc((1 + Math.ceil(width / 8)) * 100)
  for (let row = 0; row < height; row += 100) {
    const count = Math.min(100, height - row)
    const more = deflate.write(rows.subarray(0, (rows.length / 100) * count))
    if (!more) await once(deflate, 'drain')
  }
  deflate.end()
  return pngOf(width, height, await packed)
}

/** Says it is that large and has almost nothing inside. */
export const emptyPng = (width: number, height: number): Buffer =>
  pngOf(width, height, deflateSync(Buffer.alloc(10)))

function pngOf(width: number, height: number, data: Buffer): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.writeUInt8(1, 8)
  const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', data), chunk('IEND')])
}

export function chunk(type: string, content: Buffer = Buffer.alloc(0)): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), content])
  const numbers = Buffer.alloc(8)
  numbers.writeUInt32BE(content.length, 0)
  numbers.writeUInt32BE(crc32(named), 4)
  return Buffer.concat([numbers.subarray(0, 4), named, numbers.subarray(4)])
}

/** The first box of such a file; what follows does not matter. */
export function ftyp(brand: string, ...compatible: string[]): Buffer {
  const content = Buffer.from(`${brand}\0\0\0\0${compatible.join('')}`, 'latin1')
  const size = Buffer.alloc(4)
  size.writeUInt32BE(content.length + 8)
  return Buffer.concat([size, Buffer.from('ftyp'), content])
}
