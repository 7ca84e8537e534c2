// What a page shows instead of its content: nothing there, not loaded, still loading. QueryView chooses.
import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { ApiError, NetworkError } from '../api/errors.ts'
import { useIsStaff } from '../api/session.ts'
import { failureWords } from '../i18n/error-text.ts'
import { useT } from '../i18n/index.ts'
import { formatDuration } from '../i18n/time.ts'
import { openPage } from '../pages.ts'
import { Button } from './button.tsx'
import { useNow } from './countdown.tsx'
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

/** Says what went wrong in a sentence and offers to try again, or a way out where that is of no use. */
export function ErrorState({ error, onRetry }: ErrorStateProps): ReactNode {
  const t = useT()
  const { title, text, again } = failureWords(error, t)
  return (
    <View className="state" ariaRole="alert">
      <View className={`state__shape ${again ? 'state__shape--bad' : ''}`}>
        <Icon name={iconOf(error, again)} size="xl" />
      </View>
      <Text className="state__title">{title}</Text>
      <Text className="state__text">{text}</Text>
      {again ? onRetry && <Button onPress={onRetry}>{t('retry')}</Button> : <WayOut />}
    </View>
  )
}

function iconOf(error: unknown, again: boolean): IconName {
  if (error instanceof NetworkError) return 'offline'
  return again ? 'alert' : 'search'
}

/** To the list that has everything of this person. */
function WayOut(): ReactNode {
  const t = useT()
  const isStaff = useIsStaff()
  return (
    <Button onPress={() => openPage(isStaff ? 'desk' : 'cases')}>
      {t(isStaff ? 'missing.toDesk' : 'missing.toCases')}
    </Button>
  )
}

interface StaleProps {
  /** Why it is not newer. */
  readonly error: unknown
  /** When the content came, epoch ms by this phone's clock. */
  readonly since: number
}

/** Over content that could not be refreshed: how old it is, and why. */
function Stale({ error, since }: StaleProps): ReactNode {
  const t = useT()
  useNow()
  const age = formatDuration(Date.now() - since, t)
  return (
    <View className="stale" ariaRole="status">
      <Text>{t(error instanceof NetworkError ? 'stale.offline' : 'stale.failed', { age })}</Text>
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
  /** When `data` came, epoch ms by this phone's clock; without it no age is shown. */
  readonly dataUpdatedAt?: number
}

interface QueryViewProps<T> {
  readonly query: Answer<T>
  /** While loading; a skeleton list when left out. */
  readonly skeleton?: ReactNode
  readonly isEmpty?: (data: T) => boolean
  readonly empty?: ReactNode
  readonly children: (data: T) => ReactNode
}

/**
 * Content when it is there, else error, else skeleton. After a failed refresh the old content stays with
 * its age above it, unless the answer was that it is gone.
 */
export function QueryView<T>(props: QueryViewProps<T>): ReactNode {
  const { data, error, refetch, dataUpdatedAt } = props.query
  if (data !== undefined && !isGone(error)) {
    const stale = error && dataUpdatedAt ? <Stale error={error} since={dataUpdatedAt} /> : null
    return (
      <>
        {stale}
        {props.isEmpty?.(data) ? (props.empty ?? <Empty />) : props.children(data)}
      </>
    )
  }
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />
  return props.skeleton ?? <SkeletonList />
}

const isGone = (error: unknown): boolean => error instanceof ApiError && error.status === 404
