import { sql } from 'kysely'
import { insertMany } from '../../platform/bulk.ts'
import { asReader, asSystem, type Caller, type Db, type Tx } from '../../platform/database.ts'
import './asset.table.ts'
import { signsOf } from './sign.queries.ts'
import { rowsOf, rulesNow, unsettled } from './tag.queries.ts'

/**
 * Has the tags of an institution worked out where something was told since, before a list reads them.
 *
 * A list is right without it, and slower: it works out for itself what is marked.
 */
export async function settleTags(db: Db, caller: Caller): Promise<void> {
  const { institution } = caller
  const open = await asReader(db, caller, (tx) => unsettled(tx, institution))
  if (open === 'all' || open.length > 0)
    await asSystem(db, institution, (tx) => workOut(tx, institution))
}

/** Has nobody else work out tags until the transaction ends; false where somebody is at it. */
export async function holdTags(tx: Tx, institution: string): Promise<boolean> {
  const { rows } = await sql<{ mine: boolean }>`
    select pg_try_advisory_xact_lock(hashtext('yizhuan asset tags'), hashtext(${institution})) as mine
  `.execute(tx)
  return rows[0]?.mine ?? false
}

async function workOut(tx: Tx, institution: string): Promise<void> {
  // One at a time: who read the registers earlier must not write later. Nobody waits for it.
  if (!(await holdTags(tx, institution))) return
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
  const rules = rulesNow()
  if (open !== 'all') return
  await tx
    .insertInto('assetTagRules')
    .values({ institutionId: institution, rules })
    .onConflict((on) => on.column('institutionId').doUpdateSet({ rules }))
    .execute()
}
