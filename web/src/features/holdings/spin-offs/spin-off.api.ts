import { queryOptions, useQueryClient } from '@tanstack/react-query'
import type { HoldingPageWire } from '@yizhuan/server/wire/holdings/holding'
import type {
  AmendSpinOffWire,
  NewSpinOffWire,
  SpinOffListsWire,
  SpinOffWire,
} from '@yizhuan/server/wire/holdings/spin-offs/spin-off'
import { read, withQuery, write } from '../../../api/client.ts'

export type {
  NewSpinOffWire,
  SpinOffLineWire,
  SpinOffWire,
} from '@yizhuan/server/wire/holdings/spin-offs/spin-off'

/** Something of the registers that a company rests on. */
export type Link = SpinOffWire['links'][number]

/** How a state looks; one that the lists got since looks plain. */
export const toneOf: Readonly<Record<string, string>> = {
  in_preparation: 'chip-due',
  not_approved: 'chip-expired',
  active: 'chip-running',
  dormant: 'chip-due',
  dissolved: 'chip-expired',
}

/** One company. */
export const spinOffQuery = (id: string) =>
  queryOptions({
    queryKey: ['spin-off', id],
    queryFn: () => read<SpinOffWire>(`/spin-offs/${id}`),
  })

/** The states, roles and footings with their words. */
export const listsQuery = queryOptions({
  queryKey: ['spin-off-lists'],
  queryFn: () => read<SpinOffListsWire>('/spin-offs/lists'),
  staleTime: Number.POSITIVE_INFINITY,
})

/** The equity that a company can be of. */
export const holdingsQuery = queryOptions({
  queryKey: ['holdings-to-choose'],
  queryFn: () => read<HoldingPageWire>(withQuery('/holdings', { limit: 200 })),
})

/** Achievements, cases and contracts whose words match. */
export async function findLinks(q: string): Promise<readonly Link[]> {
  const page = (path: string) =>
    read<{ items: readonly { id: string; number: string | null; title: string }[] }>(
      withQuery(path, { q, limit: 4 }),
    )
  const kinds = { achievement: '/achievements', case: '/cases', contract: '/contracts' } as const
  const found = await Promise.all(
    (['achievement', 'case', 'contract'] as const).map(async (kind) =>
      (await page(kinds[kind])).items.map(({ id, number, title }) => ({ kind, id, number, title })),
    ),
  )
  return found.flat()
}

export const enterSpinOff = (body: NewSpinOffWire) =>
  write<{ id: string }>('POST', '/spin-offs', body)
export const amendSpinOff = (id: string, body: AmendSpinOffWire) =>
  write('PATCH', `/spin-offs/${id}`, body)

/** Reads a company afresh after something was written to it. */
export function useReread(id: string) {
  const client = useQueryClient()
  return async () => {
    const keys = [['/spin-offs'], ['spin-off', id], [`/spin-offs/${id}/history`], ['holding']]
    await Promise.all(keys.map((queryKey) => client.invalidateQueries({ queryKey })))
  }
}
