// Short words between page and person: a question before something serious, a note after something done.
import Taro from '@tarojs/taro'
import { t } from '../i18n/index.ts'
import { isWeapp } from '../platform/target.ts'
import { askInDialog, hasDialog } from './dialog.ts'

/** Can be read on WeChat's panel in light and dark. */
const DANGER = '#d93a30'

interface Question {
  readonly title: string
  /** What will happen, in a sentence. */
  readonly text?: string
  readonly yes?: string
  readonly danger?: boolean
}

/** Asks and gives true for yes; closing it by any other way is no. */
export async function confirm(question: Question): Promise<boolean> {
  const { title, text = '', yes = t('ok'), danger = false } = question
  const no = t('cancel')
  if (!isWeapp && hasDialog()) return askInDialog({ title, text, yes, no, danger })
  const answer = await Taro.showModal({
    title,
    content: text,
    confirmText: yes,
    cancelText: no,
    // Else WeChat's own, which follows the system.
    ...(danger ? { confirmColor: DANGER } : {}),
  })
  return answer.confirm
}

/** A line that goes away by itself. */
export const notify = (text: string): void =>
  void Taro.showToast({ title: text, icon: 'none', duration: 2500 })

/** Puts text on the clipboard and says so. */
export async function copyText(text: string): Promise<void> {
  await Taro.setClipboardData({ data: text })
  notify(t('copied'))
}
