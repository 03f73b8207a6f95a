import { queryOptions } from '@tanstack/react-query'
import type { ReceiptWire } from '@yizhuan/server/wire/proceeds/receipt'
import { read } from '../../api/client.ts'

export type {
  ReceiptLineWire,
  ReceiptPageWire,
  ReceiptWire,
} from '@yizhuan/server/wire/proceeds/receipt'

/** One receipt, whole. */
export function receiptQuery(id: string) {
  return queryOptions({
    queryKey: ['receipt', id],
    queryFn: () => read<ReceiptWire>(`/receipts/${id}`),
  })
}
