import { useInfiniteQuery } from '@tanstack/react-query'
import { read, withQuery } from '../api/client.ts'

/** A page of a list; the next one begins after its cursor. */
interface Page<Item> {
  readonly items: readonly Item[]
  readonly nextCursor?: string | number | undefined
}

/** Reads a list page by page: what there is so far, and how to go on. */
export function usePages<Item, Whole extends Page<Item> = Page<Item>>(
  path: string,
  filter: Readonly<Record<string, string | number | undefined>>,
  /** What else the list depends on; another version is read afresh. */
  version?: number,
) {
  const query = useInfiniteQuery({
    queryKey: [path, filter, version],
    initialPageParam: undefined as string | number | undefined,
    queryFn: ({ pageParam }) => read<Whole>(withQuery(path, { ...filter, cursor: pageParam })),
    getNextPageParam: (page) => page.nextCursor,
  })
  const items = query.data?.pages.flatMap((page) => page.items) ?? []
  return { query, items, first: query.data?.pages[0] }
}
