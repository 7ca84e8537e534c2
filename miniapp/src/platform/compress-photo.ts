// Makes a photo small enough to send from a phone: at most 2048 pixels on its long side, JPEG. What
// cannot be made smaller, or not be read here, is sent as it is.
import Taro from '@tarojs/taro'
import { isWeapp } from './target.ts'

const LONG_SIDE = 2048
/** Marks at which shoppers' photos of faults keep their fine lines. */
const QUALITY = 0.82

/** A photo as it was chosen. */
export interface ChosenPhoto {
  readonly path: string
  /** Bytes. */
  readonly size: number
  /** The file itself, in the web page only. */
  readonly file: Blob | undefined
}

/** The photo to send: a smaller one where there is one. Never fails. */
export async function compressPhoto(
  photo: ChosenPhoto,
): Promise<Pick<ChosenPhoto, 'path' | 'size'>> {
  try {
    const smaller = isWeapp ? await inWechat(photo) : await inBrowser(photo)
    return smaller.size > 0 && smaller.size < photo.size ? smaller : photo
  } catch {
    return photo
  }
}

async function inWechat({ path }: ChosenPhoto) {
  const { width, height } = await Taro.getImageInfo({ src: path })
  const side = width >= height ? { compressedWidth: LONG_SIDE } : { compressedHeight: LONG_SIDE }
  const { tempFilePath } = await Taro.compressImage({
    src: path,
    quality: QUALITY * 100,
    ...(Math.max(width, height) > LONG_SIDE ? side : {}),
  })
  return { path: tempFilePath, size: await sizeOf(tempFilePath) }
}

const sizeOf = (filePath: string): Promise<number> =>
  new Promise((resolve, reject) => {
    Taro.getFileSystemManager().getFileInfo({
      filePath,
      success: ({ size }) => resolve(size),
      fail: reject,
    })
  })

/** Decoding turns the picture the way it was held, so the copy needs no word about that. */
async function inBrowser({ file }: ChosenPhoto) {
  if (!file) return { path: '', size: 0 }
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' })
  const scale = Math.min(1, LONG_SIDE / Math.max(picture.width, picture.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(picture.width * scale)
  canvas.height = Math.round(picture.height * scale)
  const pen = canvas.getContext('2d')
  if (!pen) return { path: '', size: 0 }
  // JPEG knows no transparency: what was clear becomes paper, not soot.
  pen.fillStyle = '#ffffff'
  pen.fillRect(0, 0, canvas.width, canvas.height)
  pen.drawImage(picture, 0, 0, canvas.width, canvas.height)
  picture.close()
  const copy = await new Promise<Blob | null>((resolve) => {
    canvas.toBlob(resolve, 'image/jpeg', QUALITY)
  })
  return copy ? { path: URL.createObjectURL(copy), size: copy.size } : { path: '', size: 0 }
}
