import { queryOptions } from '@tanstack/react-query'
import type { CaseWire } from '@yizhuan/server/wire/cases/case'
import { read } from '../../api/client.ts'

/** A case to begin from. */
export const caseQuery = (id: string) =>
  queryOptions({
    queryKey: ['case', id, ''],
    queryFn: () => read<CaseWire>(`/cases/${id}`),
  })
