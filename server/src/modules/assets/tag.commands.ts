import { addDays, type Day } from '@yizhuan/kit'
import { sql } from 'kysely'
import { insertMany } from '../../platform/bulk.ts'
import { type Clock, startOf } from '../../platform/clock.ts'
import { asReader, asSystem, type Caller, type Db, type Tx } from '../../platform/database.ts'
import { addJobs } from '../../platform/jobs.ts'
import type { Context } from '../../platform/module.ts'
import { settleSoon, settleTask } from '../../platform/settling.ts'
import './asset.table.ts'
import { signsOf } from './sign.queries.ts'
import { isUnsettled, rowsOf, rulesNow, shownOtherwise } from './tag.queries.ts'

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

/** How many marks the worker takes at a time: who comes to read meanwhile waits for so many, and for no more. */
const marksAtOnce = 5000

/** How long the worker leaves those alone that somebody else is at. Ours: no rule of anybody. */
const restMs = 10_000

/**
 * Works out some of what is marked, until nothing is: after an import, an order for many records, and at the start of
 * each day. What one turn has done stays done; whoever reads meanwhile works out the rest.
 */
export async function settleInTurns(tx: Tx, clock: Clock, institution: string): Promise<void> {
  const now = clock.now()
  const after = (ms: number) => settleSoon(tx, institution, new Date(now.getTime() + ms))
  if (!(await holdTags(tx, institution))) return after(restMs)
  const taken = await workOutSome(tx, institution, clock.today(), marksAtOnce)
  if (taken === marksAtOnce) return after(0)
  // Of an order for many records some are still to be done, or somebody writes what is marked.
  if (await moreIsToCome(tx, institution, now)) await after(restMs)
}

async function moreIsToCome(tx: Tx, institution: string, now: Date): Promise<boolean> {
  const { rows } = await sql<{ isSo: boolean }>`
    select exists (select from asset_tag_mark where institution_id = ${institution})
      or exists (select from job where institution_id = ${institution} and run_at <= ${now}
        and queue is null and task not in (${settleTask}, ${dayTask})) as is_so`.execute(tx)
  return rows[0]?.isSo ?? false
}

/** The task that has registers show the tags of a day from its start. */
export const dayTask = 'assets/day'

/** Sets the daily task of an institution. */
export async function setDayTask(tx: Tx, institution: string, at: Date): Promise<void> {
  await addJobs(tx, [{ institution, task: dayTask, payload: {}, at, key: dayTask }])
}

/** Begins the day of the registers, and sets the task for the start of tomorrow. */
export async function beginDay(tx: Tx, clock: Clock, institution: string): Promise<void> {
  await setDayTask(tx, institution, startOf(addDays(clock.today(), 1)))
  await settleInTurns(tx, clock, institution)
}

async function workOut(tx: Tx, institution: string, today: string, waits: boolean): Promise<void> {
  // One at a time: who read the registers earlier must not write later.
  if (waits) {
    await sql`select pg_advisory_xact_lock(hashtext('yizhuan asset tags'), hashtext(${institution}))`.execute(
      tx,
    )
  } else if (!(await holdTags(tx, institution))) return
  await workOutSome(tx, institution, today, undefined)
}

/** @returns how many marks were taken, at most so many. */
async function workOutSome(
  tx: Tx,
  institution: string,
  today: string,
  most: number | undefined,
): Promise<number> {
  const known = await tx
    .selectFrom('assetTagRules')
    .select(['rules', 'readOn'])
    .where('institutionId', '=', institution)
    .executeTakeFirst()
  const isAll = known?.rules !== rulesNow()
  const marks = tx.deleteFrom('assetTagMark').where('institutionId', '=', institution)
  const taken = await (isAll || most === undefined
    ? marks
    : marks.where('id', 'in', (of) =>
        of
          .selectFrom('assetTagMark')
          .select('id')
          .where('institutionId', '=', institution)
          .limit(most),
      )
  )
    .returning('achievementId')
    .execute()
  const ids = isAll ? undefined : [...new Set(taken.map(({ achievementId }) => achievementId))]
  if (ids?.length !== 0) {
    let old = tx.deleteFrom('assetTag').where('institutionId', '=', institution)
    if (ids !== undefined) old = old.where('achievementId', '=', sql<string>`any(${ids}::uuid[])`)
    await old.execute()
    await insertMany(tx, 'assetTag', rowsOf(institution, await signsOf(tx, institution, ids)))
  }
  await showIn(tx, institution, today, await toBeShown(tx, institution, today, ids, known?.readOn))
  if (isAll || known?.readOn !== today) await noteDay(tx, institution, today)
  return taken.length
}

/** Those worked out, and those whose day came since the register was last read; all where that is not known. */
async function toBeShown(
  tx: Tx,
  institution: string,
  today: string,
  ids: readonly string[] | undefined,
  readOn: string | null | undefined,
): Promise<readonly string[] | undefined> {
  if (ids === undefined || readOn == null || readOn > today) return undefined
  if (readOn === today) return ids
  const begun = await tx
    .selectFrom('assetTag')
    .select('achievementId')
    .where('institutionId', '=', institution)
    .where('since', '>', readOn)
    .where('since', '<=', today)
    .execute()
  return [...new Set([...ids, ...begun.map(({ achievementId }) => achievementId)])]
}

/** Writes into the register of achievements how they stand today; all where none is named. */
async function showIn(
  tx: Tx,
  institution: string,
  today: string,
  which: readonly string[] | undefined,
): Promise<void> {
  if (which?.length === 0) return
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

async function noteDay(tx: Tx, institution: string, today: string): Promise<void> {
  const rules = rulesNow()
  await tx
    .insertInto('assetTagRules')
    .values({ institutionId: institution, rules, readOn: today })
    .onConflict((on) => on.column('institutionId').doUpdateSet({ rules, readOn: today }))
    .execute()
  // Whoever begins a day has the worker begin the next, also where no task was ever set.
  await setDayTask(tx, institution, startOf(addDays(today as Day, 1)))
}
