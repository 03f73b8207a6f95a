import type { Act, Entry } from '@yizhuan/procedures'
import { sql } from 'kysely'
import { insertMany } from '../../../platform/bulk.ts'
import type { Tx } from '../../../platform/database.ts'
import type { ChainHead } from '../../../platform/evidence.ts'
import type { Pins } from '../../policies/index.ts'
import '../case.table.ts'

// What one act reads and writes of its case, for many cases at once: the same rows by a statement each.

/** The heads of some cases' chains, held until the transaction ends, in one order for everybody. */
export function lockHeads(tx: Tx, institution: string, cases: readonly string[]) {
  return headsOf(tx, institution, cases, sql`for update`)
}

/** The heads of some cases' chains. */
export async function headsOf(
  tx: Tx,
  institution: string,
  cases: readonly string[],
  hold = sql``,
): Promise<ReadonlyMap<string, ChainHead>> {
  const { rows } = await sql<ChainHead & { readonly id: string }>`
    select substr(chain, 6) as id, seq, hash from chain_head
    where institution_id = ${institution}
      and chain = any(${cases.map((id) => `case/${id}`)}::text[])
    order by chain ${hold}
  `.execute(tx)
  return new Map(rows.map(({ id, seq, hash }) => [id, { seq, hash }]))
}

/**
 * All acts of some cases, each case's in their order, as procedures read them: without what seals them, which
 * only who verifies a record asks for.
 *
 * Each comes as one text: thousands of rows would be sorted beside each other and taken apart one by one.
 */
export async function actsOfMany(
  tx: Tx,
  institution: string,
  cases: readonly string[],
): Promise<ReadonlyMap<string, readonly Act[]>> {
  const { rows } = await sql<{ readonly id: string; readonly acts: readonly Act[] }>`
    select one.id, record.acts from unnest(${[...cases]}::uuid[]) as one (id)
    cross join lateral (
      select json_agg(entry order by seq) as acts from act
      where institution_id = ${institution} and case_id = one.id) as record
    where record.acts is not null
  `.execute(tx)
  return new Map(rows.map(({ id, acts }) => [id, acts]))
}

/** Numbers and achievements of some cases. */
export async function subjectsOf(tx: Tx, institution: string, cases: readonly string[]) {
  const rows = await tx
    .selectFrom('transferCase')
    .select(['id', 'number', 'achievementId'])
    .where('institutionId', '=', institution)
    .where('id', '=', sql<string>`any(${[...cases]}::uuid[])`)
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}

/** By which revisions each of some cases is judged, as was known on a day. */
export async function pinsOfMany(
  tx: Tx,
  institution: string,
  cases: readonly string[],
  on: string,
): Promise<ReadonlyMap<string, Pins>> {
  const { rows } = await sql<{ readonly caseId: string; readonly revisions: Pins }>`
    select distinct on (case_id) case_id, revisions from case_law
    where institution_id = ${institution} and case_id = any(${[...cases]}::uuid[])
      and (seq = 1 or since <= ${on})
    order by case_id, seq desc
  `.execute(tx)
  return new Map(rows.map(({ caseId, revisions }) => [caseId, revisions]))
}

/** Appends an entry to each of some records and moves their chains on. */
export async function insertActs(
  tx: Tx,
  institution: string,
  entries: readonly Entry[],
): Promise<void> {
  await insertMany(
    tx,
    'act',
    entries.map(({ prev, hash, ...entry }) => ({
      institutionId: institution,
      caseId: entry.case,
      seq: entry.seq,
      type: entry.type,
      onDay: entry.on,
      at: entry.at,
      byPerson: entry.by.person,
      entry,
      prev,
      hash,
    })),
  )
  const heads = entries.map(({ case: id, seq, hash }) => ({ chain: `case/${id}`, seq, hash }))
  await sql`
    update chain_head set seq = next.seq, hash = next.hash
    from jsonb_to_recordset(${JSON.stringify(heads)}::jsonb) as next (chain text, seq int, hash text)
    where chain_head.institution_id = ${institution} and chain_head.chain = next.chain
  `.execute(tx)
}

/** The columns of a case's line that an act moves. */
export interface MovedLine {
  readonly id: string
  readonly stage: string
  readonly status: string
  readonly mode: string | null
  readonly pricing: string | null
  readonly counterparty: string | null
  readonly price_fen: string | null
  readonly received_fen: string
  readonly distributed_fen: string
  readonly last_on: string
  readonly seq: number
  readonly pack_id: string
  readonly pack_hash: string
}

/** Brings the lines of some cases up to their last acts. */
export async function moveLines(
  tx: Tx,
  institution: string,
  lines: readonly MovedLine[],
): Promise<void> {
  await sql`
    update transfer_case set
      (stage, status, mode, pricing, counterparty, price_fen, received_fen, distributed_fen,
        last_on, seq, pack_id, pack_hash)
      = (to_.stage, to_.status, to_.mode, to_.pricing, to_.counterparty, to_.price_fen,
        to_.received_fen, to_.distributed_fen, to_.last_on, to_.seq, to_.pack_id, to_.pack_hash)
    from jsonb_populate_recordset(null::transfer_case, ${JSON.stringify(lines)}::jsonb) as to_
    where transfer_case.institution_id = ${institution} and transfer_case.id = to_.id
  `.execute(tx)
}

/** Nothing is next or due any more in some cases, as far as anybody can tell; no timer is set. */
export async function forgetAhead(
  tx: Tx,
  institution: string,
  cases: readonly string[],
  timers: readonly string[],
): Promise<void> {
  const ids = [...cases]
  await sql`delete from case_next where institution_id = ${institution}
    and case_id = any(${ids}::uuid[])`.execute(tx)
  await sql`delete from case_due where institution_id = ${institution}
    and case_id = any(${ids}::uuid[])`.execute(tx)
  await sql`delete from job where institution_id = ${institution}
    and key = any(${[...timers]}::text[])`.execute(tx)
}
