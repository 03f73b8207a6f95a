import { queryOptions } from '@tanstack/react-query'
import type {
  EditKindsWire,
  EditPreviewWire,
  EditRunWire,
  ForeseeEditsWire,
  RestorationWire,
  RestoreRecordWire,
  StartEditsWire,
} from '@yizhuan/server/wire/edits/edit'
import { read, withQuery, write } from '../../api/client.ts'

export type { EditPreviewWire, EditRunWire } from '@yizhuan/server/wire/edits/edit'

/** One field that may be set alike in many records. */
export type AlikeField = EditKindsWire['items'][number]['fields'][number]

/** The registers whose records I may edit, and which fields in many at once. */
export const kindsQuery = queryOptions({
  queryKey: ['edits', 'kinds'],
  queryFn: () => read<EditKindsWire>('/edits/kinds'),
  staleTime: Number.POSITIVE_INFINITY,
})

/** What an edit would do to each record. */
export const foreseeEdits = (body: ForeseeEditsWire) =>
  write<EditPreviewWire>('POST', '/edits/preview', body)

/** Orders the edit. */
export const startEdits = (body: StartEditsWire) => write<{ id: string }>('POST', '/edits', body)

/** Takes back all that a run did. */
export const undoEdits = (run: string, body: { id: string; reason: string }) =>
  write<{ id: string }>('POST', `/edits/${run}/undo`, body)

/** A run; asked for again while records wait. */
export const runQuery = (id: string) =>
  queryOptions({
    queryKey: ['edits', id],
    queryFn: () => read<EditRunWire>(`/edits/${id}`),
    refetchInterval: ({ state }) => ((state.data?.progress.waiting ?? 1) > 0 ? 1000 : false),
  })

/** What putting a record back would change; of one field, or of all. */
export const restorationQuery = (kind: string, id: string, to: number, field?: string) =>
  queryOptions({
    queryKey: ['edits', 'restoration', kind, id, to, field],
    queryFn: () =>
      read<RestorationWire>(withQuery(`/edits/${kind}/${id}/restoration`, { to, field })),
    staleTime: 0,
  })

export const restoreRecord = (kind: string, id: string, body: RestoreRecordWire) =>
  write<{ seq: number }>('POST', `/edits/${kind}/${id}/restoration`, body)
