import type { Tx } from '../../platform/database.ts'
import './reach.table.ts'
import { type Reach, usualReach } from './reach.ts'

/** What a person chose, or what is usual. */
export async function reachOf(tx: Tx, institution: string, person: string): Promise<Reach> {
  const row = await tx
    .selectFrom('reach')
    .select(['digestHour', 'atOnce'])
    .where('institutionId', '=', institution)
    .where('personId', '=', person)
    .executeTakeFirst()
  return row ?? usualReach
}

/** What everybody of an institution chose, by person; who chose nothing is not in it. */
export async function reachesOf(tx: Tx, institution: string): Promise<ReadonlyMap<string, Reach>> {
  const rows = await tx
    .selectFrom('reach')
    .select(['personId', 'digestHour', 'atOnce'])
    .where('institutionId', '=', institution)
    .execute()
  return new Map(rows.map(({ personId, ...reach }) => [personId, reach]))
}

/** Writes what a person chose. */
export async function saveReach(
  tx: Tx,
  institution: string,
  person: string,
  { digestHour, atOnce }: Reach,
): Promise<void> {
  const choice = { digestHour, atOnce: [...atOnce] }
  await tx
    .insertInto('reach')
    .values({ institutionId: institution, personId: person, ...choice })
    .onConflict((on) => on.columns(['institutionId', 'personId']).doUpdateSet(choice))
    .execute()
}

/** Where a person's mail goes: as the register of people has it, while they may sign in. */
export async function mailAddressOf(
  tx: Tx,
  institution: string,
  person: string,
): Promise<string | undefined> {
  const row = await tx
    .selectFrom('person')
    .innerJoin('account', (join) =>
      join
        .onRef('account.institutionId', '=', 'person.institutionId')
        .onRef('account.personId', '=', 'person.id'),
    )
    .select('email')
    .where('person.institutionId', '=', institution)
    .where('person.id', '=', person)
    .where('account.disabledAt', 'is', null)
    .executeTakeFirst()
  return row?.email ?? undefined
}
