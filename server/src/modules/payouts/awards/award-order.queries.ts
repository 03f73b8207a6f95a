import { sql } from 'kysely'
import type { Tx } from '../../../platform/database.ts'
import '../payout.table.ts'
import type { AwardSource } from '../payout.table.ts'

/** A bonus or an award. */
export interface AwardRecord {
  readonly source: AwardSource
  readonly id: string
}

/** The places of a bonus or award of which a payment is under way in a batch. */
export async function placesUnderWay(
  tx: Tx,
  institution: string,
  { source, id }: AwardRecord,
): Promise<ReadonlySet<number>> {
  const rows = await tx
    .selectFrom('awardOrder')
    .select('place')
    .where('institutionId', '=', institution)
    .where('recordId', '=', id)
    .where('source', '=', source)
    .where('state', 'in', ['ordered', 'sent'])
    .execute()
  return new Set(rows.map(({ place }) => place))
}

/** The batch by which a place was paid in a turn, if it was. */
export async function batchThatPaid(
  tx: Tx,
  institution: string,
  { source, id }: AwardRecord,
  { place, turn }: { readonly place: number; readonly turn: number },
) {
  return await tx
    .selectFrom('awardOrder')
    .select(['batchId'])
    .where('institutionId', '=', institution)
    .where('recordId', '=', id)
    .where('source', '=', source)
    .where('place', '=', place)
    .where('turn', '=', turn)
    .where('state', '=', 'paid')
    .executeTakeFirst()
}

/**
 * Why tax is not said any more of a turn of a place that a batch paid: it was known by then, or the bank's line shows
 * that all of it went to the person. None where it can be said.
 */
export async function taxProvedOf(
  tx: Tx,
  institution: string,
  { source, id }: AwardRecord,
  { place, turn, toFen }: { readonly place: number; readonly turn: number; readonly toFen: string },
): Promise<'known-before' | 'gross-proved' | undefined> {
  const paid = await tx
    .selectFrom('awardOrder')
    .select(['way', 'amountFen', 'withheldFen', 'toldFen'])
    .where('institutionId', '=', institution)
    .where('recordId', '=', id)
    .where('source', '=', source)
    .where('place', '=', place)
    .where('turn', '=', turn)
    .where('state', '=', 'paid')
    .executeTakeFirst()
  if (!paid) return undefined
  if (paid.withheldFen !== null) return 'known-before'
  const isGross = paid.way === 'bank' && paid.toldFen === paid.amountFen
  return isGross && BigInt(toFen) > 0n ? 'gross-proved' : undefined
}

/** The batch in which each place of a bonus or award is paid, or that paid it. */
export async function batchesOfAward(
  tx: Tx,
  institution: string,
  { source, id }: AwardRecord,
): Promise<ReadonlyMap<number, { readonly id: string; readonly title: string }>> {
  const rows = await tx
    .selectFrom('awardOrder')
    .innerJoin('payoutBatch', (join) =>
      join
        .onRef('payoutBatch.institutionId', '=', 'awardOrder.institutionId')
        .onRef('payoutBatch.id', '=', 'awardOrder.batchId'),
    )
    .select(['awardOrder.place', 'payoutBatch.id', 'payoutBatch.title'])
    .where('awardOrder.institutionId', '=', institution)
    .where('recordId', '=', id)
    .where('source', '=', source)
    .where('awardOrder.state', 'in', ['ordered', 'sent', 'paid'])
    .execute()
  return new Map(rows.map(({ place, ...batch }) => [place, batch]))
}

