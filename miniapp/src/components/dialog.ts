// A question in the browser, asked by the browser's own dialog: it keeps the focus, answers to Escape, and
// wears the look of the page, none of which Taro's does.
import './dialog.scss'

interface DialogWords {
  readonly title: string
  readonly text: string
  readonly yes: string
  readonly no: string
  /** What cannot be undone. */
  readonly danger: boolean
}

/** Old browsers have no dialog of their own. */
export const hasDialog = (): boolean => typeof HTMLDialogElement !== 'undefined'

/** True for yes; closing it by any other way is no. */
export function askInDialog({ title, text, yes, no, danger }: DialogWords): Promise<boolean> {
  const dialog = element('dialog', 'dialog', '')
  dialog.setAttribute('aria-label', title)
  dialog.append(element('h2', 'dialog__title', title))
  if (text) dialog.append(element('p', 'dialog__text', text))
  const buttons = element('div', 'dialog__buttons', '')
  const answers: [word: string, value: string, look: string][] = [
    [no, '', ''],
    [yes, 'yes', danger ? 'dialog__button--danger' : 'dialog__button--yes'],
  ]
  for (const [word, value, look] of answers) {
    const button = element('button', `dialog__button ${look}`, word)
    button.addEventListener('click', () => dialog.close(value))
    buttons.append(button)
  }
  dialog.append(buttons)
  document.body.append(dialog)
  const answer = new Promise<boolean>((settle) => {
    dialog.addEventListener('close', () => {
      dialog.remove()
      settle(dialog.returnValue === 'yes')
    })
  })
  dialog.showModal()
  return answer
}

function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  className: string,
  text: string,
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag)
  made.className = className
  made.textContent = text
  return made
}
