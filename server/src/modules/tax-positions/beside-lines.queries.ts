import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import '../contracts/index.ts'
import '../proceeds/index.ts'
import '../receivables/index.ts'
import type { Gain } from './gain-estimate.ts'
import type { Reward } from './reward-estimate.ts'

/**
 * The gains of the transfers of a house in the years in which some contracts brought money.
 *
 * A refund is off already where the net income of its receipt was worked out after it.
 */
export async function gainsOfYears(
  tx: Tx,
  institution: string,
  contracts: readonly string[],
  modes: readonly string[],
): Promise<readonly Gain[]> {
  const gains = sql<Omit<Gain, 'fen'> & { readonly fen: string }>`
    select contract.id as contract, contract.number, contract.claim_of_company as is_of_company,
      receipt.received_on,
      (case when receipt.amount_fen > 0 and receipt.net_fen is not null then receipt.net_fen
        else receipt.amount_fen - receipt.others_fen end)::text as fen
    from receipt join contract on contract.institution_id = receipt.institution_id
      and contract.id = receipt.contract_id
    where receipt.institution_id = ${institution} and receipt.amount_fen <> 0
      and contract.kind = 'transfer' and (contract.mode is null or contract.mode = any(${[...modes]}))
      and (receipt.contract_id = any(${[...contracts]}::uuid[])
        or left(receipt.received_on, 4) in (
          select left(own.received_on, 4) from receipt as own
          where own.institution_id = ${institution}
            and own.contract_id = any(${[...contracts]}::uuid[])))
      and not (receipt.amount_fen < 0 and receipt.paid_on is not null and exists (
        select from receipt_refund as link join receipt as given
          on given.institution_id = link.institution_id and given.id = link.receipt_id
        where link.institution_id = receipt.institution_id and link.refund_id = receipt.id
          and given.net_fen is not null
        group by link.receipt_id having sum(link.fen) > 0))`
  const { rows } = await gains.execute(tx)
  return rows.map((row) => ({ ...row, fen: BigInt(row.fen) }))
}

/** Of some contracts, those of which somebody answered or decided something about a relief. */
export async function contractsAnswered(
  tx: Tx,
  institution: string,
  contracts: readonly string[],
  regime: string,
): Promise<readonly string[]> {
  const rows = await tx
    .selectFrom('taxAnswer')
    .select('contractId')
    .distinct()
    .where('institutionId', '=', institution)
    .where('regime', '=', regime)
    .where('contractId', '=', sql<string>`any(${[...contracts]}::uuid[])`)
    .execute()
  return rows.map(({ contractId }) => contractId)
}

/**
 * What those who are rewarded by some contracts have by others of the house in the same years; what is not paid is
 * taken as paid today. People of receipts are known by name: namesakes are called apart there.
 */
export async function rewardsOfYears(
  tx: Tx,
  institution: string,
  contracts: readonly string[],
  today: string,
): Promise<readonly Reward[]> {
  const { rows } = await sql<Reward>`
    with line as (
      select receipt.contract_id, receipt.received_on, receipt.paid_on, part ->> 'name' as name,
        part ->> 'fen' as fen, left(coalesce(receipt.paid_on, ${today}), 4) as year
      from receipt cross join jsonb_array_elements(receipt.split) as part
      where receipt.institution_id = ${institution} and receipt.contract_id is not null
        and receipt.amount_fen > 0 and receipt.split <> '[]' and part ->> 'fen' is not null),
    own as (select distinct name, year from line where contract_id = any(${[...contracts]}::uuid[]))
    select line.contract_id as contract, contract.number, line.name, line.received_on, line.paid_on,
      line.fen, coalesce(claim.value = 'true'::jsonb, false) as is_claimed
    from line join own using (name, year)
    join contract on contract.institution_id = ${institution} and contract.id = line.contract_id
    left join lateral (
      select value from tax_answer where institution_id = contract.institution_id
        and contract_id = contract.id and regime = 'cash_reward' and fact = 'claimed'
      order by seq desc limit 1) as claim on true`.execute(tx)
  return rows
}
