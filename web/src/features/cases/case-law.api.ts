import { queryOptions } from '@tanstack/react-query'
import type { CaseLawWire } from '@yizhuan/server/wire/cases/case.law'
import { read } from '../../api/client.ts'

/** By which revisions a case is judged, and what newer ones mean for it. */
export const caseLawQuery = (id: string) =>
  queryOptions({
    queryKey: ['case', id, 'law'],
    queryFn: () => read<CaseLawWire>(`/cases/${id}/law`),
  })
