import { accept, isBelow, type Outcome, refuse } from '@yizhuan/kit'
import { sql } from 'kysely'
import type { Clock } from '../../platform/clock.ts'
import type { Tx } from '../../platform/database.ts'
import { newId } from '../../platform/ids.ts'
import { type Author, amendRecord, enterRecords, type Given } from '../../platform/register.ts'
import type { PersonRefusals } from './person.commands.ts'
import { unitsOf } from './person.queries.ts'
import { unitRegister } from './person.table.ts'
import type { UnitKind } from './person.ts'
import type { UnitWire } from './person.wire.ts'

/** What is told of a unit. */
export interface UnitGiven {
  readonly name: string
  readonly code: string | null
  readonly kind: UnitKind
  readonly parentId: string | null
  readonly closedOn: string | null
}

/** Enters a department or a legal-person unit. */
export async function enterUnit(
  tx: Tx,
  clock: Clock,
  by: Author,
  given: Given<UnitGiven> & {
    readonly name: string
    readonly kind: UnitKind
    readonly id?: string
  },
): Promise<Outcome<{ id: string }, PersonRefusals>> {
  const { id = newId(), ...fields } = given
  await holdTree(tx, by.institution)
  const no = against(await unitsOf(tx, by.institution), fields)
  if (no) return no

  // From here on the unit is entered.
  const record = { id, fields: { code: null, parentId: null, closedOn: null, ...fields } }
  await enterRecords(tx, unitRegister, by, clock.now(), [record])
  return accept({ id })
}

/** Renames, moves or closes a unit. */
export async function amendUnit(
  tx: Tx,
  clock: Clock,
  by: Author,
  id: string,
  given: Given<UnitGiven>,
  reason: string,
  expectedSeq?: number,
): Promise<Outcome<{ seq: number }, PersonRefusals>> {
  await holdTree(tx, by.institution)
  const no = against(await unitsOf(tx, by.institution), given, id)
  if (no) return no
  const amended = await amendRecord(tx, unitRegister, clock, by, id, {
    ...{ fields: given, reason, expectedSeq },
  })
  return amended ? accept(amended) : refuse('no-such-unit', {})
}

/**
 * One at a time changes the tree of an institution: two moves that each look right may make a ring together,
 * and two units entered at once may bear one name.
 */
export async function holdTree(tx: Tx, institution: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext(${`units ${institution}`}))`.execute(tx)
}

function against(
  units: readonly UnitWire[],
  { name, code, parentId }: Given<UnitGiven>,
  id?: string,
) {
  if (name !== undefined && units.some((unit) => unit.name === name && unit.id !== id)) {
    return refuse('unit-name-taken', { name })
  }
  const same = code == null ? undefined : units.find((unit) => unit.code === code && unit.id !== id)
  if (same) return refuse('unit-code-taken', { name: same.name })
  if (typeof parentId !== 'string') return undefined
  const parent = units.find((unit) => unit.id === parentId)
  if (!parent) return refuse('no-such-parent', {})
  if (id !== undefined && isBelow(units, parentId, id)) {
    return refuse('unit-below-itself', { name: parent.name })
  }
  return undefined
}
