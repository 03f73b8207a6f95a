import { procedureOf } from '@yizhuan/procedures'
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

/** The whole record, for whom nothing of it is kept. @throws {Problem} 409 for the others. */
export function mustBeWhole(entries: readonly Entry[], person: string): readonly Entry[] {
  if (shownTo(entries, person).some(({ withheld }) => withheld)) {
    throw conflict('record-withheld', {
      zh: '作出认定前，他人的陈述和调查人员的内部记录不向当事人开放，完整记录暂不能导出；认定作出后即可查阅和导出。',
      en: 'Before it is found, what others said and what the investigators noted is kept from those concerned, so the record cannot be exported whole; it opens with the finding.',
    })
  }
  return entries
}
