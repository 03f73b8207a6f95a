import { type Selectable, sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import { lockChain, lockKnownChain, shareKnownChain } from '../../platform/evidence.ts'
import { chainOf } from '../../platform/register.ts'
import type { Tables } from '../../platform/tables.ts'
import { lockHeads } from '../cases/index.ts'
import { dropAwards } from './awards/award-order.queries.ts'
import { batchPayments } from './awards/batch-payment.queries.ts'
import { batchRegister } from './payout.table.ts'

export type BatchRow = Selectable<Tables['payoutBatch']>

/** A batch, held until the transaction ends: two who decide or pay at once do so one after the other. */
export async function lockBatch(
  tx: Tx,
  institution: string,
  id: string,
): Promise<BatchRow | undefined> {
  await lockKnownChain(tx, { institution, name: chainOf(batchRegister, id) })
  return batchOf(tx, institution, id)
}

/**
 * A batch one works at a part of: nobody decides on it or gives it up meanwhile, while its other parts are
 * worked at side by side.
 */
export async function joinBatch(
  tx: Tx,
  institution: string,
  id: string,
): Promise<BatchRow | undefined> {
  await shareKnownChain(tx, { institution, name: chainOf(batchRegister, id) })
  return batchOf(tx, institution, id)
}

/**
 * The batch once those parts of it are written that came to their end before: what is counted from here on
 * is all of them. Called last, by each part.
 */
export async function afterParts(
  tx: Tx,
  institution: string,
  id: string,
): Promise<BatchRow | undefined> {
  await lockChain(tx, { institution, name: chainOf(batchRegister, id) })
  return batchOf(tx, institution, id)
}

/** A batch as it stands, unheld. */
export const batchOf = (tx: Tx, institution: string, id: string) =>
  tx
    .selectFrom('payoutBatch')
    .selectAll()
    .where('institutionId', '=', institution)
    .where('id', '=', id)
    .executeTakeFirst()

/** Of which kind the plans of a case are. */
export const kindOf = (table: string) =>
  sql`case ${sql.ref(`${table}.procedure`)} when 'service_contract' then 'service' else 'transfer' end`

/**
 * Whether a person made a batch, or ever said what is withheld from its payments or by which way they go, be it of an
 * earlier attempt or said otherwise since: somebody else decides on all of it.
 */
export async function isFrom(tx: Tx, batch: BatchRow, person: string): Promise<boolean> {
  if (batch.madeBy === person) return true
  const { rows: carried } = await sql`
    select number from ${batchPayments} as one
    where institution_id = ${batch.institutionId} and batch_id = ${batch.id}
      and (withheld_by = ${person} or way_by = ${person})
    limit 1`.execute(tx)
  if (carried.length > 0) return true
  const said = await tx
    .selectFrom('auditEntry')
    .select('seq')
    .where('institutionId', '=', batch.institutionId)
    .where('chain', '=', chainOf(batchRegister, batch.id))
    .where('byPerson', '=', person)
    .where(sql<boolean>`entry @? '$.**.field ? (@ == "taxDocument" || @ == "ways")'`)
    .limit(1)
    .executeTakeFirst()
  return said !== undefined
}

/** Of two who make the batch of one id at once, the second waits for the first. */
export async function lockMaking(tx: Tx, id: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('yizhuan payout'), hashtext(${id}))`.execute(tx)
}

/** Cases whose plan waits to be paid by what the law said last, or that have a payment which came back. */
export async function payableCases(
  tx: Tx,
  institution: string,
  among: readonly string[] | 'all',
): Promise<readonly string[]> {
  const chosen = among === 'all' ? sql`true` : sql`id = any(${[...among]}::uuid[])`
  const { rows } = await sql<{ readonly id: string }>`
    select id from (
      select case_id as id from case_next
      where institution_id = ${institution} and act in ('paid', 'rewardPaid') and not exists (
        select from payout_plan where payout_plan.institution_id = ${institution}
          and payout_plan.case_id = case_next.case_id and payout_plan.state in ('ordered', 'waiting'))
      union
      ${owedAgain(institution)}
    ) as payable where ${chosen} order by id
  `.execute(tx)
  return rows.map(({ id }) => id)
}

/**
 * Cases of which a line is owed: its newest attempt came back, or was dropped while others were paid. Once the
 * case has taken an act on the plan, its record says whether it is owed still.
 */
const owedAgain = (institution: string) => sql`
  select one.case_id from payment_order as one
  join payout_plan as plan on plan.institution_id = one.institution_id and plan.id = one.plan_id
  where one.institution_id = ${institution} and one.state in ('returned', 'dropped')
    and (plan.state in ('ordered', 'waiting') or plan.state in ('settled', 'fallen') and exists (
      select from payee_balance as balance where balance.institution_id = ${institution}
        and balance.case_id = one.case_id and balance.name = one.name and balance.balance_fen < 0
        and balance.award = case one.way when 'equity' then 'equity' else 'cash' end))
    and not exists (
      select from payment_order as later where later.institution_id = ${institution}
        and later.case_id = one.case_id and later.plan_seq = one.plan_seq
        and later.line = one.line and later.attempt > one.attempt)`

/**
 * Drops what was not sent of a batch nor said to be paid, and the plans of which nobody has anything nor is
 * to get it. The cases are held meanwhile: nobody orders of them what is dropped.
 *
 * @returns the cases, how many bonuses and awards, and how many payments of the batch are with the bank or through.
 */
export async function dropOrdered(tx: Tx, institution: string, batch: string, onlyCase?: string) {
  const among = onlyCase === undefined ? sql`true` : sql`case_id = ${onlyCase}`
  const unsent = sql`institution_id = ${institution} and batch_id = ${batch}
    and state = 'ordered' and told is null and ${among}`
  const { rows: concerned } = await sql<{ readonly caseId: string }>`
    select distinct case_id from payment_order where ${unsent}
  `.execute(tx)
  await lockHeads(
    tx,
    institution,
    concerned.map(({ caseId }) => caseId),
  )
  const { rows } = await sql<{ readonly caseId: string; readonly planId: string }>`
    update payment_order set state = 'dropped' where ${unsent} returning case_id, plan_id
  `.execute(tx)
  const plans = [...new Set(rows.map(({ planId }) => planId))]
  await sql`
    update payout_plan set state = 'dropped'
    where institution_id = ${institution} and id = any(${plans}::uuid[]) and state = 'ordered'
      and not exists (
        select from payment_order as one where one.institution_id = ${institution}
          and one.plan_id = payout_plan.id and one.state in ('ordered', 'sent', 'paid'))
  `.execute(tx)
  const awards = await dropAwards(tx, institution, batch, onlyCase)
  const standing = await standingOfBatch(tx, institution, batch)
  const cases = [...new Set(rows.map(({ caseId }) => caseId))]
  return { cases, awards: awards.length, ...standing }
}

/** By what people call a case, bonus or award of a batch. */
export async function numberOf(
  tx: Tx,
  institution: string,
  batch: string,
  id: string,
): Promise<string> {
  const { rows } = await sql<{ readonly called: string | null }>`
    select called from ${batchPayments} as one
    where institution_id = ${institution} and batch_id = ${batch} and record_id = ${id} limit 1
  `.execute(tx)
  return rows[0]?.called ?? ''
}

/** How many payments of a batch wait, are with the bank or said to be paid, and are through. */
export async function standingOfBatch(tx: Tx, institution: string, batch: string) {
  const { rows } = await sql<{ ordered: number; sent: number; through: number }>`
    select count(*) filter (where state = 'ordered' and told is null)::int as ordered,
      count(*) filter (where state = 'sent' or state = 'ordered' and told is not null)::int as sent,
      count(*) filter (where state in ('paid', 'returned'))::int as through
    from ${batchPayments} as one where institution_id = ${institution} and batch_id = ${batch}
  `.execute(tx)
  return rows[0] ?? { ordered: 0, sent: 0, through: 0 }
}
