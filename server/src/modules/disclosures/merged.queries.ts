import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import '../assets/index.ts'
import type { Hanging } from './merge.ts'
import type { Publication } from './novelty.ts'

/** A record that was merged into another, also by way of others that were merged later. */
interface Merged {
  /** The one that was asked for, or that is merged into none. */
  readonly keptId: string
  readonly id: string
  readonly number: string
  readonly title: string
  readonly disclosedOn: string | null
  readonly publications: readonly Publication[]
}

/** The records that were merged into some, or into any that stands; by number. */
export async function mergedUnder(
  tx: Tx,
  institution: string,
  into?: readonly string[],
): Promise<readonly Merged[]> {
  const first =
    into === undefined
      ? sql`not exists (select from achievement kept where kept.institution_id = ${institution}
          and kept.id = one.merged_into and kept.merged_into is not null)`
      : sql`one.merged_into = any(${[...into]}::uuid[])`
  const { rows } = await sql<Merged>`
    with recursive beneath (id, kept_id) as (
      select one.id, one.merged_into from achievement one
      where one.institution_id = ${institution} and one.merged_into is not null and ${first}
      union
      select one.id, beneath.kept_id from beneath join achievement one
        on one.institution_id = ${institution} and one.merged_into = beneath.id
    )
    select beneath.kept_id as "keptId", one.id, one.number, one.title,
      one.disclosed_on as "disclosedOn", one.publications
    from beneath join achievement one on one.institution_id = ${institution} and one.id = beneath.id
    order by one.number`.execute(tx)
  return rows
}

/** What other registers hold of a record; a transfer that was given up holds nothing. */
export async function hangingOn(tx: Tx, institution: string, id: string): Promise<Hanging> {
  const { rows } = await sql<Hanging>`
    select
      array(select number from transfer_case where institution_id = ${institution}
        and achievement_id = ${id} and status <> 'ended' order by number) as cases,
      array(select coalesce(contract.number, contract.title) from contract
        join contract_achievement link on link.institution_id = contract.institution_id
          and link.contract_id = contract.id
        where contract.institution_id = ${institution} and link.achievement_id = ${id}
        order by 1) as contracts,
      array(select coalesce(number, title) from ip_right where institution_id = ${institution}
        and achievement_id = ${id} order by 1) as rights,
      coalesce((select sum(amount_fen) from asset_cost where institution_id = ${institution}
          and achievement_id = ${id}), 0) <> 0
        or exists (select from asset_booking where institution_id = ${institution}
          and achievement_id = ${id} and outcome = 'accepted'
          group by step, treatment having sum(amount_fen) <> 0) as "hasMoney"`.execute(tx)
  return rows[0] ?? { cases: [], contracts: [], rights: [], hasMoney: false }
}
