// Reading the barcode on a parcel: WeChat's own scanner, or in browsers that can read barcodes a picture
// taken with the camera.
import Taro from '@tarojs/taro'
import { isWeapp } from './target.ts'

/** The part of the browsers' Barcode Detection API that we use; TypeScript's library has no types for it. */
interface BarcodeReader {
  detect(image: ImageBitmap): Promise<readonly { readonly rawValue: string }[]>
}
type BarcodeReaderClass = new (options: { formats: string[] }) => BarcodeReader

/** What labels of carriers carry. */
const FORMATS = ['code_128', 'code_39', 'qr_code']

const readerClass = (): BarcodeReaderClass | undefined =>
  (globalThis as { BarcodeDetector?: BarcodeReaderClass }).BarcodeDetector

export const canScan = (): boolean => isWeapp || readerClass() !== undefined

export type Scanned =
  | { readonly outcome: 'found'; readonly text: string }
  | { readonly outcome: 'nothing' }
  /** The person thought better of it. */
  | { readonly outcome: 'given-up' }

export async function scanBarcode(): Promise<Scanned> {
  if (isWeapp) {
    try {
      const { result } = await Taro.scanCode({ scanType: ['barCode', 'qrCode'] })
      return { outcome: 'found', text: result }
    } catch {
      return { outcome: 'given-up' }
    }
  }
  const picture = await takePicture()
  if (!picture) return { outcome: 'given-up' }
  const text = await readPicture(picture)
  return text === undefined ? { outcome: 'nothing' } : { outcome: 'found', text }
}

async function readPicture(picture: File): Promise<string | undefined> {
  const Reader = readerClass()
  if (!Reader) return undefined
  try {
    const image = await createImageBitmap(picture)
    const [code] = await new Reader({ formats: FORMATS }).detect(image)
    return code?.rawValue
  } catch {
    return undefined
  }
}

/** Opens the camera of a phone, a file chooser elsewhere. */
function takePicture(): Promise<File | null> {
  return new Promise((resolve) => {
    const input = document.createElement('input')
    input.type = 'file'
    input.accept = 'image/*'
    input.setAttribute('capture', 'environment')
    input.onchange = () => resolve(input.files?.[0] ?? null)
    input.oncancel = () => resolve(null)
    input.click()
  })
}
