import { queryOptions, useQueryClient } from '@tanstack/react-query'
import type {
  AccountSheetWire,
  ChartWire,
  NameAccountWire,
  TrialBalanceWire,
} from '@yizhuan/server/wire/journal/journal'
import type { NewRunWire, RunListWire, SentWire } from '@yizhuan/server/wire/journal/vouchers/run'
import type { DifferencesWire } from '@yizhuan/server/wire/reconciliation/difference'
import { read, withQuery, write } from '../../api/client.ts'

export type {
  AccountSheetWire,
  AccountWire,
  ChartWire,
  JournalEntryWire,
  JournalLineWire,
  JournalPageWire,
  TrialBalanceWire,
} from '@yizhuan/server/wire/journal/journal'
export type { RunListWire, RunWire } from '@yizhuan/server/wire/journal/vouchers/run'
export type { DifferencesWire } from '@yizhuan/server/wire/reconciliation/difference'

/** The chart of accounts, and how the institution's own books call them. */
export const chartQuery = queryOptions({
  queryKey: ['journal-chart'],
  queryFn: () => read<ChartWire>('/journal/accounts'),
})

/** The trial balance of a month. */
export function balanceQuery(month: string | undefined) {
  return queryOptions({
    queryKey: ['journal-balance', month],
    queryFn: () => read<TrialBalanceWire>(withQuery('/journal/trial-balance', { month })),
  })
}

/** The sheet of an account for a month. */
export function sheetQuery(account: string, month: string | undefined) {
  return queryOptions({
    queryKey: ['journal-sheet', account, month],
    queryFn: () => read<AccountSheetWire>(withQuery(`/journal/accounts/${account}`, { month })),
  })
}

/** The journal compared with the records it rests on. */
export const differencesQuery = queryOptions({
  queryKey: ['journal-differences'],
  queryFn: () => read<DifferencesWire>('/journal/differences'),
})

/** What went out to the finance system. */
export const runsQuery = queryOptions({
  queryKey: ['voucher-runs'],
  queryFn: () => read<RunListWire>('/voucher-runs'),
})

export function nameAccount(account: string, names: NameAccountWire): Promise<unknown> {
  return write('PUT', `/journal/accounts/${account}`, names)
}

export function sendVouchers(run: NewRunWire): Promise<SentWire> {
  return write<SentWire>('POST', '/voucher-runs', run)
}

/** Reads accounts and runs afresh after one was written. */
export function useRereadJournal() {
  const client = useQueryClient()
  return async () => {
    const keys = ['journal-chart', 'journal-balance', 'journal-sheet', 'voucher-runs']
    await Promise.all(keys.map((key) => client.invalidateQueries({ queryKey: [key] })))
  }
}
