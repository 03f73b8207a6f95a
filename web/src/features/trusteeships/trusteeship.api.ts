import { queryOptions, useQueryClient } from '@tanstack/react-query'
import type {
  AmendTrusteeshipWire,
  EndTrusteeshipWire,
  NewTrusteeshipWire,
  TrusteeshipListsWire,
  TrusteeshipPageWire,
  TrusteeshipWire,
} from '@yizhuan/server/wire/trusteeships/trusteeship'
import { read, withQuery, write } from '../../api/client.ts'

export type {
  NewTrusteeshipWire,
  TrusteeshipLineWire,
  TrusteeshipListsWire,
  TrusteeshipWire,
} from '@yizhuan/server/wire/trusteeships/trusteeship'

/** The three powers in their order. */
export const powers = ['ownership', 'operation', 'income'] as const
export type Power = (typeof powers)[number]

/** Where an agreement can stand. */
export const states = ['running', 'coming', 'expired', 'ended'] as const

/** How a state looks. */
export const toneOf = {
  running: 'chip-running',
  coming: 'chip-due',
  expired: 'chip-expired',
  ended: 'chip-expired',
} as const

/** What is held in trust, as a form names it. */
export interface Subject {
  readonly kind: 'right' | 'achievement'
  readonly id: string
  readonly number: string | null
  readonly title: string
}

/** One agreement. */
export const trusteeshipQuery = (id: string) =>
  queryOptions({
    queryKey: ['trusteeship', id],
    queryFn: () => read<TrusteeshipWire>(`/trusteeships/${id}`),
  })

/** The powers, the kinds of trustees, and by which article. */
export const listsQuery = queryOptions({
  queryKey: ['trusteeship-lists'],
  queryFn: () => read<TrusteeshipListsWire>('/trusteeships/lists'),
  staleTime: Number.POSITIVE_INFINITY,
})

/** The agreements about a right or an achievement. */
export const aboutQuery = (about: { readonly right?: string; readonly achievement?: string }) =>
  queryOptions({
    queryKey: ['trusteeships', about],
    queryFn: () => read<TrusteeshipPageWire>(withQuery('/trusteeships', { ...about })),
  })

/** What a form can be filled in with, from the address: rights and achievements by their ids. */
export const subjectQuery = ({ kind, id }: Pick<Subject, 'kind' | 'id'>) =>
  queryOptions({
    queryKey: [kind, id],
    queryFn: () =>
      read<{ number: string | null; title: string }>(
        `/${kind === 'right' ? 'rights' : 'achievements'}/${id}`,
      ),
  })

/** Rights and achievements whose words match. */
export async function findSubjects(q: string): Promise<readonly Subject[]> {
  const page = (path: string) =>
    read<{ items: readonly { id: string; number: string | null; title: string }[] }>(
      withQuery(path, { q, limit: 5 }),
    )
  const [rights, achievements] = await Promise.all([page('/rights'), page('/achievements')])
  const asKind =
    (kind: Subject['kind']) =>
    ({ id, number, title }: (typeof rights.items)[number]): Subject => ({ kind, id, number, title })
  return [...rights.items.map(asKind('right')), ...achievements.items.map(asKind('achievement'))]
}

export const enterTrusteeship = (body: NewTrusteeshipWire) =>
  write<{ id: string }>('POST', '/trusteeships', body)
export const amendTrusteeship = (id: string, body: AmendTrusteeshipWire) =>
  write('PATCH', `/trusteeships/${id}`, body)
export const endTrusteeship = (id: string, body: EndTrusteeshipWire) =>
  write('POST', `/trusteeships/${id}/end`, body)

/** Reads an agreement afresh after something was written to it. */
export function useReread(id: string) {
  const client = useQueryClient()
  return async () => {
    const keys = [['trusteeships'], ['/trusteeships'], ['trusteeship', id]]
    const all = [...keys, [`/trusteeships/${id}/history`]]
    await Promise.all(all.map((queryKey) => client.invalidateQueries({ queryKey })))
  }
}
