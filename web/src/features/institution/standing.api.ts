import { queryOptions } from '@tanstack/react-query'
import type {
  InstitutionListsWire,
  NewStandingWire,
  StandingsWire,
} from '@yizhuan/server/wire/institutions/standing'
import { read, write } from '../../api/client.ts'

export type { StandingWire } from '@yizhuan/server/wire/institutions/standing'

/** What the institution was, by day. */
export const standingsQuery = queryOptions({
  queryKey: ['institution', 'standings'],
  queryFn: () => read<StandingsWire>('/institution/standings'),
})

/** The code lists of the institution's own registers. */
export const listsQuery = queryOptions({
  queryKey: ['institution', 'lists'],
  staleTime: Number.POSITIVE_INFINITY,
  queryFn: () => read<InstitutionListsWire>('/institution/lists'),
})

export function enterStanding(body: NewStandingWire) {
  return write<{ id: string }>('POST', '/institution/standings', body)
}

export function annulStanding(id: string, reason: string) {
  return write<{ id: string }>('POST', `/institution/standings/${id}/annul`, { reason })
}
