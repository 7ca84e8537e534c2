// What a page shows instead of its content: nothing there, not loaded, still loading. QueryView chooses.
import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { NetworkError } from '../api/errors.ts'
import { errorText } from '../i18n/error-text.ts'
import { useT } from '../i18n/index.ts'
import { Button } from './button.tsx'
import { Icon, type IconName } from './icon.tsx'
import './states.scss'

interface EmptyProps {
  readonly title?: string
  readonly text?: string
  /** Above the words; a box when left out. */
  readonly drawing?: IconName
  /** What to do about it, usually a button. */
  readonly children?: ReactNode
}

export function Empty({ title, text, drawing = 'box', children }: EmptyProps): ReactNode {
  const t = useT()
  return (
    <View className="state">
      <View className="state__shape">
        <Icon name={drawing} size="xl" />
      </View>
      <Text className="state__title">{title ?? t('empty.title')}</Text>
      {text && <Text className="state__text">{text}</Text>}
      {children}
    </View>
  )
}

interface ErrorStateProps {
  readonly error: unknown
  readonly onRetry?: () => void
}

/** Says what went wrong in a sentence and offers to try again. */
export function ErrorState({ error, onRetry }: ErrorStateProps): ReactNode {
  const t = useT()
  return (
    <View className="state" ariaRole="alert">
      <View className="state__shape state__shape--bad">
        <Icon name={error instanceof NetworkError ? 'offline' : 'alert'} size="xl" />
      </View>
      <Text className="state__title">{t('error.title')}</Text>
      <Text className="state__text">{errorText(error, t)}</Text>
      {onRetry && <Button onPress={onRetry}>{t('retry')}</Button>}
    </View>
  )
}

/** Grey cards in the shape of a list that is on its way. */
export function SkeletonList({ rows = 4 }: { readonly rows?: number }): ReactNode {
  const t = useT()
  return (
    <View ariaRole="status" ariaLabel={t('loading')}>
      {Array.from({ length: rows }, (_unused, row) => `row-${row}`).map((key) => (
        <View key={key} className="skeleton">
          <View className="skeleton__line skeleton__line--short" />
          <View className="skeleton__line" />
        </View>
      ))}
    </View>
  )
}

/** The part of a react-query result that decides what is shown. */
interface Answer<T> {
  readonly data: T | undefined
  readonly error: unknown
  readonly refetch: () => unknown
}

interface QueryViewProps<T> {
  readonly query: Answer<T>
  /** While loading; a skeleton list when left out. */
  readonly skeleton?: ReactNode
  readonly isEmpty?: (data: T) => boolean
  readonly empty?: ReactNode
  readonly children: (data: T) => ReactNode
}

/** Content when it is there (old content too, after a failed refresh), else error, else skeleton. */
export function QueryView<T>(props: QueryViewProps<T>): ReactNode {
  const { data, error, refetch } = props.query
  if (data !== undefined) {
    return props.isEmpty?.(data) ? (props.empty ?? <Empty />) : props.children(data)
  }
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />
  return props.skeleton ?? <SkeletonList />
}
