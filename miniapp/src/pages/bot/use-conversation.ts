// The shopper's conversation: opened once, read live, written to one message at a time.
import type { Input } from '@shouhou/shared/contract'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { api } from '../../api/client.ts'
import { useCommand } from '../../hooks/use-command.ts'
import { useMessages } from '../../hooks/use-messages.ts'
import { useLanguage } from '../../i18n/index.ts'

const SAY = 'POST /conversations/:id/messages'
export type Speech = Input<typeof SAY>['body']

export function useConversation(me: string) {
  const language = useLanguage()
  // Opening comes back to the open one, in the language chosen meanwhile; signals of the live channel
  // do not repeat it.
  const open = useQuery({
    queryKey: ['my-conversation', me, language],
    queryFn: () => api('POST /conversations', { body: { language } }),
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
  })
  const id = open.data?.id ?? ''
  const talk = useMessages(id)
  const say = useCommand(SAY, { changes: ['conversations'] })
  const end = useCommand('POST /conversations/:id/end', { changes: ['conversations'] })
  return {
    /** Result for QueryView: the messages, or why they cannot be had. */
    query: {
      data: talk.data,
      error: open.error ?? talk.error,
      refetch: () => (open.error ? open.refetch() : talk.refetch()),
    },
    id,
    say: (body: Speech, onSaid?: () => void) => {
      if (!say.isPending && id !== '')
        say.mutate({ params: { id }, body }, onSaid ? { onSuccess: onSaid } : {})
    },
    /** What is being sent now. */
    saying: say.isPending ? say.variables.body.text : null,
    error: say.error,
    end: () => end.mutate({ params: { id } }),
    /** After the end: a new conversation. */
    again: () => void open.refetch(),
  }
}
