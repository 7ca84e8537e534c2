// Gives `ariaRole`, WeChat's name, its meaning in the browser: the role is set, what can be pressed is
// reached with the Tab key, and Enter or Space press it. Written out in JSX, not spread: Taro's compiler makes
// `role` of it.
import { isWeapp } from './target.ts'

const PRESSABLE = ['button', 'checkbox', 'radio', 'tab', 'link', 'switch']

/**
 * For an `Image` whose words stand beside it or on the button around it: screen readers pass over it.
 * WeChat's does so by itself.
 */
export const unnamed: { nativeProps?: Record<string, unknown> } = isWeapp
  ? {}
  : { nativeProps: { alt: '' } }

/** Once, before anything is drawn. */
export function speakAria(): void {
  if (isWeapp) return
  // Taro's elements set every property on the node, this one too.
  Object.defineProperty(HTMLElement.prototype, 'role', {
    configurable: true,
    get(this: HTMLElement) {
      return this.getAttribute('role')
    },
    set(this: HTMLElement, role: string | null | undefined) {
      if (!role) {
        this.removeAttribute('role')
        this.removeAttribute('tabindex')
        return
      }
      this.setAttribute('role', role)
      if (PRESSABLE.includes(role)) this.tabIndex = 0
      else this.removeAttribute('tabindex')
    },
  })
  document.addEventListener('keydown', press)
}

function press(event: KeyboardEvent): void {
  const { target, key } = event
  if (!(target instanceof HTMLElement) || (key !== 'Enter' && key !== ' ')) return
  // Fields and real buttons know these keys themselves.
  if (
    !PRESSABLE.includes(target.getAttribute('role') ?? '') ||
    target.matches('button, input, a')
  ) {
    return
  }
  event.preventDefault()
  target.click()
}
