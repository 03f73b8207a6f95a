import type { Tx } from '../../platform/database.ts'
import {
  personsByStaffNumber,
  postsOf,
  type RegisteredPerson,
  type UnitWire,
  unitsOf,
} from '../people/index.ts'
import type { Entry } from './entry.ts'
import type { PeopleEntry } from './entry-people.ts'
import type { Candidate, KnownRecord } from './plan.ts'
import type { RegisterName } from './table-row.ts'

// What the registers of units, persons and posts hold already. Their records refer to units by id, a
// ledger by name or by code: a record is shown as the row that asks would have written it.

/** The register and the key of a record, as `person/1001`. */
export type KnownPeople = ReadonlyMap<string, KnownRecord>

export const keyIn = (register: RegisterName, key: string) => `${register}/${key}`

/** From which row a record came before. */
interface Origin {
  readonly register: RegisterName
  readonly key: string
  readonly recordId: string
}

/** Loads them with three queries at most, and none where no row is about people. */
export async function knownPeople(
  tx: Tx,
  institution: string,
  candidates: readonly Candidate[],
  origins: readonly Origin[],
): Promise<KnownPeople> {
  const asked = candidates.flatMap(({ key, entry }) =>
    isOfPeople(entry) ? [{ key, entry, cameAs: cameAs(origins, entry.to, key) }] : [],
  )
  if (asked.length === 0) return new Map()
  const units = await unitsOf(tx, institution)
  const numbers = asked.flatMap(({ entry }) => {
    return entry.to === 'unit' || entry.fields.staffNo === null ? [] : [entry.fields.staffNo]
  })
  const ids = asked.flatMap(({ entry, cameAs: id }) => (entry.to === 'person' && id ? [id] : []))
  const persons = await personsByStaffNumber(tx, institution, [...new Set(numbers)], ids)
  const byNumber = new Map(persons.map((one) => [one.staffNumber ?? '', one]))
  const byId = new Map(persons.map((one) => [one.id, one]))
  const held = asked.some(({ entry }) => entry.to === 'post')
    ? await postsOf(tx, institution, [...byId.keys()])
    : new Map<string, never[]>()
  const known = new Map<string, KnownRecord>()
  for (const { key, entry, cameAs: came } of asked) {
    const record = recordFor(entry, came)
    if (record) known.set(keyIn(entry.to, key), record)
  }
  return known

  function recordFor(entry: PeopleEntry, came: string | undefined): KnownRecord | undefined {
    switch (entry.to) {
      case 'unit':
        return unitFor(entry.fields, units, came)
      case 'person':
        return personFor(
          entry.fields.unit,
          byNumber.get(entry.fields.staffNo ?? ''),
          byId,
          came,
          units,
        )
      case 'post': {
        const { staffNo, postTitle, postFrom, unit } = entry.fields
        const person = byNumber.get(staffNo ?? '')
        if (!person) return undefined
        const post = (held.get(person.id) ?? []).find(
          (one) =>
            one.title === postTitle &&
            one.from === postFrom &&
            isMeant(
              unit,
              units.find(({ id }) => id === one.unit?.id),
            ),
        )
        if (!post) return undefined
        const { id, title, kind, forTransfer, from, to } = post
        return {
          id,
          fields: {
            ...{ staffNo, personName: person.name, postTitle: title, postKind: kind, unit },
            ...{ forTransfer, postFrom: from, postTo: to },
          },
        }
      }
    }
  }
}

export function isOfPeople(entry: Entry): entry is PeopleEntry {
  return entry.to === 'unit' || entry.to === 'person' || entry.to === 'post'
}

function cameAs(origins: readonly Origin[], register: RegisterName, key: string) {
  return origins.find((one) => one.register === register && one.key === key)?.recordId
}

/** By its code, else by its name, else the unit that an earlier ledger brought under this key. */
function unitFor(
  { unitName, unitCode, parentUnit }: Extract<PeopleEntry, { to: 'unit' }>['fields'],
  units: readonly UnitWire[],
  came: string | undefined,
): KnownRecord | undefined {
  const unit =
    units.find(({ code }) => code !== null && code === unitCode) ??
    units.find(({ name, code }) => name === unitName && (code === null || unitCode === null)) ??
    units.find(({ id }) => id === came)
  if (!unit) return undefined
  const parent = units.find(({ id }) => id === unit.parentId)
  return {
    id: unit.id,
    fields: {
      ...{ unitName: unit.name, unitCode: unit.code, unitKind: unit.kind },
      parentUnit: isMeant(parentUnit, parent) ? parentUnit : (parent?.name ?? null),
    },
  }
}

function personFor(
  unit: string | null,
  found: RegisteredPerson | undefined,
  byId: ReadonlyMap<string, RegisteredPerson>,
  came: string | undefined,
  units: readonly UnitWire[],
): KnownRecord | undefined {
  const person = found ?? byId.get(came ?? '')
  if (!person) return undefined
  const own = units.find(({ id }) => id === person.unitId)
  return {
    id: person.id,
    fields: {
      ...{ personName: person.name, staffNo: person.staffNumber },
      unit: isMeant(unit, own) ? unit : (own?.name ?? null),
      professionalTitle: person.professionalTitle,
      occupation: person.occupation,
    },
  }
}

/** Whether a text names a unit, by name or by code; nothing names the institution itself. */
function isMeant(text: string | null, unit: UnitWire | undefined): boolean {
  if (text === null || !unit) return text === null && !unit
  return text === unit.name || text === unit.code
}
