import { queryOptions } from '@tanstack/react-query'
import type { MyBonusesWire } from '@yizhuan/server/wire/funds/bonus/my-bonus'
import { read } from '../../api/client.ts'

export type { MyBonusesWire }

/** The own bonuses of who is signed in. */
export const myBonusesQuery = queryOptions({
  queryKey: ['grant-bonuses', 'mine'],
  queryFn: () => read<MyBonusesWire>('/my-grant-bonuses'),
})
