import type { Tx } from '../../platform/database.ts'
import { engagementOn } from './adviser.ts'
import type { AdviserFilterWire, AdviserWire } from './adviser.wire.ts'
import './person.table.ts'

/** Everybody from outside who works or worked for the house part of their time, the newest first. */
export async function advisersOn(
  tx: Tx,
  institution: string,
  today: string,
  { state, person }: AdviserFilterWire & { readonly person?: string } = {},
): Promise<AdviserWire[]> {
  let query = tx
    .selectFrom('personEngagement as one')
    .innerJoin('person', (join) =>
      join
        .onRef('person.institutionId', '=', 'one.institutionId')
        .onRef('person.id', '=', 'one.personId'),
    )
    .leftJoin('orgUnit', (join) =>
      join
        .onRef('orgUnit.institutionId', '=', 'one.institutionId')
        .onRef('orgUnit.id', '=', 'one.unitId'),
    )
    .select(['one.id', 'one.kind', 'one.home', 'one.task', 'one.fromDay', 'one.untilDay'])
    .select(['person.id as personId', 'person.name as personName', 'orgUnit.name as unit'])
    .where('one.institutionId', '=', institution)
    .where('person.institutionId', '=', institution)
    .where('one.annulledOn', 'is', null)
  if (person !== undefined) query = query.where('one.personId', '=', person)
  const rows = await query.orderBy('one.fromDay', 'desc').orderBy('one.id', 'desc').execute()
  return rows
    .map(({ personId: id, personName: name, ...row }) => ({
      ...row,
      person: { id, name },
      state: engagementOn(row, today),
    }))
    .filter((one) => state === undefined || one.state === state)
}
