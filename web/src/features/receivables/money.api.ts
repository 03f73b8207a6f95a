import { queryOptions, useQueryClient } from '@tanstack/react-query'
import type { ContractMoneyWire } from '@yizhuan/server/wire/receivables/contract-money'
import type { NewInvoiceWire } from '@yizhuan/server/wire/receivables/invoice'
import type { MatchingWire, MatchWire } from '@yizhuan/server/wire/receivables/matching'
import type { NewTermsWire, PreviewWire } from '@yizhuan/server/wire/receivables/terms'
import { read, write } from '../../api/client.ts'

export type {
  ContractMoneyWire,
  ReceivableWire,
} from '@yizhuan/server/wire/receivables/contract-money'
export type {
  InvoiceLineWire,
  InvoicePageWire,
} from '@yizhuan/server/wire/receivables/invoice-list'
export type { MatchingWire } from '@yizhuan/server/wire/receivables/matching'
export type {
  ReceivableLineWire,
  ReceivablePageWire,
} from '@yizhuan/server/wire/receivables/receivable-list'
export type { NewTermsWire, TermWire, ToldChangeWire } from '@yizhuan/server/wire/receivables/terms'

/** Everything about the money of one contract. */
export function contractMoneyQuery(id: string) {
  return queryOptions({
    queryKey: ['contract-money', id],
    queryFn: () => read<ContractMoneyWire>(`/contracts/${id}/money`),
  })
}

/** What a receipt paid, and what it may pay. */
export function matchingQuery(id: string) {
  return queryOptions({
    queryKey: ['matching', id],
    queryFn: () => read<MatchingWire>(`/receipts/${id}/matching`),
  })
}

export function previewTerms(id: string, terms: NewTermsWire): Promise<PreviewWire> {
  return write('POST', `/contracts/${id}/terms/preview`, terms)
}

export function agreeTerms(id: string, terms: NewTermsWire): Promise<unknown> {
  return write('POST', `/contracts/${id}/terms`, terms)
}

export function draftInvoice(id: string, invoice: NewInvoiceWire): Promise<unknown> {
  return write('POST', `/contracts/${id}/invoices`, invoice)
}

export function matchReceipt(id: string, match: MatchWire): Promise<unknown> {
  return write('POST', `/receipts/${id}/matches`, match)
}

/** Something small about a contract, an invoice, a receivable or a receipt. */
export function tellMoney(path: string, body: object, method: 'POST' | 'PUT' = 'POST') {
  return write<unknown>(method, path, body)
}

/** Reads money afresh after something was written. */
export function useRereadMoney() {
  const client = useQueryClient()
  return async () => {
    const keys = [
      ...['contract-money', 'matching', 'contract', '/receivables', '/contracts', '/receipts'],
      ...['/waiting-receipts', 'receipt', 'registration', 'contract-tax', 'tax-windows'],
    ]
    const isHistory = (key: unknown) => typeof key === 'string' && key.endsWith('/history')
    await client.invalidateQueries({
      predicate: ({ queryKey: [key] }) => keys.includes(String(key)) || isHistory(key),
    })
  }
}
