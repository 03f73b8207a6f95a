import { queryOptions } from '@tanstack/react-query'
import type {
  AcceptedWire,
  CasePageWire,
  CaseWire,
  OpenCaseWire,
  PostActWire,
} from '@yizhuan/server/wire/cases/case'
import { read, upload, withQuery, write } from '../../api/client.ts'
import type { Because } from '../../api/problem.ts'
import type { Bilingual } from '../../ui/language.ts'

export type {
  CaseLineWire,
  CaseWire,
  EntryWire,
  NextActWire,
} from '@yizhuan/server/wire/cases/case'

/** A page of the list. */
export function readCases(query: {
  q?: string | undefined
  stage?: string | undefined
  cursor?: string | undefined
}) {
  return read<CasePageWire>(withQuery('/cases', query))
}

/** One case, whole; as it was known on an earlier day if one is given. */
export function caseQuery(id: string, asOf?: string) {
  return queryOptions({
    queryKey: ['case', id, asOf ?? ''],
    queryFn: () => read<CaseWire>(withQuery(`/cases/${id}`, { asOf })),
  })
}

/** Opens a case. */
export function openCase(body: OpenCaseWire): Promise<AcceptedWire> {
  return write<AcceptedWire>('POST', '/cases', body)
}

/** Records the next act of a case. */
export function postAct(id: string, body: PostActWire): Promise<AcceptedWire> {
  return write<AcceptedWire>('POST', `/cases/${id}/acts`, body)
}

/** A file kept by its content. */
export interface StoredFile {
  readonly name: string
  readonly sha256: string
  readonly size: number
}

/** Stores a file before an act names it. */
export async function storeFile(file: File): Promise<StoredFile> {
  const { name, sha256, size } = await upload<StoredFile>('/files', file)
  return { name, sha256, size }
}

/** One line of an explanation. */
export interface Why {
  readonly text: string
  readonly value: string
  readonly cite?: { readonly source: string; readonly at: string }
  readonly decisive: boolean
  readonly children: readonly Why[]
}

/** Why a finding is what it is. */
export function explainQuery(id: string, norm: string, lang: 'zh' | 'en', asOf?: string) {
  return queryOptions({
    queryKey: ['explain', id, norm, lang, asOf ?? ''],
    queryFn: () =>
      read<{ sentence: string; why: Why }>(
        withQuery(`/cases/${id}/explain/${encodeURIComponent(norm)}`, { lang, asOf }),
      ),
  })
}

/** A finding of an assessment, as it travels. */
export interface Finding extends Because {
  readonly title: Bilingual
  readonly status: string
  readonly cites: readonly { readonly source: string; readonly at: string }[]
  readonly missing: readonly string[]
  readonly advisory?: boolean
  /** The act that settled it was recorded later than it happened. */
  readonly recordedLate?: { readonly days: number }
}

interface Share {
  readonly id: string
  readonly label: Bilingual
  readonly amount: string
  readonly planned?: string
  readonly difference?: string
  readonly cite: { readonly source: string; readonly at: string }
}

/** The money block of an assessment, as it travels. */
export interface MoneyBlock {
  readonly lines: readonly {
    readonly id: string
    readonly label: Bilingual
    readonly remark?: string
    readonly amount: string
    readonly effect: 'adds' | 'subtracts' | 'none'
  }[]
  readonly net?: string
  readonly floors: readonly Share[]
  readonly caps: readonly Share[]
  readonly planned: readonly {
    readonly id: string
    readonly label: Bilingual
    readonly amount: string
  }[]
  readonly unassigned?: string
}

/** The findings of a case. */
export function findingsOf(one: CaseWire): readonly Finding[] {
  return (one.assessment['findings'] as readonly Finding[] | undefined) ?? []
}

/** The money of a case, once something was received. */
export function moneyOf(one: CaseWire): MoneyBlock | undefined {
  return (one.money ?? one.assessment['money'] ?? undefined) as MoneyBlock | undefined
}
