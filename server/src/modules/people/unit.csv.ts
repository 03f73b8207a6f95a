import type { Lang } from '@yizhuan/kit'
import { type Column, columnsIn } from '../../platform/csv.ts'
import type { UnitWire } from './person.wire.ts'

const kinds = {
  department: { zh: '内设部门', en: 'Department' },
  legal_person: { zh: '独立法人单位', en: 'Legal-person unit' },
}

/** A unit with the name of the one it belongs to. */
export type UnitLine = UnitWire & { readonly parent: string | null }

/** Departments and units, each with the one above it. */
export function unitLines(units: readonly UnitWire[]): UnitLine[] {
  const names = new Map(units.map(({ id, name }) => [id, name]))
  return units.map((unit) => ({ ...unit, parent: names.get(unit.parentId ?? '') ?? null }))
}

/** Departments and units as a sheet. */
export function unitColumns(lang: Lang): Column<UnitLine>[] {
  const { text, day } = columnsIn<UnitLine>(lang)
  return [
    text('部门', 'Department', ({ name }) => name),
    text('编码', 'Code', ({ code }) => code),
    text('类别', 'Kind', ({ kind }) => kinds[kind][lang]),
    text('上级部门', 'Belongs to', ({ parent }) => parent),
    day('撤销日', 'Closed on', ({ closedOn }) => closedOn),
  ]
}
