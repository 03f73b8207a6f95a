import { queryOptions } from '@tanstack/react-query'
import type {
  InstitutionListsWire,
  NewStandingWire,
  StandingsWire,
} from '@yizhuan/server/wire/institutions/standing'
import { read, write } from '../../api/client.ts'

export type { StandingWire } from '@yizhuan/server/wire/institutions/standing'

/** What a unit of the institution answers for. */
export const responsibilities = ['ipOperation', 'ipProtection', 'resultManagement'] as const

export const aspects = [
  ...(['level', 'ownership', 'research', 'affiliation', 'province', 'pilot'] as const),
  ...responsibilities,
]
export type Aspect = (typeof aspects)[number]

export const isResponsibility = (aspect: Aspect): boolean =>
  (responsibilities as readonly string[]).includes(aspect)

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
