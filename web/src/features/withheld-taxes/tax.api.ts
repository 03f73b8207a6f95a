import { queryOptions } from '@tanstack/react-query'
import type {
  HandPaymentsWire,
  HandPaymentWire,
} from '@yizhuan/server/wire/withheld-taxes/hand-tax'
import type { SetOffLineWire } from '@yizhuan/server/wire/withheld-taxes/set-off'
import type {
  RemittanceLineWire,
  RemittanceWire,
  TaxMonthWire,
  WithheldTaxesWire,
} from '@yizhuan/server/wire/withheld-taxes/tax'
import { read, write } from '../../api/client.ts'

export type {
  HandPaymentsWire,
  HandPaymentWire,
  RemittanceLineWire,
  RemittanceWire,
  SetOffLineWire,
  TaxMonthWire,
  WithheldTaxesWire,
}

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

export const orderSetOff = (body: Body) => write<{ id: string }>('POST', '/tax-set-offs', body)

/** Agrees to a set-off or refuses it, cancels the order, or takes back what was set off. */
export const onSetOff = (id: string, what: 'decision' | 'cancel' | 'reverse', body: Body) =>
  write('POST', `/tax-set-offs/${id}/${what}`, body)

export const sayHandTax = (id: string, body: Body) =>
  write<{ withheldFen: string }>('POST', `/hand-payments/${id}/tax`, body)

/** Approves, settles, cancels or reverses. */
export const actOn = (id: string, what: 'decision' | 'cancel' | 'settle' | 'reverse', body: Body) =>
  write('POST', `/tax-remittances/${id}/${what}`, body)

/** How a set-off is coloured; its word stands beside it always. */
export const setOffTone: Readonly<Record<SetOffLineWire['state'], string>> = {
  made: 'chip-due',
  settled: 'chip-done',
  refused: 'chip-breached',
  cancelled: '',
  reversed: 'chip-breached',
}

/** How a payment of tax is coloured; its word stands beside it always. */
export const toneOf: Readonly<Record<RemittanceLineWire['state'], string>> = {
  made: 'chip-due',
  approved: 'chip-open',
  settled: 'chip-done',
  refused: 'chip-breached',
  cancelled: '',
  reversed: 'chip-breached',
}
