import { useQuery } from '@tanstack/react-query'
import type { HistoryWire } from '@yizhuan/server/wire/achievements/achievement'
import { useState } from 'react'
import { read } from '../../api/client.ts'

/** The last change of a contract when its form was opened: what others say meanwhile is not written over. */
export function useOpenedSeq(id: string): number | undefined {
  const history = useQuery({
    queryKey: [`/contracts/${id}/history`],
    queryFn: () => read<HistoryWire>(`/contracts/${id}/history`),
  })
  const [opened, open] = useState<number>()
  const newest = history.data && Math.max(0, ...history.data.items.map(({ seq }) => seq))
  if (opened === undefined && newest !== undefined) open(newest)
  return opened === 0 ? undefined : opened
}
