// An amendment of a pack as data: what a policy officer changes by form. The documents it is put to are
// left as they are; what cannot be put there is told.
import type { Provenance } from '@yizhuan/law'
import type { LawCase } from './case-document.ts'
import { homeOf, parseCitation } from './citations.ts'
import { isMapping, type Mapping, mappingAt, type PackSource } from './pack-source.ts'
import type { Problem } from './problem.ts'

interface Bilingual {
  readonly zh: string
  readonly en: string
}

/** A number of law from a day on; `value` null takes the value of that day back, as a correction. */
export interface ValueEdit {
  readonly kind: 'value'
  readonly parameter: string
  /** Null for the one value of a draft that has no first day. */
  readonly from: string | null
  readonly to: string | null
  readonly value: string | null
  readonly cite: string
  readonly provenance: Provenance
  /** How the number stands in the text, read by a person; null where our own gap-filling states it. */
  readonly reads: string | null
}

/** Another default reading of an ambiguous clause, and why. */
export interface ReadingEdit {
  readonly kind: 'reading'
  readonly interpretation: string
  readonly default: string
  readonly rationale: Bilingual
}

/** Our own summary of an article. */
export interface DigestEdit {
  readonly kind: 'digest'
  readonly source: string
  readonly at: string
  readonly text: Bilingual
}

/** Why a binding clause is left out on purpose; null takes the waiver back. */
export interface WaiverEdit {
  readonly kind: 'waiver'
  readonly at: string
  readonly reason: Bilingual | null
}

/** A worked example of the law; null takes it back. */
export interface CaseEdit {
  readonly kind: 'case'
  readonly name: string
  readonly is: Omit<LawCase, 'name' | 'file'> | null
}

/** A clause read anew: the official text changed, and what is encoded of it was looked at again. */
export interface TextEdit {
  readonly kind: 'text'
  readonly source: string
  readonly at: string
  /** The fingerprint of the clause as it now reads. */
  readonly print: string
}

/** One change of a pack's documents. */
export type Edit = ValueEdit | ReadingEdit | DigestEdit | WaiverEdit | CaseEdit | TextEdit

/** The documents of a pack with its cases: what an amendment starts from and comes to. */
export interface PackDocuments {
  readonly source: PackSource
  readonly cases: readonly LawCase[]
}

/** What an edit is about: a later edit of the same takes its place. */
export function subjectOf(edit: Edit): string {
  switch (edit.kind) {
    case 'value':
      return `value/${edit.parameter}/${edit.from ?? 'undated'}`
    case 'reading':
      return `reading/${edit.interpretation}`
    case 'digest':
      return `digest/${edit.source}/${edit.at}`
    case 'waiver':
      return `waiver/${edit.at}`
    case 'case':
      return `case/${edit.name}`
    case 'text':
      return `text/${edit.source}/${edit.at}`
  }
}

/** The documents with the edits put to them, in order, as the next revision. */
export function amended(
  { source, cases }: PackDocuments,
  edits: readonly Edit[],
  revision: number,
): PackDocuments & { readonly problems: readonly Problem[] } {
  const problems: Problem[] = []
  let now: PackDocuments = { source: { ...source, head: { ...source.head, revision } }, cases }
  for (const edit of edits) {
    const next = put(now, edit)
    if (next) now = next
    else problems.push({ level: 'error', code: 'nothing-there', ...missing(edit) })
  }
  return { ...now, problems }
}

const missing = (edit: Edit) => ({
  where: subjectOf(edit),
  note: { zh: '规则包中没有此项', en: 'the pack has nothing of this name' },
})

function put(documents: PackDocuments, edit: Edit): PackDocuments | undefined {
  const { source, cases } = documents
  switch (edit.kind) {
    case 'value':
      return withSource(documents, valued(source, edit))
    case 'reading':
      return withSource(documents, read(source, edit))
    case 'digest': {
      const digests = mappingAt(source.digests, edit.source)
      const known = { ...digests, [edit.at]: edit.text }
      if (digests[edit.at] === undefined) return undefined
      return { source: { ...source, digests: { ...source.digests, [edit.source]: known } }, cases }
    }
    case 'waiver': {
      const others = source.coverage.filter((each) => each['at'] !== edit.at)
      const coverage = edit.reason ? [...others, { at: edit.at, reason: edit.reason }] : others
      if (edit.reason === null && others.length === source.coverage.length) return undefined
      return { source: { ...source, coverage }, cases }
    }
    case 'case':
      return tried(documents, edit)
    case 'text': {
      const locked = mappingAt(source.lock, edit.source)
      const nodes = mappingAt(locked, 'nodes')
      if (nodes[edit.at] === undefined) return undefined
      const read = { ...locked, nodes: { ...nodes, [edit.at]: edit.print } }
      return { source: { ...source, lock: { ...source.lock, [edit.source]: read } }, cases }
    }
  }
}

