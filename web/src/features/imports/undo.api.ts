import { queryOptions } from '@tanstack/react-query'
import type { UndoneWire, UndoPlanWire } from '@yizhuan/server/wire/imports/undo'
import { read, write } from '../../api/client.ts'

export type { HindranceWire, UndoPlanWire } from '@yizhuan/server/wire/imports/undo'

/** What taking an import back would do; asked anew each time, for others go on working. */
export function undoPlanQuery(id: string) {
  return queryOptions({
    queryKey: ['import-undo', id],
    queryFn: () => read<UndoPlanWire>(`/imports/${id}/undo`),
    gcTime: 0,
    staleTime: 0,
  })
}

/** Takes back the records that were looked at. */
export function undoImport(id: string, records: number, reason: string): Promise<UndoneWire> {
  return write<UndoneWire>('POST', `/imports/${id}/undo`, { records, reason })
}
