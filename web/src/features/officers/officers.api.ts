import { queryOptions } from '@tanstack/react-query'
import type {
  HandedOverWire,
  HandoverPlanWire,
  HandoverWire,
  StaffWire,
} from '@yizhuan/server/wire/cases/officers/officer'
import { read, write } from '../../api/client.ts'

export type { HandoverPlanWire, StaffWire } from '@yizhuan/server/wire/cases/officers/officer'

/** Everybody who may carry cases, or still does. */
export const staffQuery = queryOptions({
  queryKey: ['officers'],
  queryFn: () => read<StaffWire>('/officers'),
})

/** What a hand-over would move. */
export function foreseeHandover(body: { from: string; to: string }) {
  return write<HandoverPlanWire>('POST', '/handovers/preview', body)
}

/** Hands cases over. */
export function handOver(body: HandoverWire) {
  return write<HandedOverWire>('POST', '/handovers', body)
}
