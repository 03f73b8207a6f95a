import type { Tx } from '../../../platform/database.ts'
import './substitution.table.ts'
import type { Substitution, SubstitutionState } from './substitution.ts'

const columns = [
  'id',
  'personId as person',
  'substituteId as substitute',
  'roles',
  'scope',
  'fromDay as from',
  'untilDay as until',
  'reason',
  'namedBy',
  'state',
] as const

/** Enters a substitution. */
export async function insertSubstitution(
  tx: Tx,
  institution: string,
  { id, person, substitute, roles, scope, from, until, reason, namedBy, state }: Substitution,
): Promise<void> {
  await tx
    .insertInto('substitution')
    .values({
      institutionId: institution,
      id,
      personId: person,
      substituteId: substitute,
      roles: [...roles],
      scope,
      fromDay: from,
      untilDay: until,
      reason,
      namedBy,
      state,
    })
    .execute()
}

/** One substitution, or undefined. */
export function substitutionOf(
  tx: Tx,
  institution: string,
  id: string,
): Promise<Substitution | undefined> {
  return tx
    .selectFrom('substitution')
    .select([...columns])
    .where('institutionId', '=', institution)
    .where('id', '=', id)
    .executeTakeFirst()
}

/** All substitutions of an institution, the newest first. */
export function substitutionsOf(tx: Tx, institution: string): Promise<Substitution[]> {
  return tx
    .selectFrom('substitution')
    .select([...columns])
    .where('institutionId', '=', institution)
    .orderBy('fromDay', 'desc')
    .orderBy('id', 'desc')
    .limit(200)
    .execute()
}

/** Those that run on a day; of one substitute, when asked. */
export function runningOn(
  tx: Tx,
  institution: string,
  day: string,
  substitute?: string,
): Promise<Substitution[]> {
  let query = tx
    .selectFrom('substitution')
    .select([...columns])
    .where('institutionId', '=', institution)
    .where('untilDay', '>=', day)
    .where('fromDay', '<=', day)
    .where('state', '=', 'approved')
  if (substitute !== undefined) query = query.where('substituteId', '=', substitute)
  return query.orderBy('fromDay').orderBy('id').execute()
}

/** Moves a substitution on; one that is ended keeps the days on which it ran. */
export async function moveSubstitution(
  tx: Tx,
  institution: string,
  id: string,
  state: SubstitutionState,
): Promise<void> {
  await tx
    .updateTable('substitution')
    .set({ state })
    .where('institutionId', '=', institution)
    .where('id', '=', id)
    .execute()
}

/** Whether substitutes act without an administrator's approval. */
export async function isAutomatic(tx: Tx, institution: string): Promise<boolean> {
  const row = await tx
    .selectFrom('substitutionSetting')
    .select('automatic')
    .where('institutionId', '=', institution)
    .executeTakeFirst()
  return row?.automatic ?? false
}

/** Sets whether they do. */
export async function setAutomatic(tx: Tx, institution: string, automatic: boolean): Promise<void> {
  await tx
    .insertInto('substitutionSetting')
    .values({ institutionId: institution, automatic })
    .onConflict((on) => on.column('institutionId').doUpdateSet({ automatic }))
    .execute()
}
