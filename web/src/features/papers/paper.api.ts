import { queryOptions } from '@tanstack/react-query'
import type {
  CasePapersWire,
  MadeWire,
  MakeWire,
  PaperKindWire,
  PaperWire,
} from '@yizhuan/server/wire/papers/paper'
import { read, write } from '../../api/client.ts'
import type { StoredFile } from '../../api/files.ts'

export type {
  BlockWire,
  CasePapersWire,
  MadeWire,
  MissingWire,
  PaperKindWire,
  PaperWire,
  TemplateVersionWire,
} from '@yizhuan/server/wire/papers/paper'

export type PaperNow = CasePapersWire['now'][number]
export type Format = MadeWire['format']

/** The papers of a case: what may be made now, and what was. */
export function casePapersQuery(id: string) {
  return queryOptions({
    queryKey: ['papers', id],
    queryFn: () => read<CasePapersWire>(`/cases/${id}/papers`),
  })
}

/** A paper with its facts. */
export function paperQuery(id: string, paper: string) {
  return queryOptions({
    queryKey: ['papers', id, paper],
    queryFn: () => read<PaperWire>(`/cases/${id}/papers/${paper}`),
  })
}

/** Makes a paper; it is kept, and may go with an act, whose form may be filled in already. */
export function makePaper(
  id: string,
  paper: string,
  format: Format,
  draft?: MakeWire['draft'],
): Promise<MadeWire> {
  const body = { format, ...(draft && { draft }) } satisfies MakeWire
  return write<MadeWire>('POST', `/cases/${id}/papers/${paper}`, body)
}

/** Every paper there is, with its placeholders and templates. */
export const paperKindsQuery = queryOptions({
  queryKey: ['paperKinds'],
  queryFn: () => read<readonly PaperKindWire[]>('/papers'),
})

/** Puts a DOCX of one's own in the place of the standard. */
export function replaceTemplate(paper: string, file: StoredFile, expectedVersion: number) {
  return write<undefined>('POST', `/papers/${paper}/template`, { file, expectedVersion })
}

/** Puts an earlier version back; 0 is the standard. */
export function putTemplateBack(paper: string, version: number, expectedVersion: number) {
  return write<undefined>('POST', `/papers/${paper}/template/back`, { version, expectedVersion })
}
