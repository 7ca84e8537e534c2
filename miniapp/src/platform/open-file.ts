// Giving a file of the server to the person: a browser saves it; WeChat opens a workbook, from where it can
// be sent on, and hands any other file to a chat.
import Taro from '@tarojs/taro'
import { isWeapp } from './target.ts'

/** `path` is an address of the server that needs no sign-in. Throws when WeChat cannot fetch or show it. */
export async function openFile(path: string, fileName: string): Promise<void> {
  if (!isWeapp) {
    // The answer says that it is an attachment, so the page stays.
    window.location.assign(path)
    return
  }
  const filePath = `${Taro.env.USER_DATA_PATH}/${fileName}`
  const { statusCode } = await Taro.downloadFile({ url: API_BASE + path, filePath })
  if (statusCode !== 200) throw new Error(`the file answered ${statusCode}`)
  if (fileName.endsWith('.xlsx')) {
    await Taro.openDocument({ filePath, fileType: 'xlsx', showMenu: true })
  } else {
    await Taro.shareFileMessage({ filePath, fileName })
  }
}
