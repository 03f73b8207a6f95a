import { sql } from 'kysely'
import { insertMany } from '../../platform/bulk.ts'
import { asReader, asSystem, type Caller, type Db, type Tx } from '../../platform/database.ts'
import type { Context } from '../../platform/module.ts'
import './asset.table.ts'
import { signsOf } from './sign.queries.ts'
import { isUnsettled, rowsOf, rulesNow, shownOtherwise, unsettled } from './tag.queries.ts'

type Desk = Pick<Context, 'db' | 'clock'>

/**
 * Has the tags of an institution worked out where something was told since, before a list reads them.
 *
 * A list of the ledger is right without it, and slower: it works out for itself what is marked. The register
 * of achievements shows what was worked out, so who reads it waits for whoever is at it.
 */
export async function settleTags(
  { db, clock }: Desk,
  caller: Pick<Caller, 'institution' | 'person' | 'roles'>,
  { waits = false }: { readonly waits?: boolean } = {},
): Promise<void> {
  const { institution } = caller
  const today = clock.today()
  const isOpen = () => asReader(db, caller, (tx) => isUnsettled(tx, institution, today))
  if (!(await isOpen())) return
  const work = () => asSystem(db, institution, (tx) => workOut(tx, institution, today, waits))
  if (!waits) return work()
  const before = underwayIn(db).get(institution)
  if (before) {
    // It may have begun before what is open was told; how it fares is told to who began it.
    await before.catch(() => undefined)
    if (!(await isOpen())) return
  }
  await (underwayIn(db).get(institution) ?? begun(db, institution, work))
}

/**
 * What this process is working out, by institution. Who waits for it waits here and not for the lock of the database:
 * there each would hold a connection, until none is left for other institutions.
 */
const underway = new WeakMap<Db, Map<string, Promise<void>>>()

function underwayIn(db: Db): Map<string, Promise<void>> {
  const known = underway.get(db) ?? new Map<string, Promise<void>>()
  underway.set(db, known)
  return known
}

function begun(db: Db, institution: string, work: () => Promise<void>): Promise<void> {
  const run = work().finally(() => underwayIn(db).delete(institution))
  underwayIn(db).set(institution, run)
  return run
}

/** Has nobody else work out tags until the transaction ends; false where somebody is at it. */
export async function holdTags(tx: Tx, institution: string): Promise<boolean> {
  const { rows } = await sql<{ mine: boolean }>`
    select pg_try_advisory_xact_lock(hashtext('yizhuan asset tags'), hashtext(${institution})) as mine
  `.execute(tx)
  return rows[0]?.mine ?? false
}

async function workOut(tx: Tx, institution: string, today: string, waits: boolean): Promise<void> {
  // One at a time: who read the registers earlier must not write later.
  if (waits) {
    await sql`select pg_advisory_xact_lock(hashtext('yizhuan asset tags'), hashtext(${institution}))`.execute(
      tx,
    )
  } else if (!(await holdTags(tx, institution))) return
  const open = await unsettled(tx, institution)
  const taken = await tx
    .deleteFrom('assetTagMark')
    .where('institutionId', '=', institution)
    .returning('achievementId')
    .execute()
  // What was marked between the two is taken as well, and worked out as it is now.
  const some = [...new Set(taken.map(({ achievementId }) => achievementId))]
  const ids = open === 'all' ? undefined : some
  let old = tx.deleteFrom('assetTag').where('institutionId', '=', institution)
  if (ids !== undefined) old = old.where('achievementId', '=', sql<string>`any(${ids}::uuid[])`)
  await old.execute()
  await insertMany(tx, 'assetTag', rowsOf(institution, await signsOf(tx, institution, ids)))
  await showIn(tx, institution, today, ids)
}

/** Writes into the register of achievements how they stand today: those worked out, and those whose day came. */
async function showIn(
  tx: Tx,
  institution: string,
  today: string,
  ids: readonly string[] | undefined,
): Promise<void> {
  const known = await tx
    .selectFrom('assetTagRules')
    .select('readOn')
    .where('institutionId', '=', institution)
    .executeTakeFirst()
  const isOfToday = known?.readOn === today
  const which = isOfToday ? ids : undefined
  if (which?.length !== 0) {
    // One that somebody is writing is left to the next who reads: nobody waits for a long import.
    await sql`
      with shown as (${shownOtherwise(institution, today, which)} for update of achievement skip locked)
      update achievement set conversion = shown.conversion from shown
      where achievement.institution_id = ${institution} and achievement.id = shown.id
    `.execute(tx)
    await sql`
      insert into asset_tag_mark (institution_id, achievement_id)
      select ${institution}, id from (${shownOtherwise(institution, today, which)}) as left_over
    `.execute(tx)
  }
  const rules = rulesNow()
  if (isOfToday && ids !== undefined) return
  await tx
    .insertInto('assetTagRules')
    .values({ institutionId: institution, rules, readOn: today })
    .onConflict((on) => on.column('institutionId').doUpdateSet({ rules, readOn: today }))
    .execute()
}
