import { InputError } from '@yizhuan/kit'
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database.ts'
import '../case.table.ts'
import './cost.table.ts'
import type { CostFilterWire, CostLineWire, CostPageWire, CostQueryWire } from './cost.wire.ts'

/** A page of the costs of deals, the newest first; its first page also says the sums. */
export async function listCosts(
  tx: Tx,
  institution: string,
  { cursor, limit, ...filter }: CostQueryWire,
): Promise<CostPageWire> {
  let query = lines(tx, institution, filter)
  if (cursor !== undefined) query = query.where(isAfter(cursor))
  const rows = await query.limit(limit + 1).execute()
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  const page = {
    items,
    ...(rows.length > limit &&
      last && { nextCursor: `${last.incurredOn}~${last.caseId}~${last.seq}` }),
  }
  if (cursor !== undefined) return page
  return { ...page, totals: await totalsOf(tx, institution, filter) }
}

/** Everything a filter finds, for an export. */
export function allCosts(
  tx: Tx,
  institution: string,
  filter: CostFilterWire,
): AsyncIterable<CostLineWire> {
  return lines(tx, institution, filter).stream(500)
}

function isAfter(cursor: string) {
  const [, on, id, seq] = /^(\d{4}-\d\d-\d\d)~([0-9a-f-]{36})~(\d{1,9})$/.exec(cursor) ?? []
  if (on === undefined || id === undefined || seq === undefined) {
    throw new InputError('cursor', 'cursor', {
      zh: '翻页标记无效，请从第一页重新打开。',
      en: 'This page marker is not valid; begin again with the first page.',
    })
  }
  return sql<boolean>`(line.incurred_on, line.case_id, line.seq) < (${on}::date, ${id}::uuid, ${Number(seq)}::int)`
}

/** Each cost once, with what was taken of it and taken back; a withdrawal is no line of its own. */
function lines(
  tx: Tx,
  institution: string,
  { case: caseId, kind, state, from, to }: CostFilterWire,
) {
  let query = tx
    .selectFrom(
      sql<CostLineWire>`(
        select cost.case_id, cost.seq, cost.incurred_on, cost.kind, cost.voucher, cost.label,
          cost.amount_fen::text, transfer_case.number as case_number, transfer_case.title as case_title,
          taken.sum::text as deducted_fen, gone.sum::text as withdrawn_fen,
          (cost.amount_fen - taken.sum - gone.sum)::text as left_fen, taken.counts, taken.deductions,
          back.sum::text as reimbursed_fen
        from cost
        join transfer_case on transfer_case.institution_id = cost.institution_id
          and transfer_case.id = cost.case_id
        cross join lateral (
          select coalesce(sum(amount_fen), 0) as sum, bool_or(counts) as counts,
            coalesce(jsonb_agg(jsonb_build_object('seq', seq, 'on', on_day, 'amountFen', amount_fen::text)
              order by seq), '[]') as deductions
          from cost_deduction
          where institution_id = cost.institution_id and case_id = cost.case_id and cost_seq = cost.seq
        ) taken
        cross join lateral (
          select coalesce(-sum(amount_fen), 0) as sum from cost one
          where one.institution_id = cost.institution_id and one.case_id = cost.case_id
            and one.withdraws = cost.seq
        ) gone
        cross join lateral (
          select coalesce(sum(amount_fen), 0) as sum from cost_reimbursement
          where institution_id = cost.institution_id and case_id = cost.case_id and cost_seq = cost.seq
        ) back
        where cost.institution_id = ${institution} and cost.withdraws is null
      )`.as('line'),
    )
    .selectAll()
    .orderBy('line.incurredOn', 'desc')
    .orderBy('line.caseId', 'desc')
    .orderBy('line.seq', 'desc')
  if (caseId !== undefined) query = query.where('line.caseId', '=', caseId)
  if (kind !== undefined) query = query.where('line.kind', '=', kind)
  if (from !== undefined) query = query.where('line.incurredOn', '>=', from)
  if (to !== undefined) query = query.where('line.incurredOn', '<=', to)
  if (state === 'open') query = query.where('line.leftFen', '<>', '0')
  if (state === 'deducted') query = query.where('line.deductedFen', '<>', '0')
  if (state === 'withdrawn') query = query.where('line.withdrawnFen', '<>', '0')
  return query
}

async function totalsOf(tx: Tx, institution: string, filter: CostFilterWire) {
  const sum = (column: string) => sql<string>`coalesce(sum(${sql.ref(column)}::bigint), 0)::text`
  return await tx
    .selectFrom(lines(tx, institution, filter).clearOrderBy().as('found'))
    .select([
      sql<number>`count(*)::int`.as('count'),
      sum('found.amountFen').as('amountFen'),
      sum('found.deductedFen').as('deductedFen'),
      sum('found.leftFen').as('leftFen'),
    ])
    .executeTakeFirstOrThrow()
}
