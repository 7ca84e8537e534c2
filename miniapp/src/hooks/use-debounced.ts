// A value that waits until it has stood still.
import { useEffect, useState } from 'react'

/** The value as it was when it last stood still for `ms`; compared by its JSON. */
export function useDebounced<T>(value: T, ms = 400): T {
  const [still, setStill] = useState(value)
  const text = JSON.stringify(value)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the text says when the value is another one.
  useEffect(() => {
    const timer = setTimeout(() => setStill(value), ms)
    return () => clearTimeout(timer)
  }, [text, ms])
  return still
}
