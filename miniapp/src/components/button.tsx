// The one button: tall enough for a thumb, busy while its work runs, never fired twice meanwhile.
import { Button as TaroButton } from '@tarojs/components'
import type { ReactNode } from 'react'
import './button.scss'

interface ButtonProps {
  /** `primary` once a page at most; `danger` for what cannot be undone. */
  readonly tone?: 'primary' | 'plain' | 'danger'
  /** As wide as its place. */
  readonly block?: boolean
  readonly busy?: boolean
  readonly disabled?: boolean
  readonly onPress: () => void
  readonly children: ReactNode
}

export function Button({
  tone = 'plain',
  block = false,
  busy = false,
  disabled = false,
  onPress,
  children,
}: ButtonProps): ReactNode {
  const off = busy || disabled
  return (
    <TaroButton
      className={`button button--${tone} ${block ? 'button--block' : ''} ${off ? 'button--off' : ''}`}
      disabled={off}
      loading={busy}
      onClick={() => !off && onPress()}
    >
      {children}
    </TaroButton>
  )
}
