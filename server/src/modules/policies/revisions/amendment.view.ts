// An amendment as people read it: what each edit changes, and what can be edited.
import type { Words } from '@yizhuan/kit'
import { labelOf } from '@yizhuan/law'
import {
  caseTitle,
  coverage,
  type Edit,
  type PackDocuments,
  type PackSource,
  subjectOf,
  uncoveredOf,
} from '@yizhuan/law-authoring'
import type { ChangeWire, EditableWire } from './amendment.wire.ts'

type Open = Readonly<Record<string, unknown>>

/** What the edits change, one line each. */
export function changesOf(before: PackDocuments, edits: readonly Edit[]): ChangeWire[] {
  return edits.map((edit) => ({
    subject: subjectOf(edit),
    kind: edit.kind,
    ...sides(before, edit),
  }))
}

function sides(
  { source, cases }: PackDocuments,
  edit: Edit,
): Pick<ChangeWire, 'label' | 'before' | 'after'> {
  switch (edit.kind) {
    case 'value': {
      const parameter = at(source.parameters, edit.parameter)
      const values = valuesIn(parameter)
      // What governed on that day, if not a value from that very day.
      const old =
        values.find(({ from }) => from === edit.from) ??
        values.findLast(
          ({ from, to }) =>
            edit.from !== null && (from ?? '') < edit.from && (to === null || to > edit.from),
        )
      const label = words(parameter['label'])
      const after = edit.value === null ? null : spanOf({ ...edit, value: edit.value })
      return { label, before: old ? spanOf(old) : null, after }
    }
    case 'reading': {
      const clause = at(source.interpretations, edit.interpretation)
      const text = (id: string) => words(at(at(clause, 'readings'), id)['text'])
      return {
        label: words(clause['label']),
        before: text(String(clause['default'])),
        after: text(edit.default),
      }
    }
    case 'digest': {
      const before = at(source.digests, edit.source)[edit.at]
      return { label: labelAt(edit.source, edit.at), before: words(before), after: edit.text }
    }
    case 'waiver': {
      const before = source.coverage.find((each) => each['at'] === edit.at)
      const label = both(edit.at)
      return { label, before: before ? words(before['reason']) : null, after: edit.reason }
    }
    case 'text': {
      const before = at(at(source.lock, edit.source), 'nodes')[edit.at]
      const label = labelAt(edit.source, edit.at)
      return { label, before: both(String(before)), after: both(edit.print) }
    }
    case 'case': {
      const before = cases.find(({ name }) => name === edit.name)
      return {
        label: caseTitle({ name: edit.name, ...(before ?? {}), ...(edit.is ?? {}) }),
        before: before ? both(outcomeOf(before)) : null,
        after: edit.is && both(outcomeOf(edit.is)),
      }
    }
  }
}

/** What can be edited, as it stands. */
export function editableOf({ source, cases }: PackDocuments): EditableWire {
  return {
    parameters: Object.entries(source.parameters).map(([id, parameter]) => ({
      id,
      label: words(at(source.parameters, id)['label']),
      type: typeOf(at(source.parameters, id)['type']),
      bound: String((parameter as Open)['bound']),
      values: valuesIn(at(source.parameters, id)).map((value) => ({
        ...value,
        reads: readsOf(source, id, value.from),
      })),
    })),
    readings: Object.keys(source.interpretations).map((id) => {
      const clause = at(source.interpretations, id)
      return {
        id,
        label: words(clause['label']),
        question: words(clause['question']),
        cite: String(clause['cite']),
        default: String(clause['default']),
        rationale: words(clause['rationale']),
        readings: Object.keys(at(clause, 'readings')).map((choice) => ({
          id: choice,
          text: words(at(at(clause, 'readings'), choice)['text']),
        })),
      }
    }),
    digests: Object.keys(source.digests).flatMap((id) =>
      Object.entries(at(source.digests, id)).map(([place, text]) => ({
        source: id,
        at: place,
        label: labelAt(id, place),
        text: words(text),
      })),
    ),
    waivers: source.coverage.map((each) => ({
      at: String(each['at']),
      reason: words(each['reason']),
    })),
    open: uncoveredOf(coverage(source)).map(({ source: id, at: place }) => `${id}#${place}`),
    cases: cases.map((each) => {
      const { name, file, asOf } = each
      return { name, title: caseTitle(each), file, asOf }
    }),
    norms: source.norms.map((norm) => ({ id: String(norm['id']), title: words(norm['title']) })),
  }
}

interface Dated {
  readonly from: string | null
  readonly to: string | null
  readonly value: string
  readonly cite: string
  readonly provenance: string
}

function valuesIn(parameter: Open): readonly Dated[] {
  const values = parameter['values']
  return (Array.isArray(values) ? (values as readonly Open[]) : []).map((each) => ({
    from: each['from'] === undefined ? null : String(each['from']),
    to: each['to'] === undefined ? null : String(each['to']),
    value: String(each['value']),
    cite: String(each['cite']),
    provenance: String(each['provenance'] ?? 'text'),
  }))
}

function readsOf({ lock }: PackSource, parameter: string, from: string | null): string | null {
  const key = from === null ? parameter : `${parameter}@${from}`
  const locked = Object.keys(lock).map((id) => at(at(at(lock, id), 'values'), key)['reads'])
  const found = locked.find((reads) => reads !== undefined)
  return found === undefined ? null : String(found)
}

const spanOf = ({ from, to, value }: Pick<Dated, 'from' | 'to' | 'value'>): Words =>
  both(`${value}（${from ?? '…'} → ${to ?? '…'}）`)

const outcomeOf = ({ asOf, expect }: { asOf: string; expect: object }): string =>
  [asOf, ...Object.entries(expect).map(([norm, want]) => `${norm}: ${statusOf(want)}`)].join(' · ')

const statusOf = (want: unknown): string => {
  const { status, ...rest } = want as { status?: string }
  return status ?? JSON.stringify(rest)
}

const typeOf = (type: unknown): string => (typeof type === 'string' ? type : 'other')

function labelAt(source: string, place: string): Words {
  const { zh, en } = labelOf(place)
  return { zh: `${source} ${zh}`, en: `${source} ${en}` }
}

const both = (text: string): Words => ({ zh: text, en: text })

function words(value: unknown): Words {
  const { zh = '', en = '' } = (value ?? {}) as Partial<Words>
  return { zh, en }
}

/** What lies under a key of a document that the shape check has looked at. */
const at = (documents: object, key: string): Open =>
  ((documents as Record<string, unknown>)[key] ?? {}) as Open
