// All messages of a conversation; the server gives them in pieces, oldest first.
import type { Output } from '@shouhou/shared/contract'
import type { Message } from '@shouhou/shared/contract/conversations'
import { type UseQueryResult, useQuery } from '@tanstack/react-query'
import { api } from '../api/client.ts'

const KEY = 'GET /conversations/:id/messages'
/** Messages in one answer; fewer means these were the last ones. */
const PIECE = 200

interface Talk {
  readonly conversation: Output<typeof KEY>['conversation']
  readonly messages: readonly Message[]
}

/** Reading marks the messages as read by whoever is signed in. */
export function useMessages(id: string): UseQueryResult<Talk> {
  return useQuery({
    queryKey: [KEY, id],
    enabled: id !== '',
    queryFn: async ({ signal }) => {
      const messages: Message[] = []
      for (;;) {
        const query = { after: messages[messages.length - 1]?.seq ?? 0 }
        const { conversation, items } = await api(KEY, { params: { id }, query }, { signal })
        messages.push(...items)
        if (items.length < PIECE) return { conversation, messages }
      }
    },
  })
}
