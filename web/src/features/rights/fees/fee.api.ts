import { queryOptions } from '@tanstack/react-query'
import type { FeeListWire, ForecastWire } from '@yizhuan/server/wire/rights/docket/docket'
import type {
  BatchWire,
  DecideBatchWire,
  ProposeBatchWire,
  ReceiptsWire,
} from '@yizhuan/server/wire/rights/fees/batch'
import { read, withQuery, write } from '../../../api/client.ts'

export type {
  FeeLineWire,
  FeeListWire,
  ForecastWire,
} from '@yizhuan/server/wire/rights/docket/docket'
export type { BatchLineWire, BatchWire } from '@yizhuan/server/wire/rights/fees/batch'

/** The unpaid fees that a filter finds. */
export function feesQuery(filter: Readonly<Record<string, string | undefined>>) {
  return queryOptions({
    queryKey: ['fees', filter],
    queryFn: () => read<FeeListWire>(withQuery('/docket/fees', filter)),
  })
}

/** What the fees come to in the years ahead. */
export const forecastQuery = queryOptions({
  queryKey: ['fees', 'forecast'],
  queryFn: () => read<ForecastWire>('/docket/forecast?years=6'),
})

/** One batch, whole. */
export function batchQuery(id: string) {
  return queryOptions({
    queryKey: ['fee-batch', id],
    queryFn: () => read<BatchWire>(`/fee-batches/${id}`),
  })
}

export function proposeBatch(body: ProposeBatchWire): Promise<{ id: string }> {
  return write<{ id: string }>('POST', '/fee-batches', body)
}

export function decideBatch(id: string, body: DecideBatchWire): Promise<unknown> {
  return write('POST', `/fee-batches/${id}/decision`, body)
}

export function cancelBatch(id: string, reason: string): Promise<unknown> {
  return write('POST', `/fee-batches/${id}/cancel`, { reason })
}

export function takeReceipts(id: string, body: ReceiptsWire): Promise<unknown> {
  return write('POST', `/fee-batches/${id}/receipts`, body)
}
