// The one button: tall enough for a thumb, busy while its work runs, never fired twice meanwhile. A plain
// view, because the platforms' own buttons bring a different look and text colour each.
import { Text, View } from '@tarojs/components'
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
  /** The words on it. */
  readonly children: string
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
  const look = disabled ? 'button--off' : ''
  return (
    <View
      className={`button button--${tone} ${block ? 'button--block' : ''} ${look}`}
      ariaRole="button"
      aria-disabled={off ? 'true' : 'false'}
      aria-busy={busy ? 'true' : 'false'}
      hoverClass={off ? 'none' : 'button--pressed'}
      onClick={() => !off && onPress()}
    >
      {busy && <View className="button__spinner" />}
      <Text>{children}</Text>
    </View>
  )
}
