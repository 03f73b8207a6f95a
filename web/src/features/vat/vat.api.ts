import { queryOptions } from '@tanstack/react-query'
import type {
  VatDealWire,
  VatLineWire,
  VatMonthWire,
  VatSettlementWire,
  VatWire,
} from '@yizhuan/server/wire/vat/vat'
import { read, write } from '../../api/client.ts'

export type { VatDealWire, VatLineWire, VatMonthWire, VatSettlementWire, VatWire }

/** What is owed of value added tax, month by month. */
export const vatQuery = queryOptions({
  queryKey: ['vat'],
  queryFn: () => read<VatWire>('/vat'),
})

/** One record of what became of it. */
export function settlementQuery(id: string) {
  return queryOptions({
    queryKey: ['vat-settlement', id],
    queryFn: () => read<VatSettlementWire>(`/vat-settlements/${id}`),
  })
}

type Body = Readonly<Record<string, unknown>>

export const settleVat = (body: Body) => write<{ id: string }>('POST', '/vat-settlements', body)

export const reverseVat = (id: string, body: Body) =>
  write('POST', `/vat-settlements/${id}/reverse`, body)

/** What became of tax that is owed, or was paid too much. */
export const kindsOwed = ['paid', 'carried', 'costed', 'relieved'] as const

/** How a record is coloured; its word stands beside it always. */
export const toneOf: Readonly<Record<VatLineWire['state'], string>> = {
  recorded: 'chip-done',
  reversed: 'chip-breached',
}
