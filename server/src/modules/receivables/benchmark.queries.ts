import { parseRatio } from '@yizhuan/kit'
import { sql } from 'kysely'
import type { z } from 'zod'
import type { Tx } from '../../platform/database.ts'
import '../contracts/index.ts'
import { benchmarkOf, type Deal } from './benchmark.ts'
import type { BenchmarkQueryWire, BenchmarkWire } from './benchmark.wire.ts'
import './receivables.table.ts'

interface DealRow extends Omit<Deal, 'rate' | 'totalFen' | 'upfrontFen'> {
  readonly totalFen: string | null
  readonly upfrontFen: string | null
  readonly rate: string | null
}

/**
 * What concluded transfers of this house came to. Contracts that never came into force are none, nor is
 * one in a currency of others: its sums are no yuan. Deals over the achievement itself are among those of its
 * kind: the kind asked for with and without an achievement would differ by them alone.
 */
export async function benchmark(
  tx: Tx,
  institution: string,
  { achievement, mode, exclusivity, field, ...asked }: z.output<typeof BenchmarkQueryWire>,
): Promise<BenchmarkWire> {
  const kind = asked.kind ?? (achievement ? await kindOf(tx, institution, achievement) : null)
  const choice = { kind: kind ?? undefined, mode, exclusivity, field }
  return { ...benchmarkOf(await dealsOf(tx, institution), choice), kind }
}

/** The newest deals of a house, whatever is chosen of them: what is told depends on what is left out too. */
async function dealsOf(tx: Tx, institution: string): Promise<readonly Deal[]> {
  const { rows } = await sql<DealRow>`
    select substr(contract.signed_on, 1, 4) as year, contract.mode, contract.exclusivity,
      contract.field,
      contract.amount_fen::text as "totalFen", contract.first_payment_fen::text as "upfrontFen",
      array(
        select distinct achievement.kind from contract_achievement link
        join achievement on achievement.institution_id = ${institution}
          and achievement.id = link.achievement_id
        where link.institution_id = ${institution} and link.contract_id = contract.id) as kinds,
      (select term -> 'royalty' -> 'bands' -> 0 ->> 'rate'
        from (
          select terms from payment_terms said
          where said.institution_id = ${institution} and said.contract_id = contract.id
            and said.kind <> 'ended'
          order by said.version desc limit 1) newest,
          jsonb_array_elements(newest.terms) term
        where jsonb_typeof(term -> 'royalty') = 'object'
          and term -> 'royalty' ->> 'unit' is null limit 1) as rate
    from contract
    where contract.institution_id = ${institution} and contract.kind = 'transfer'
      and contract.signed_on is not null
      and contract.status is distinct from 'not_effective'
      and not exists (
        select from payment_terms said
        where said.institution_id = ${institution} and said.contract_id = contract.id
          and said.currency <> 'CNY')
    order by contract.signed_on desc, contract.id
    limit 1000
  `.execute(tx)
  return rows.map(({ totalFen, upfrontFen, rate, ...row }) => ({
    ...row,
    totalFen: totalFen === null ? null : BigInt(totalFen),
    upfrontFen: upfrontFen === null ? null : BigInt(upfrontFen),
    rate: rate === null ? null : parseRatio(rate, 'rate'),
  }))
}

async function kindOf(tx: Tx, institution: string, id: string): Promise<string | null> {
  const row = await tx
    .selectFrom('achievement')
    .select('kind')
    .where('institutionId', '=', institution)
    .where('id', '=', id)
    .executeTakeFirst()
  return row?.kind ?? null
}
