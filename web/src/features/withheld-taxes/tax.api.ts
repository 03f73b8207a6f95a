import { queryOptions } from '@tanstack/react-query'
import type {
  RemittanceLineWire,
  RemittanceWire,
  TaxMonthWire,
  WithheldTaxesWire,
} from '@yizhuan/server/wire/withheld-taxes/tax'
import { read, write } from '../../api/client.ts'

export type { RemittanceLineWire, RemittanceWire, TaxMonthWire, WithheldTaxesWire }

/** How tax withheld stands, month by month. */
export const taxesQuery = queryOptions({
  queryKey: ['withheld-taxes'],
  queryFn: () => read<WithheldTaxesWire>('/withheld-taxes'),
})

/** One payment of tax. */
export function remittanceQuery(id: string) {
  return queryOptions({
    queryKey: ['tax-remittance', id],
    queryFn: () => read<RemittanceWire>(`/tax-remittances/${id}`),
  })
}

type Body = Readonly<Record<string, unknown>>

export const makeRemittance = (body: Body) =>
  write<{ id: string }>('POST', '/tax-remittances', body)

export const setTaxOff = (body: Body) =>
  write<{ isClaim: boolean }>('POST', '/withheld-taxes/set-off', body)

/** Approves, settles, cancels or reverses. */
export const actOn = (id: string, what: 'decision' | 'cancel' | 'settle' | 'reverse', body: Body) =>
  write('POST', `/tax-remittances/${id}/${what}`, body)

/** How a payment of tax is coloured; its word stands beside it always. */
export const toneOf: Readonly<Record<RemittanceLineWire['state'], string>> = {
  made: 'chip-due',
  approved: 'chip-open',
  settled: 'chip-done',
  refused: 'chip-breached',
  cancelled: '',
  reversed: 'chip-breached',
}
