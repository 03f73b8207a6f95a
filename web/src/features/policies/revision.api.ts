import { queryOptions } from '@tanstack/react-query'
import type { AmendmentImpactWire } from '@yizhuan/server/wire/cases/amendment-impact'
import type {
  AmendmentWire,
  CheckWire,
  EditableWire,
  EditWire,
} from '@yizhuan/server/wire/policies/revisions/amendment'
import type { PackListWire } from '@yizhuan/server/wire/policies/revisions/revision'
import { read, withQuery, write } from '../../api/client.ts'

export type { AmendmentImpactWire } from '@yizhuan/server/wire/cases/amendment-impact'
export type {
  AmendmentWire,
  ChangeWire,
  CheckWire,
  EditableWire,
  EditWire,
} from '@yizhuan/server/wire/policies/revisions/amendment'
export type { PackWire, RevisionWire } from '@yizhuan/server/wire/policies/revisions/revision'

/** Every pack with its revisions. */
export const revisionsQuery = queryOptions({
  queryKey: ['law', 'revisions'],
  queryFn: () => read<PackListWire>('/law/revisions'),
})

/** One amendment with its changes. */
export const amendmentQuery = (id: string) =>
  queryOptions({
    queryKey: ['law', 'amendment', id],
    queryFn: () => read<AmendmentWire>(`/law/amendments/${id}`),
  })

/** What can be edited, as it stands after the changes of a number. */
export const editableQuery = (id: string, seq: number) =>
  queryOptions({
    queryKey: ['law', 'amendment', id, 'documents', seq],
    queryFn: () => read<EditableWire>(`/law/amendments/${id}/documents`),
  })

/** The look at an amendment; asked again until it is done. */
export const checkQuery = (id: string, seq: number) =>
  queryOptions({
    queryKey: ['law', 'amendment', id, 'check', seq],
    queryFn: () => read<CheckWire>(`/law/amendments/${id}/check`),
    refetchInterval: ({ state }) => (state.data?.state === 'running' ? 400 : false),
  })

/** How a number may stand in a text. */
export const formsQuery = (type: string, value: string) =>
  queryOptions({
    queryKey: ['law', 'forms', type, value],
    queryFn: () => read<string[]>(withQuery('/law/forms', { type, value })),
    enabled: value !== '',
  })

/** A case in full. */
export const caseQuery = (id: string, seq: number, name: string) =>
  queryOptions({
    queryKey: ['law', 'amendment', id, 'case', seq, name],
    queryFn: () =>
      read<{ name: string; is: Record<string, unknown> }>(
        withQuery(`/law/amendments/${id}/case`, { name }),
      ),
    enabled: name !== '',
  })

/** The facts a case may state. */
export const factsQuery = (pack: string) =>
  queryOptions({
    queryKey: ['law', 'facts', pack],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: () =>
      read<{ id: string; label: { zh: string; en: string } }[]>(withQuery('/law/facts', { pack })),
  })

/** Begins an amendment of a pack. */
export const beginAmendment = (pack: string) =>
  write<AmendmentWire>('POST', '/law/amendments', { pack })

/** Puts an edit to an amendment. */
export const putEdit = (id: string, seq: number, edit: EditWire) =>
  write<AmendmentWire>('POST', `/law/amendments/${id}/edits`, { seq, edit })

/** Takes an edit back. */
export const undoEdit = (id: string, seq: number, subject: string) =>
  write<AmendmentWire>('POST', `/law/amendments/${id}/undo`, { seq, subject })

/** Puts an amendment before a second person. */
export const submitAmendment = (
  id: string,
  body: { seq: number; change: 'law-changed' | 'encoding-corrected'; note: string },
) => write<AmendmentWire>('POST', `/law/amendments/${id}/submission`, body)

/** Publishes, gives back or drops it. */
export const decideAmendment = (
  id: string,
  body: { seq: number; outcome: 'published' | 'returned' | 'withdrawn'; reason?: string | null },
) => write<{ revision?: number }>('POST', `/law/amendments/${id}/decision`, body)

/** Asks what an amendment would change in the live cases. */
export const askAmendmentImpact = (body: { amendment: string; on?: string }) =>
  write<AmendmentImpactWire>('POST', '/cases/impact/amendment', body)
