import { queryOptions } from '@tanstack/react-query'
import type { MyEquityWire } from '@yizhuan/server/wire/holdings/my-equity'
import { read } from '../../api/client.ts'

export type { MyEquityWire }

/** The equity that whoever is signed in holds as an award. */
export const myEquityQuery = queryOptions({
  queryKey: ['holdings', 'mine'],
  queryFn: () => read<MyEquityWire>('/my-equity'),
})
