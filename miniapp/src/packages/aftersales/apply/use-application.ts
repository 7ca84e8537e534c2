// The state of the form: the application, its files, the draft that survives leaving, and sending it.
import { LIMITS } from '@shouhou/shared/domain/limits'
import { useEffect, useRef, useState } from 'react'
import { notify } from '../../../components/ask.ts'
import { useCommand } from '../../../hooks/use-command.ts'
import { useDebounced } from '../../../hooks/use-debounced.ts'
import { type Uploads, useUploads } from '../../../hooks/use-uploads.ts'
import { t } from '../../../i18n/index.ts'
import { goBack, replacePage } from '../../../pages.ts'
import { type Application, askOf, type Subject, settle, wantedFen } from './application.ts'
import { dropApplication, keepApplication, sendingOf } from './draft.ts'

interface Start {
  readonly subject: Subject
  readonly first: Application
  readonly isKept: boolean
  /** Id of the person who writes. */
  readonly me: string
}

export interface Writing {
  readonly application: Application
  readonly uploads: Uploads
  readonly change: (part: Partial<Application>) => void
  readonly send: () => void
  readonly isSending: boolean
  readonly error: unknown
}

export function useApplication({ subject, first, isKept, me }: Start): Writing {
  const { order, original } = subject
  const [application, set] = useState(first)
  const uploads = useUploads(LIMITS.filesPerCase - (original?.media.length ?? 0), first.media)
  const { isGone, ...sending } = useSending(subject, me)

  // What is written here is kept as well: only what was there at first had been left earlier.
  const [wasKept] = useState(isKept)
  useEffect(() => {
    if (wasKept) notify(t('apply.draft'))
  }, [wasKept])

  const media = uploads.items.flatMap((item) => (item.media ? [item.media] : []))
  useKept({ ...application, media }, (draft) => {
    if (!original && !isGone()) keepApplication(me, order.orderNo, draft)
  })

  return {
    application,
    uploads,
    change: (part) => set((now) => settle(subject, { ...now, ...part })),
    send: () => sending.send(application, uploads.mediaIds),
    isSending: sending.isSending,
    error: sending.error,
  }
}

/** Keeps what is written once it stands still, and when the page is left in the middle of a word. */
function useKept(now: Application, keep: (draft: Application) => void): void {
  const still = useDebounced(now)
  const latest = useRef({ now, keep })
  latest.current = { now, keep }
  const kept = useRef(JSON.stringify(now))
  const [keepLatest] = useState(() => () => {
    const text = JSON.stringify(latest.current.now)
    if (text !== kept.current) latest.current.keep(latest.current.now)
    kept.current = text
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: standing still is the occasion.
  useEffect(keepLatest, [still])
  useEffect(() => keepLatest, [keepLatest])
}

/** Sends once: taps while it runs, and after it succeeded, do nothing. */
function useSending(subject: Subject, me: string) {
  const { order, original } = subject
  const [memory] = useState(() => sendingOf(me, order.orderNo))
  const state = useRef<'open' | 'running' | 'gone'>('open')
  const done = (id: string) => {
    state.current = 'gone'
    if (!original) {
      dropApplication(me, order.orderNo)
      return replacePage('caseDetail', { id, sent: '1' })
    }
    // The page of the case lies underneath.
    notify(t('act.done'))
    goBack()
  }
  const changes = ['aftersales', 'orders'] as const
  const apply = useCommand('POST /aftersales', {
    changes,
    memory,
    onDone: ({ id }) => done(id),
  })
  const edit = useCommand('POST /aftersales/:id/edit', { changes, onDone: ({ id }) => done(id) })
  const failed = { onError: () => (state.current = 'open') }

  function send(application: Application, mediaIds: readonly string[]): void {
    const ask = askOf(subject, application)
    const wantFen = wantedFen(application)
    if (!ask || wantFen === null || state.current !== 'open') return
    state.current = 'running'
    const body = {
      ...ask,
      description: application.description.trim(),
      mediaIds: [...mediaIds],
      ...(wantFen === undefined || ask.type === 'EXCHANGE' ? {} : { wantFen }),
      ...(application.humanReview ? { humanReview: true } : {}),
    }
    if (original) {
      const { id, version } = original
      edit.mutate({ params: { id }, body: { ...body, version } }, failed)
    } else apply.mutate({ body: { ...body, orderNo: order.orderNo } }, failed)
  }
  return {
    send,
    isSending: apply.isPending || edit.isPending,
    error: original ? edit.error : apply.error,
    isGone: () => state.current === 'gone',
  }
}