const withSource = (documents: PackDocuments, source: PackSource | undefined) =>
  source && { ...documents, source }

/** A case keeps its place among the others, so that a list of them reads as before. */
function tried(
  { source, cases }: PackDocuments,
  { name, is }: CaseEdit,
): PackDocuments | undefined {
  const known = cases.find((each) => each.name === name)
  if (is === null) {
    return known && { source, cases: cases.filter((each) => each !== known) }
  }
  const written: LawCase = { ...is, name, file: known?.file ?? 'amendments' }
  if (!known) return { source, cases: [...cases, written] }
  return { source, cases: cases.map((each) => (each === known ? written : each)) }
}

function read(source: PackSource, edit: ReadingEdit): PackSource | undefined {
  const clause = mappingAt(source.interpretations, edit.interpretation)
  if (mappingAt(clause, 'readings')[edit.default] === undefined) return undefined
  const changed = { ...clause, default: edit.default, rationale: edit.rationale }
  const interpretations = { ...source.interpretations, [edit.interpretation]: changed }
  return { ...source, interpretations }
}

function valued(source: PackSource, edit: ValueEdit): PackSource | undefined {
  const parameter = mappingAt(source.parameters, edit.parameter)
  const values = parameter['values']
  if (!Array.isArray(values)) return undefined
  const before = values.filter(isMapping)
  const others = before.filter((each) => (each['from'] ?? null) !== edit.from)
  if (edit.value === null && others.length === before.length) return undefined
  const after =
    edit.value === null ? others : [...others.map(endedBy(edit)), datedValue(edit, parameter)]
  const sorted = after.toSorted((a, b) => compareText(String(a['from']), String(b['from'])))
  const parameters = { ...source.parameters, [edit.parameter]: { ...parameter, values: sorted } }
  return { ...source, parameters, lock: lockedAnew(source, edit) }
}

function datedValue(edit: ValueEdit, parameter: Mapping): Mapping {
  const isWhole = parameter['type'] !== 'ratio' && /^\d+$/.test(edit.value ?? '')
  return {
    ...(edit.from !== null && { from: edit.from }),
    ...(edit.to !== null && { to: edit.to }),
    value: isWhole ? Number(edit.value) : edit.value,
    provenance: edit.provenance,
    cite: edit.cite,
  }
}

/** The value that governed until now ends where the new one begins. */
const endedBy =
  ({ from }: ValueEdit) =>
  (value: Mapping): Mapping => {
    const [begins, ends] = [String(value['from'] ?? ''), value['to']]
    return from !== null && begins < from && (ends === undefined || String(ends) > from)
      ? { ...value, to: from }
      : value
  }

/** The lock says how a number reads in its text; whoever enters the number says it. */
function lockedAnew(source: PackSource, edit: ValueEdit): Mapping {
  const cited = parseCitation(edit.cite, homeOf(source))
  const key = edit.from === null ? edit.parameter : `${edit.parameter}@${edit.from}`
  const locks = Object.entries(source.lock).map(([id, lock]) => {
    const { [key]: _before, ...others } = mappingAt(isMapping(lock) ? lock : {}, 'values')
    return [id, { ...(isMapping(lock) ? lock : {}), values: others }] as const
  })
  const lock: Record<string, Mapping> = Object.fromEntries(locks)
  const here = lock[cited.source]
  if (edit.value === null || edit.reads === null || !here) return lock
  const entry = { at: cited.at, value: edit.value, reads: edit.reads }
  lock[cited.source] = { ...here, values: { ...mappingAt(here, 'values'), [key]: entry } }
  return lock
}

const compareText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
