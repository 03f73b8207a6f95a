import { queryOptions } from '@tanstack/react-query'
import type { CountsWire, HitWire, SearchWire } from '@yizhuan/server/wire/search/search'
import { read, withQuery } from '../../api/client.ts'

export type { HitWire } from '@yizhuan/server/wire/search/search'

/** What contains every word that was typed. */
export const searchQuery = (q: string, kind?: string) =>
  queryOptions({
    queryKey: ['search', q, kind],
    queryFn: () => read<SearchWire>(withQuery('/search', { q, kind, limit: 20 })),
    enabled: q !== '',
  })

/** How many records of each kind contain them, told exactly up to a thousand; of several words where they meet seldom. */
export const countsQuery = (q: string) =>
  queryOptions({
    queryKey: ['search', 'counts', q],
    queryFn: () => read<CountsWire>(withQuery('/search/counts', { q })),
    enabled: q !== '',
  })

/** Where records of a kind are shown: below an address, or by a parameter of a list. */
const places: Readonly<Record<string, string>> = {
  case: '/cases',
  achievement: '/achievements',
  right: '/rights',
  contract: '/contracts',
  receipt: '/receipts',
  person: '/people',
  project: '/projects',
  trusteeship: '/trusteeships',
  holding: '/holdings',
  'spin-off': '/spin-offs',
  fund: '/funds',
  'grant-bonus': '/grant-bonuses',
  'staff-award': '/staff-awards',
  'outside-patent': '/outside-patents',
  registration: '/registrations',
  contractStandard: '/contract-standards',
  internalRule: '/internal-rules',
  carrier: '/carriers?carrier=',
  unit: '/people?unit=',
}

/** Where a record is shown; undefined for a kind that has no page yet. */
export function addressOf({ kind, id }: Pick<HitWire, 'kind' | 'id'>): string | undefined {
  const place = places[kind]
  return place && (place.endsWith('=') ? `${place}${id}` : `${place}/${id}`)
}
