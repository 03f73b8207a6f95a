import { useQuery } from '@tanstack/react-query'
import type { InstitutionListsWire } from '@yizhuan/server/wire/institutions/standing'
import { read } from '../../api/client.ts'

/** The lines of work people stand in, by code. */
export function useOccupations() {
  const { data } = useQuery({
    queryKey: ['institution', 'lists'],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: () => read<InstitutionListsWire>('/institution/lists'),
  })
  return Object.entries(data?.occupations ?? {})
}
