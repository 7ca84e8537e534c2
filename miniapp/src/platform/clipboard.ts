// What somebody copied elsewhere. Taro's own reading in a browser knows only what was copied in this page.
import Taro from '@tarojs/taro'
import { isWeapp } from './target.ts'

export const canPaste = (): boolean => isWeapp || navigator.clipboard?.readText !== undefined

/** Empty when there is no text, or the person does not let us look. */
export async function readClipboard(): Promise<string> {
  try {
    return isWeapp ? (await Taro.getClipboardData()).data : await navigator.clipboard.readText()
  } catch {
    return ''
  }
}