/** Whether a batch pays bonuses and awards. */
export async function isOfAwards(tx: Tx, institution: string, batch: string): Promise<boolean> {
  const row = await tx
    .selectFrom('awardOrder')
    .select('number')
    .where('institutionId', '=', institution)
    .where('batchId', '=', batch)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** The awards out of the staff part of which a batch has something to send. */
export async function staffAwardsToSend(tx: Tx, institution: string, batch: string) {
  const { rows } = await sql<{ readonly recordId: string }>`
    select distinct record_id from award_order where institution_id = ${institution}
      and batch_id = ${batch} and source = 'staff_award' and state = 'ordered' and told is null
  `.execute(tx)
  return rows.map(({ recordId }) => recordId)
}

/** Drops what was not sent of a batch nor said to be paid. @returns the bonuses and awards. */
export async function dropAwards(tx: Tx, institution: string, batch: string, only?: string) {
  const among = only === undefined ? sql`true` : sql`record_id = ${only}`
  const { rows } = await sql<{ readonly recordId: string }>`
    update award_order set state = 'dropped'
    where institution_id = ${institution} and batch_id = ${batch} and state = 'ordered'
      and told is null and ${among}
    returning record_id
  `.execute(tx)
  return [...new Set(rows.map(({ recordId }) => recordId))]
}

/** Marks what can be sent of a batch, as `sendOrders` does of plans. */
export async function sendAwards(
  tx: Tx,
  institution: string,
  batch: string,
  { today, number }: { readonly today: string; readonly number: number },
) {
  const { rows } = await sql<{ orders: number; totalFen: string }>`
    with sent as (
      update award_order as one set state = 'sent', sent_on = ${today}::date,
        file_number = ${number}, filed_withheld_fen = one.withheld_fen, bank_name = payee.bank_name,
        account_masked = payee.bank_account_masked, account_sealed = payee.bank_account_sealed
      from (
        select known.number, person.bank_name, person.bank_account_masked,
          person.bank_account_sealed
        from award_order as known
        left join person on person.institution_id = known.institution_id
          and person.id = known.person_id and known.way = 'bank'
        where known.institution_id = ${institution} and known.batch_id = ${batch}
          and known.state = 'ordered' and known.told is null
          and known.withheld_fen is distinct from known.amount_fen
          and (known.way <> 'bank' or person.bank_account_sealed is not null)
          and (known.way <> 'project' or known.project_number is not null)) as payee
      where one.institution_id = ${institution} and one.batch_id = ${batch}
        and one.number = payee.number
      returning one.amount_fen - coalesce(one.withheld_fen, 0) as net_fen)
    select count(*)::int as orders, coalesce(sum(net_fen), 0)::text as total_fen from sent
  `.execute(tx)
  return rows[0] ?? { orders: 0, totalFen: '0' }
}

/** Keeps what was said of payments until it is written. @returns the bonuses and awards. */
export async function tellAwards(
  tx: Tx,
  { institution, person }: { readonly institution: string; readonly person: string },
  batch: string,
  proof: string,
  told: readonly object[],
): Promise<readonly string[]> {
  const { rows } = await sql<{ readonly recordId: string }>`
    with said as (
      update award_order as one set told = said.told, told_on = said.told_on,
        told_reason = said.told_reason, told_proof = ${proof},
        withheld_fen = case when one.state in ('ordered', 'sent')
          then coalesce(one.withheld_fen, said.withheld_fen) else one.withheld_fen end,
        withheld_by = case when one.state in ('ordered', 'sent') and one.withheld_fen is null
          and said.withheld_fen is not null then ${person}::uuid else one.withheld_by end,
        told_fen = case when said.told = 'paid' then said.told_fen else one.told_fen end
      from jsonb_to_recordset(${JSON.stringify(told)}::jsonb)
        as said (number int, told text, told_on date, told_reason text, withheld_fen bigint,
          told_fen bigint)
      where one.institution_id = ${institution} and one.batch_id = ${batch}
        and one.number = said.number
      returning one.record_id)
    select distinct record_id from said order by record_id
  `.execute(tx)
  return rows.map(({ recordId }) => recordId)
}

/** Of which of some bonuses and awards a proof says something that is not written; in one order for everybody. */
export async function awardsTold(
  tx: Tx,
  institution: string,
  proof: string,
  records: readonly string[],
): Promise<readonly AwardRecord[]> {
  const { rows } = await sql<AwardRecord>`
    select distinct source, record_id as id from award_order
    where institution_id = ${institution} and told_proof = ${proof} and told is not null
      and record_id = any(${[...records]}::uuid[])
    order by record_id
  `.execute(tx)
  return rows
}

/** A payment of a bonus or award that just turned. */
export interface TurnedAward {
  readonly source: AwardSource
  readonly record: string
  readonly place: number
  readonly turn: number
  /** Who got it. */
  readonly person: string
  readonly withheldFen: string | null
  readonly outcome: 'paid' | 'returned'
  /** Whether it had been paid: then its money comes back. */
  readonly wasPaid: boolean
  readonly on: string
  readonly reason: string | null
}

/** Turns payments to what a proof said of them, each once: what it said is forgotten with it. */
export async function turnAwards(
  tx: Tx,
  institution: string,
  proof: string,
  records: readonly string[],
): Promise<readonly TurnedAward[]> {
  const { rows } = await sql<TurnedAward>`
    with known as (
      select batch_id, number, state, told, told_on, told_reason from award_order
      where institution_id = ${institution} and told_proof = ${proof} and told is not null
        and record_id = any(${[...records]}::uuid[])
      order by batch_id, number for update)
    update award_order as one set state = known.told, told = null,
      paid_on = case when known.told = 'paid' then known.told_on else one.paid_on end,
      paid_proof = case when known.told = 'paid' then ${proof}::uuid else one.paid_proof end,
      returned_on = case when known.told = 'returned' then known.told_on else one.returned_on end,
      returned_reason = case when known.told = 'returned' then known.told_reason
        else one.returned_reason end,
      returned_proof = case when known.told = 'returned' then ${proof}::uuid
        else one.returned_proof end
    from known
    where one.institution_id = ${institution} and one.batch_id = known.batch_id
      and one.number = known.number
    returning one.source, one.record_id as record, one.place, one.turn,
      one.person_id as person, one.withheld_fen, known.told as outcome,
      known.state = 'paid' as was_paid, known.told_on as "on", known.told_reason as reason
  `.execute(tx)
  return rows
}

/** Notes for how many bonuses and awards a proof is written. @returns whether that is all of them. */
export async function noteAwardsDone(tx: Tx, institution: string, proof: string): Promise<boolean> {
  const { rows } = await sql<{ readonly isLast: boolean }>`
    update payout_proof set done = cases - (
      select count(distinct record_id) from award_order
      where institution_id = ${institution} and told_proof = ${proof} and told is not null)
    where institution_id = ${institution} and id = ${proof}
    returning done = cases as is_last
  `.execute(tx)
  return rows[0]?.isLast ?? false
}
