import { type QueryClient, queryOptions } from '@tanstack/react-query'
import type {
  ConfirmedWire,
  DecisionsWire,
  DecisionWire,
  ImportProblemWire,
  ImportWire,
  ProblemPageWire,
  ProgressWire,
  UnderWayWire,
} from '@yizhuan/server/wire/imports/import'
import type { ImportTablesWire } from '@yizhuan/server/wire/imports/template'
import { read, upload, withQuery, write } from '../../api/client.ts'

export type {
  ConfirmedWire,
  DecisionWire,
  ImportLineWire,
  ImportProblemWire,
  ImportRowWire,
  ImportWire,
  KeptDecisionWire,
  TableMappingWire,
} from '@yizhuan/server/wire/imports/import'
export type { ImportTableWire } from '@yizhuan/server/wire/imports/template'

/** One import as a whole. */
export function importQuery(id: string) {
  return queryOptions({
    queryKey: ['import', id],
    queryFn: () => read<ImportWire>(`/imports/${id}`),
    refetchInterval: ({ state }) => (state.data?.notYetFound ? 3000 : false),
  })
}

/** Which tables can be imported, and what each needs. */
export const tablesQuery = queryOptions({
  queryKey: ['import-tables'],
  queryFn: () => read<ImportTablesWire>('/imports/tables'),
  staleTime: Number.POSITIVE_INFINITY,
})

/** Reads a workbook into a draft. */
export function uploadLedger(file: File): Promise<ImportWire> {
  return upload<ImportWire>('/imports', file)
}

/** The problems of one kind, all of them up to a limit a person can look through. */
export function problemsQuery(id: string, version: number, filter: Record<string, string>) {
  return queryOptions({
    queryKey: ['import-problems', id, version, filter],
    queryFn: () =>
      read<ProblemPageWire>(withQuery(`/imports/${id}/problems`, { ...filter, limit: 500 })),
  })
}

/** What people decided so far. */
export function decisionsQuery(id: string, version: number) {
  return queryOptions({
    queryKey: ['import-decisions', id, version],
    queryFn: () => read<DecisionsWire>(`/imports/${id}/decisions`),
  })
}

/** How far an import is; asked again and again while it runs, now and then otherwise. */
export function progressQuery(id: string, isRunning: boolean) {
  return queryOptions({
    queryKey: ['import-progress', id],
    queryFn: () => read<ProgressWire>(`/imports/${id}/progress`),
    refetchInterval: ({ state }) => (isRunning || state.data?.phase ? 600 : 10_000),
    gcTime: 0,
  })
}

/** What is being read or written at this moment, whoever began it. */
export function underWayQuery(isSending: boolean) {
  return queryOptions({
    queryKey: ['imports-under-way'],
    queryFn: () => read<UnderWayWire>('/imports/under-way'),
    refetchInterval: ({ state }) => (isSending || state.data?.items.length ? 1000 : 10_000),
    gcTime: 0,
  })
}

/** Keeps decisions and shows the draft as it is with them. */
export async function decide(
  client: QueryClient,
  draft: ImportWire,
  decisions: readonly DecisionWire[],
): Promise<void> {
  const body = { version: draft.version, decisions }
  const next = await write<ImportWire>('POST', `/imports/${draft.id}/decisions`, body)
  client.setQueryData(importQuery(draft.id).queryKey, next)
}

/** Writes the rows that were looked at. */
export function confirmImport({ id, version, written }: ImportWire): Promise<ConfirmedWire> {
  return write<ConfirmedWire>('POST', `/imports/${id}/confirm`, { version, rows: written })
}

/** Throws a draft away. */
export function discardImport(id: string): Promise<void> {
  return write<void>('DELETE', `/imports/${id}`)
}

/** The decision that settles one problem as it stands. */
export function acceptanceOf({ sheet, row, column, code }: ImportProblemWire): DecisionWire {
  return { kind: 'problem', sheet, row, column, code, choice: 'accept' }
}
