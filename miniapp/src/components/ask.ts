// Short words between page and person: a question before something serious, a note after something done.
import Taro from '@tarojs/taro'
import { t } from '../i18n/index.ts'

interface Question {
  readonly title: string
  /** What will happen, in a sentence. */
  readonly text?: string
  readonly yes?: string
  readonly danger?: boolean
}

/** Asks and gives true for yes; closing it by any other way is no. */
export async function confirm(question: Question): Promise<boolean> {
  const { confirm: yes } = await Taro.showModal({
    title: question.title,
    content: question.text ?? '',
    confirmText: question.yes ?? t('ok'),
    cancelText: t('cancel'),
    confirmColor: question.danger ? '#b3261e' : '#1558c0',
  })
  return yes
}

/** A line that goes away by itself. */
export const notify = (text: string): void =>
  void Taro.showToast({ title: text, icon: 'none', duration: 2500 })

/** Puts text on the clipboard and says so. */
export async function copyText(text: string): Promise<void> {
  await Taro.setClipboardData({ data: text })
  notify(t('copied'))
}
