import { queryOptions } from '@tanstack/react-query'
import type { CasePageWire } from '@yizhuan/server/wire/cases/case'
import type { CompareAllWire, CompareOneWire } from '@yizhuan/server/wire/cases/compare'
import { address, read, withQuery } from '../../api/client.ts'
import type { Ways } from './ways.ts'

export type { CompareAllWire, CompareOneWire } from '@yizhuan/server/wire/cases/compare'

const asked = (ways: Ways) => ({ ...ways })

/** One live case in both ways. */
export const oneQuery = (id: string, ways: Ways) =>
  queryOptions({
    queryKey: ['compare', id, ways],
    queryFn: () => read<CompareOneWire>(withQuery(`/cases/${id}/compare`, asked(ways))),
  })

/** Every live case in both ways. */
export const allQuery = (ways: Ways) =>
  queryOptions({
    queryKey: ['compare', '', ways],
    queryFn: () => read<CompareAllWire>(withQuery('/cases/compare', asked(ways))),
  })

/** Where the differences of every live case are had as a sheet. */
export const sheetOf = (ways: Ways): string => address(withQuery('/cases/compare.csv', asked(ways)))

/** The cases to choose from. */
export const casesQuery = queryOptions({
  queryKey: ['compare-cases'],
  queryFn: () => read<CasePageWire>('/cases?limit=100'),
})
