// Reading from the API in a page: one answer, or a list page by page. The key of the cache is the key of
// the contract with its input.
import type { ContractKey, Input, Output } from '@shouhou/shared/contract'
import {
  type InfiniteData,
  type UseInfiniteQueryResult,
  type UseQueryResult,
  useInfiniteQuery,
  useQuery,
} from '@tanstack/react-query'
import { api } from '../api/client.ts'
import { lastKnown } from '../api/last-known.ts'

type ReadKey = Extract<ContractKey, `GET ${string}`>
/** Keys of lists that answer `{ items, nextCursor }`. */
type PageKey = {
  [K in ReadKey]: Output<K> extends { items: unknown[]; nextCursor: string | null } ? K : never
}[ReadKey]
type ItemOf<K extends PageKey> = Output<K> extends { items: (infer I)[] } ? I : never

interface ReadOptions {
  /** False: wait, for instance until somebody is signed in. */
  readonly enabled?: boolean
  /** Ask again every so many ms while the page is in front. */
  readonly refetchInterval?: number | false
}

/** Routes that only calculate: a body too long for an address, and nothing changes. */
type CalculateKey =
  | 'POST /aftersales/quote'
  | 'POST /policy/check'
  | 'POST /policy/preview'
  | 'POST /faq/test'
  | 'POST /faq/check'
  | 'POST /invitations/look'
  | 'POST /notice-templates/:event/preview'

/** Begins with what the phone knew last, marked with its age, so that it is asked for again at once. */
function begin<T>(queryKey: readonly unknown[]) {
  return {
    initialData: () => lastKnown(queryKey)?.data as T | undefined,
    initialDataUpdatedAt: () => lastKnown(queryKey)?.at,
  }
}

/** One answer of a GET route, or of a POST that only calculates. */
export function useApi<K extends ReadKey | CalculateKey>(
  key: K,
  input: Input<K>,
  options: ReadOptions = {},
): UseQueryResult<Output<K>> {
  const queryKey = [key, input]
  return useQuery({
    queryKey,
    queryFn: ({ signal }) => api(key, input, { signal }),
    ...begin<Output<K>>(queryKey),
    ...options,
  })
}

/** A list that grows page by page; `items` are all loaded so far. */
export function usePages<K extends PageKey>(
  key: K,
  input: Input<K>,
  options: ReadOptions = {},
): UseInfiniteQueryResult<{ items: ItemOf<K>[] }> {
  const queryKey = [key, input]
  return useInfiniteQuery({
    queryKey,
    ...begin<InfiniteData<Output<K>, string | undefined>>(queryKey),
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) => {
      const query = { ...input.query, ...(pageParam ? { cursor: pageParam } : {}) }
      return api(key, { ...input, query } as Input<K>, { signal })
    },
    getNextPageParam: (last) =>
      (last as unknown as { nextCursor: string | null }).nextCursor ?? undefined,
    select: ({ pages }) => ({
      items: pages.flatMap((page) => (page as unknown as { items: ItemOf<K>[] }).items),
    }),
    ...options,
  })
}
