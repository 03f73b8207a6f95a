import { queryOptions, useQueries } from '@tanstack/react-query'
import { type Law, lawFrom, type Rules, type Texts } from '@yizhuan/law'
import type { StackPageWire, StackWire } from '@yizhuan/server/wire/policies/packs/stack'
import { read } from './client.ts'

export type { StackWire } from '@yizhuan/server/wire/policies/packs/stack'

const always = Number.POSITIVE_INFINITY

/** The laws one can work a deal out under, and the tables of tax that go with them. */
export const stacksQuery = queryOptions({
  queryKey: ['stacks'],
  staleTime: always,
  queryFn: () => read<StackPageWire>('/law/stacks'),
})

const lawQuery = (id: string) =>
  queryOptions({
    queryKey: ['stack', id],
    staleTime: always,
    gcTime: always,
    // Fetched whole, in both languages: what follows needs no network.
    queryFn: async (): Promise<Law> => {
      const [rules, zh, en] = await Promise.all([
        read<Rules>(`/law/stacks/${id}/rules`),
        read<Texts>(`/law/stacks/${id}/texts?lang=zh`),
        read<Texts>(`/law/stacks/${id}/texts?lang=en`),
      ])
      return lawFrom(rules, zh, en)
    },
    structuralSharing: false,
  })

/** A law that was fetched, with what is said of it. */
export interface Place {
  readonly stack: StackWire
  readonly law: Law
}

/** The laws of some stacks, once all of them are here. */
export function useLaws(stacks: readonly StackWire[]) {
  return useQueries({
    queries: stacks.map(({ id }) => lawQuery(id)),
    combine: (results) => ({
      error: results.find(({ error }) => error)?.error ?? null,
      isPending: results.some(({ isPending }) => isPending),
      data: results.every(({ data }) => data !== undefined)
        ? results.flatMap(({ data }, at): Place[] => {
            const stack = stacks[at]
            return data && stack ? [{ stack, law: data }] : []
          })
        : undefined,
    }),
  })
}
