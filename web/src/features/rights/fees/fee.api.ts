import { queryOptions } from '@tanstack/react-query'
import type {
  PreviewReceiptsWire,
  ReceiptListWire,
  ReceiptPreviewWire,
  TakeReceiptsWire,
} from '@yizhuan/server/wire/fee-receipts/receipt-list'
import type { FeeListWire, ForecastWire } from '@yizhuan/server/wire/rights/docket/docket'
import type {
  BatchWire,
  BudgetsWire,
  DecideBatchWire,
  DepartmentBudgetsWire,
  ProposeBatchWire,
  ReceiptsWire,
  StateBudgetWire,
} from '@yizhuan/server/wire/rights/fees/batch'
import type { OtherFeeListWire } from '@yizhuan/server/wire/rights/fees/other-fee'
import { read, withQuery, write } from '../../../api/client.ts'

export type {
  ReceiptListLineWire,
  ReceiptPreviewWire,
} from '@yizhuan/server/wire/fee-receipts/receipt-list'
export type {
  FeeLineWire,
  FeeListWire,
  ForecastWire,
} from '@yizhuan/server/wire/rights/docket/docket'
export type { BatchLineWire, BatchWire } from '@yizhuan/server/wire/rights/fees/batch'
export type { OtherFeeWire } from '@yizhuan/server/wire/rights/fees/other-fee'

/** The unpaid fees that a filter finds. */
export function feesQuery(filter: Readonly<Record<string, string | undefined>>) {
  return queryOptions({
    queryKey: ['fees', filter],
    queryFn: () => read<FeeListWire>(withQuery('/docket/fees', filter)),
  })
}

/** What clocks ask to be paid, as a filter finds it. */
export function otherFeesQuery(filter: Readonly<Record<string, string | undefined>>) {
  return queryOptions({
    queryKey: ['fees', 'others', filter],
    queryFn: () => read<OtherFeeListWire>(withQuery('/docket/other-fees', filter)),
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

/** Every budget that was stated. */
export const budgetsQuery = queryOptions({
  queryKey: ['fees', 'budgets'],
  queryFn: () => read<BudgetsWire>('/fee-budgets'),
})

/** What the departments may spend in a year. */
export function departmentBudgetsQuery(year: number) {
  return queryOptions({
    queryKey: ['fees', 'departments', year],
    queryFn: () => read<DepartmentBudgetsWire>(`/fee-budgets/departments?year=${year}`),
  })
}

/** States what may be spent in a year. */
export function stateBudget(body: StateBudgetWire): Promise<unknown> {
  return write('POST', '/fee-budgets', body)
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

/** What a list of receipts comes to, line by line. */
export function previewReceipts(body: PreviewReceiptsWire): Promise<ReceiptPreviewWire> {
  return write<ReceiptPreviewWire>('POST', '/fee-receipts/preview', body)
}

/** Takes what matches of a list of receipts. */
export function takeReceiptList(body: TakeReceiptsWire): Promise<{ taken: number }> {
  return write<{ taken: number }>('POST', '/fee-receipts', body)
}

/** One list that was taken, with its fees. */
export function receiptListQuery(id: string) {
  return queryOptions({
    queryKey: ['fee-receipts', id],
    queryFn: () => read<ReceiptListWire>(`/fee-receipts/${id}`),
  })
}

/** Takes a whole list of receipts back. */
export function undoReceipts(id: string, reason: string): Promise<unknown> {
  return write('POST', `/fee-receipts/${id}/undo`, { reason })
}
