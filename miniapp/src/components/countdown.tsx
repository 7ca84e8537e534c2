// A deadline in words that keep up with the clock: `剩余 2 天 3 小时`.
import { Text } from '@tarojs/components'
import { type ReactNode, useEffect, useState } from 'react'
import { useT } from '../i18n/index.ts'
import { formatRemaining } from '../i18n/time.ts'
import { serverNow } from '../platform/server-clock.ts'
import './countdown.scss'

/** Words change by the minute; four looks a minute are enough. */
const TICK_MS = 15_000
const URGENT_MS = 24 * 3_600_000

interface CountdownProps {
  /** UTC instant, RFC 3339. */
  readonly dueAt: string
  readonly paused?: boolean
}

export function Countdown({ dueAt, paused = false }: CountdownProps): ReactNode {
  const t = useT()
  const now = useNow(!paused)
  const urgent = !paused && Date.parse(dueAt) - now < URGENT_MS
  return (
    <Text className={`countdown ${urgent ? 'countdown--urgent' : ''}`}>
      {paused ? t('time.paused') : formatRemaining(dueAt, now, t)}
    </Text>
  )
}

/** Epoch ms by the server's clock; renders again every quarter of a minute while `running`. */
export function useNow(running = true): number {
  const [now, setNow] = useState(serverNow)
  useEffect(() => {
    if (!running) return
    const timer = setInterval(() => setNow(serverNow()), TICK_MS)
    return () => clearInterval(timer)
  }, [running])
  return now
}
