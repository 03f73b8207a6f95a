import { procedureOf } from '@yizhuan/procedures'
import type { Caller } from '../../platform/database.ts'
import { conflict } from '../../platform/problem.ts'
import type { Entry } from './procedure.ts'

/** An act as somebody reads it; of one that is kept from them only that it was done, by whom and when. */
export type ShownEntry = Entry & { readonly withheld?: true }

/** The record as a person reads it. What it concerns them in may be kept from them until it is decided. */
export function shownTo(entries: readonly Entry[], person: string): readonly ShownEntry[] {
  if (entries.length === 0) return entries
  const kept = procedureOf(entries).withholds?.(entries, person) ?? new Set()
  if (kept.size === 0) return entries
  return entries.map((entry) =>
    kept.has(entry.seq) ? { ...entry, data: {}, files: [], withheld: true } : entry,
  )
}

/** What people told of their ties (利益关联), by the kind of act that says it. */
const tiesIn: Readonly<Record<string, readonly string[]>> = { serviceOpened: ['related'] }

/** Who reads what people declared of ties, and the leaders, who approve the contract knowing of them. */
const tieReaders = ['tto_negotiator', 'tto_reviewer', 'discipline', 'auditor', 'leaders', 'system']

/** The record without what is said of somebody's ties, for whom that is no business of theirs. */
export function withoutTies(
  entries: readonly ShownEntry[],
  { roles, person }: Pick<Caller, 'roles' | 'person'>,
): readonly ShownEntry[] {
  const isKept = ({ type, data, by }: Entry) =>
    by.person !== person && (tiesIn[type] ?? []).some((field) => field in data)
  if (roles.some((role) => tieReaders.includes(role)) || !entries.some(isKept)) return entries
  return entries.map((entry) => {
    if (!isKept(entry)) return entry
    const told = Object.entries(entry.data).filter(
      ([field]) => !tiesIn[entry.type]?.includes(field),
    )
    return { ...entry, data: Object.fromEntries(told), withheld: true }
  })
}

/** The whole record, for whom nothing of it is kept. @throws {Problem} 409 for the others. */
export function mustBeWhole(
  entries: readonly Entry[],
  caller: Pick<Caller, 'roles' | 'person'>,
): readonly Entry[] {
  const { person } = caller
  // Without the field its digests would not fit the record any more.
  if (withoutTies(entries, caller) !== entries) {
    throw conflict('record-has-ties', {
      zh: '记录中载有项目组成员的利益关联情况，只有转化机构、纪检、审计和单位负责人可以导出完整记录。',
      en: 'The record tells of ties of members of the team; the transfer office, discipline, auditors and leaders alone export it whole.',
    })
  }
  if (shownTo(entries, person).some(({ withheld }) => withheld)) {
    throw conflict('record-withheld', {
      zh: '作出认定前，他人的陈述和调查人员的内部记录不向当事人开放，完整记录暂不能导出；认定作出后即可查阅和导出。',
      en: 'Before it is found, what others said and what the investigators noted is kept from those concerned, so the record cannot be exported whole; it opens with the finding.',
    })
  }
  return entries
}
