import { queryOptions, useQueryClient } from '@tanstack/react-query'
import type { AssetWire, NewCostWire } from '@yizhuan/server/wire/assets/asset'
import type { DecideProposalsWire, ProposalListWire } from '@yizhuan/server/wire/assets/proposal'
import type { ReportWire } from '@yizhuan/server/wire/assets/report'
import { read, withQuery, write } from '../../api/client.ts'

export type {
  AssetLineWire,
  AssetPageWire,
  AssetWire,
  CostWire,
  NewCostWire,
  SignWire,
} from '@yizhuan/server/wire/assets/asset'
export type {
  BookingWire,
  ProposalListWire,
  ProposalWire,
} from '@yizhuan/server/wire/assets/proposal'
export type { ReportWire } from '@yizhuan/server/wire/assets/report'

/** One achievement of the ledger. */
export function assetQuery(id: string) {
  return queryOptions({
    queryKey: ['asset', id],
    queryFn: () => read<AssetWire>(`/assets/${id}`),
  })
}

/** What finance is proposed to book for a month. */
export function proposalsQuery(
  filter: Readonly<Record<'period' | 'treatment', string | undefined>>,
) {
  return queryOptions({
    queryKey: ['asset-proposals', filter],
    queryFn: () => read<ProposalListWire>(withQuery('/asset-proposals', filter)),
  })
}

/** The periodic report. */
export function reportQuery(period: Readonly<Record<'from' | 'to', string | undefined>>) {
  return queryOptions({
    queryKey: ['asset-report', period],
    queryFn: () => read<ReportWire>(withQuery('/asset-report', period)),
  })
}

export function recordCost(asset: string, cost: NewCostWire): Promise<unknown> {
  return write('POST', `/assets/${asset}/costs`, cost)
}

export function reverseCost(asset: string, cost: string, reason: string): Promise<unknown> {
  return write('POST', `/assets/${asset}/costs/${cost}/reversal`, { reason })
}

export function decideProposals(body: DecideProposalsWire): Promise<unknown> {
  return write('POST', '/asset-proposals/decisions', body)
}

/** Reads the ledger afresh after something was written to it. */
export function useRereadAssets() {
  const client = useQueryClient()
  return async (asset?: string) => {
    const keys = [['/assets'], ['asset'], ['asset-proposals'], ['asset-report']]
    const history = asset === undefined ? [] : [[`/assets/${asset}/history`]]
    await Promise.all(
      [...keys, ...history].map((queryKey) => client.invalidateQueries({ queryKey })),
    )
  }
}
