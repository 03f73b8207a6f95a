import { queryOptions } from '@tanstack/react-query'
import type { InstitutionListsWire } from '@yizhuan/server/wire/institutions/standing'
import type {
  DealInterestsWire,
  DeclareWire,
  InterestPageWire,
  PersonInterestsWire,
} from '@yizhuan/server/wire/interests/interest'
import { read, withQuery, write } from '../../api/client.ts'

export type {
  DealInterestsWire,
  DeclarationWire,
  PersonInterestsWire,
} from '@yizhuan/server/wire/interests/interest'

/** What one declared, oneself with `me`. */
export function interestsQuery(person: string) {
  return queryOptions({
    queryKey: ['interests', 'of', person],
    queryFn: () => read<PersonInterestsWire>(`/interests/${person}`),
  })
}

/** How everybody stands with declaring. */
export function interestListQuery(filter: { state?: string | undefined; q?: string | undefined }) {
  return queryOptions({
    queryKey: ['interests', 'list', filter],
    queryFn: () => read<InterestPageWire>(withQuery('/interests', filter)),
  })
}

/** What the people of a deal have to do with its other side. */
export function dealInterestsQuery(path: string) {
  return queryOptions({
    queryKey: ['interests', 'deal', path],
    queryFn: () => read<DealInterestsWire>(`${path}/interests`),
  })
}

/** The kinds of ties, and through whom. */
export const tiesQuery = queryOptions({
  queryKey: ['institution', 'lists'],
  staleTime: Number.POSITIVE_INFINITY,
  queryFn: () => read<InstitutionListsWire>('/institution/lists'),
})

export function declare(body: DeclareWire) {
  return write<{ id: string; validUntil: string }>('POST', '/interests/me', body)
}

export function revealHolder(body: { declaration: string; line: number; purpose: string }) {
  return write<{ value: string }>('POST', '/interests/reveal', body)
}

/** Who reads what others declared; the server decides it again. */
export const interestReaders = ['tto_negotiator', 'tto_reviewer', 'discipline', 'auditor']
