import type { Day } from '@yizhuan/kit'
import { sql } from 'kysely'
import type { FieldKeys } from '../../platform/crypto.ts'
import type { Tx } from '../../platform/database.ts'
import { institutionLists } from '../../platform/institution-lists.ts'
import { placeOf } from './interest.commands.ts'
import './interest.table.ts'
import { type DeclarationState, declarationState } from './interest.ts'
import type { InterestLineWire, PersonInterestsWire } from './interest.wire.ts'

/** The newest declaration of each person of some, or of all. */
export async function newestDeclarations(
  tx: Tx,
  institution: string,
  persons?: readonly string[],
): Promise<ReadonlyMap<string, { id: string; declaredOn: string; validUntil: string }>> {
  let query = tx
    .selectFrom('interestDeclaration')
    .distinctOn('personId')
    .select(['personId', 'id', 'declaredOn', 'validUntil'])
    .where('institutionId', '=', institution)
    .orderBy('personId')
    .orderBy('declaredOn', 'desc')
    .orderBy('declaredAt', 'desc')
    .orderBy('id', 'desc')
  if (persons) query = query.where('personId', '=', sql<string>`any(${[...persons]}::uuid[])`)
  const rows = await query.execute()
  return new Map(rows.map(({ personId, ...row }) => [personId, row]))
}

/** What one person declared, the newest first; the names of relatives whole to the person alone. */
export async function interestsOf(
  tx: Tx,
  institution: string,
  person: string,
  { today, keys }: { readonly today: Day; readonly keys?: FieldKeys },
): Promise<PersonInterestsWire | undefined> {
  const known = await tx
    .selectFrom('person')
    .select(['id', 'name'])
    .where('institutionId', '=', institution)
    .where('id', '=', person)
    .executeTakeFirst()
  if (!known) return undefined
  const declarations = await tx
    .selectFrom('interestDeclaration')
    .select(['id', 'declaredOn', 'validUntil', 'hasNone', 'enteredBy'])
    .where('institutionId', '=', institution)
    .where('personId', '=', person)
    .orderBy('declaredOn', 'desc')
    .orderBy('declaredAt', 'desc')
    .orderBy('id', 'desc')
    .execute()
  const items = await tx
    .selectFrom('interestItem')
    .selectAll()
    .where('institutionId', '=', institution)
    .where('declarationId', '=', sql<string>`any(${declarations.map(({ id }) => id)}::uuid[])`)
    .orderBy('line')
    .execute()
  return {
    person: known,
    state: declarationState(declarations[0], today),
    months: institutionLists().renewal.interestDeclaration.months,
    declarations: declarations.map((one) => ({
      ...one,
      items: items
        .filter(({ declarationId }) => declarationId === one.id)
        .map(({ line, tie, through, holderMasked, holderSealed, enterprise, uscc, detail }) => ({
          line,
          tie,
          through,
          holder:
            keys && holderSealed ? keys.open(holderSealed, placeOf(one.id, line)) : holderMasked,
          enterprise,
          uscc,
          detail,
        })),
    })),
  }
}

/** Everybody who works here, with how they stand with declaring. */
export async function interestLines(
  tx: Tx,
  institution: string,
  today: Day,
): Promise<readonly InterestLineWire[]> {
  const people = await tx
    .selectFrom('person')
    .leftJoin('orgUnit', (join) =>
      join
        .onRef('orgUnit.institutionId', '=', 'person.institutionId')
        .onRef('orgUnit.id', '=', 'person.unitId'),
    )
    .select(['person.id', 'person.name', 'orgUnit.name as unit'])
    .where('person.institutionId', '=', institution)
    .where((where) => where.or([where('leftOn', 'is', null), where('leftOn', '>', today)]))
    .orderBy('person.name')
    .orderBy('person.id')
    .execute()
  const newest = await newestDeclarations(tx, institution)
  const items = await tx
    .selectFrom('interestItem')
    .select(['declarationId', 'enterprise'])
    .where('institutionId', '=', institution)
    .where(
      'declarationId',
      '=',
      sql<string>`any(${[...newest.values()].map(({ id }) => id)}::uuid[])`,
    )
    .orderBy('line')
    .execute()
  return people.map(({ id, name, unit }) => {
    const declared = newest.get(id)
    const ties = items.filter(({ declarationId }) => declarationId === declared?.id)
    return {
      person: { id, name },
      unit,
      state: declarationState(declared, today),
      declaredOn: declared?.declaredOn ?? null,
      validUntil: declared?.validUntil ?? null,
      enterprises: [...new Set(ties.map(({ enterprise }) => enterprise))],
    }
  })
}

/** Every tie that some persons declared, and that they declared to have none; the relatives opened. */
export async function declaredItems(
  tx: Tx,
  keys: FieldKeys,
  institution: string,
  persons: readonly string[],
) {
  if (persons.length === 0) return []
  const rows = await tx
    .selectFrom('interestDeclaration as one')
    .leftJoin('interestItem as item', (join) =>
      join
        .onRef('item.institutionId', '=', 'one.institutionId')
        .onRef('item.declarationId', '=', 'one.id'),
    )
    .select(['one.id', 'one.personId as person', 'one.declaredOn'])
    .select(['item.line', 'item.tie', 'item.through', 'item.enterprise', 'item.uscc'])
    .select(['item.detail', 'item.holderSealed'])
    .where('one.institutionId', '=', institution)
    .where('one.personId', '=', sql<string>`any(${[...persons]}::uuid[])`)
    .execute()
  return rows.map(({ line, tie, holderSealed, ...row }) => ({
    ...row,
    tie: tie ?? 'none',
    holder:
      holderSealed === null || line === null
        ? null
        : keys.open(holderSealed, placeOf(row.id, line)),
  }))
}

/** On which days some persons declared: `person|day`. */
export async function daysDeclared(
  tx: Tx,
  institution: string,
  persons: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await tx
    .selectFrom('interestDeclaration')
    .select(['personId', 'declaredOn'])
    .where('institutionId', '=', institution)
    .where('personId', '=', sql<string>`any(${[...persons]}::uuid[])`)
    .execute()
  return new Set(rows.map(({ personId, declaredOn }) => `${personId}|${declaredOn}`))
}

/** How many stand how. */
export function countStates(lines: readonly { readonly state: DeclarationState }[]) {
  const count = (state: DeclarationState) => lines.filter((one) => one.state === state).length
  return { none: count('none'), expired: count('expired'), valid: count('valid') }
}
