import { queryOptions } from '@tanstack/react-query'
import type {
  BulkOptionsWire,
  BulkPreviewWire,
  BulkRunWire,
  ForeseeBulkWire,
  StartBulkWire,
} from '@yizhuan/server/wire/cases/bulk/bulk'
import { read, write } from '../../../api/client.ts'

export type {
  BulkOptionsWire,
  BulkPreviewWire,
  BulkRunWire,
} from '@yizhuan/server/wire/cases/bulk/bulk'

/** The most cases that can be acted on together. */
export const mostCases = 100

/** Roles that may record acts; the server decides it again. */
export const writers: readonly string[] = [
  'tto_negotiator',
  'tto_reviewer',
  'leaders',
  'finance',
  'legal',
]

/** The acts that I may record for several of the cases alike. */
export function optionsQuery(cases: readonly string[]) {
  return queryOptions({
    queryKey: ['bulk', 'options', ...cases],
    queryFn: () => write<BulkOptionsWire>('POST', '/bulk-acts/options', { cases }),
  })
}

/** What the act would meet in each case. */
export function foreseeBulk(body: ForeseeBulkWire) {
  return write<BulkPreviewWire>('POST', '/bulk-acts/preview', body)
}

/** Orders the act for the cases. */
export function startBulk(body: StartBulkWire) {
  return write<{ id: string }>('POST', '/bulk-acts', body)
}

/** A run; asked for again while cases wait. */
export function runQuery(id: string) {
  return queryOptions({
    queryKey: ['bulk', id],
    queryFn: () => read<BulkRunWire>(`/bulk-acts/${id}`),
    refetchInterval: ({ state }) => ((state.data?.progress.waiting ?? 1) > 0 ? 1000 : false),
  })
}
