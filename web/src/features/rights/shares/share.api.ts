import { queryOptions, useQueryClient } from '@tanstack/react-query'
import type {
  CostListWire,
  RecordCostWire,
  RecordPartiesWire,
  RightSharesWire,
} from '@yizhuan/server/wire/rights/shares/share'
import { read, withQuery, write } from '../../../api/client.ts'
import { useRereadRight } from '../docket/docket.api.ts'

export type { CostShareWire, RightSharesWire } from '@yizhuan/server/wire/rights/shares/share'

export const partyRoles = ['own', 'owner', 'licensee'] as const
export const costStates = ['open', 'claimed', 'settled', 'over'] as const

/** Who owns a right, who bears its fees, and what others owe of them. */
export function sharesQuery(id: string) {
  return queryOptions({
    queryKey: ['shares', id],
    queryFn: () => read<RightSharesWire>(`/rights/${id}/shares`),
  })
}

/** What others owe of paid fees, of every right that a filter finds. */
export function costsQuery(filter: Readonly<Record<string, string | undefined>>) {
  return queryOptions({
    queryKey: ['costs', filter],
    queryFn: () => read<CostListWire>(withQuery('/docket/cost-shares', filter)),
  })
}

/** Records who owns a right and who bears its fees from a day on. */
export function recordParties(id: string, body: RecordPartiesWire): Promise<unknown> {
  return write('POST', `/rights/${id}/parties`, body)
}

/** Records a claim for a paid fee, or what came of one. */
export function recordCost(body: RecordCostWire): Promise<unknown> {
  return write('POST', '/docket/cost-entries', body)
}

/** Takes back a claim or a receipt that was wrong. */
export function takeBackCost(entry: string, reason: string): Promise<unknown> {
  return write('POST', `/docket/cost-entries/${entry}/take-back`, { reason })
}

/** Has everything that shows the shares of a right read them again. */
export function useRereadShares(id: string): () => Promise<void> {
  const client = useQueryClient()
  const reread = useRereadRight(id)
  return async () => {
    await Promise.all([
      reread(),
      client.invalidateQueries({ queryKey: ['shares', id] }),
      client.invalidateQueries({ queryKey: ['costs'] }),
    ])
  }
}
