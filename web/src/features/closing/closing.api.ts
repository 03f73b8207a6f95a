import { queryOptions, useQueryClient } from '@tanstack/react-query'
import type { ClosingsWire, ProposeWire } from '@yizhuan/server/wire/closing/closing'
import { read, withQuery, write } from '../../api/client.ts'

export type { CheckWire, ClosingsWire, PeriodActWire } from '@yizhuan/server/wire/closing/closing'

/** What somebody may do about closing months. */
export interface ClosingMay {
  readonly propose: boolean
  readonly confirm: boolean
  readonly reopen: boolean
  readonly take: boolean
}

/** How the months of the books stand, and what closing one would look at. */
export function closingsQuery(month: string | undefined) {
  return queryOptions({
    queryKey: ['closings', month],
    queryFn: () => read<ClosingsWire>(withQuery('/closings', { month })),
  })
}

export const propose = (body: ProposeWire) => write('POST', '/closings', body)
export const look = () => write('POST', '/closings/look')
export const confirm = () => write('POST', '/closings/confirm')
export const withdraw = () => write('POST', '/closings/withdraw')
export const reopen = (reason: string) => write('POST', '/closings/reopen', { reason })

/** Reads the books afresh after months were closed or opened. */
export function useRereadClosings() {
  const client = useQueryClient()
  return async () => {
    const keys = ['closings', 'journal-balance', 'journal-sheet', 'voucher-runs']
    await Promise.all(keys.map((key) => client.invalidateQueries({ queryKey: [key] })))
  }
}
