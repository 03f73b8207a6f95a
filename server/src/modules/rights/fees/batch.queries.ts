import { type Day, yearOf } from '@yizhuan/kit'
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database.ts'
import { headOf, lockKnownChain } from '../../../platform/evidence.ts'
import { isAfter, pageOf } from '../../../platform/keyset.ts'
import { chainOf } from '../../../platform/register.ts'
import '../right.table.ts'
import { batchRegister } from './batch.table.ts'
import type { BatchFilterWire, BatchPageWire, BatchQueryWire, BatchWire } from './batch.wire.ts'
import { budgetsOfYears } from './budget.queries.ts'
import { excessOf } from './budget.ts'

/** A page of batches, newest first. */
export async function listBatches(
  tx: Tx,
  institution: string,
  { cursor, limit, ...filter }: BatchQueryWire,
): Promise<BatchPageWire> {
  let query = lines(tx, institution, filter)
  if (cursor !== undefined) query = query.where(isAfter('feeBatch', cursor))
  const rows = await query.limit(limit + 1).execute()
  return pageOf(rows, limit, ({ datedOn: _place, ...line }) => line)
}

/** Every batch a filter finds, for an export. */
export function allBatches(tx: Tx, institution: string, filter: BatchFilterWire) {
  return lines(tx, institution, filter).stream(500)
}

function lines(tx: Tx, institution: string, { state }: BatchFilterWire) {
  let query = tx
    .selectFrom('feeBatch')
    .innerJoinLateral(
      (from) =>
        from
          .selectFrom('feeBatchLine')
          .select([
            sql<number>`count(*)::int`.as('fees'),
            sql<number>`(count(*) filter (where state = 'paid'))::int`.as('paid'),
            sql<string>`coalesce(sum(fee_fen + surcharge_fen), 0)::text`.as('totalFen'),
          ])
          .where('feeBatchLine.institutionId', '=', institution)
          .whereRef('feeBatchLine.batchId', '=', 'feeBatch.id')
          .as('sums'),
      (join) => join.onTrue(),
    )
    .select([
      'feeBatch.id',
      'feeBatch.title',
      'feeBatch.budget',
      'feeBatch.budgetFen',
      'feeBatch.payOn',
      'feeBatch.state',
      'feeBatch.madeName',
      'feeBatch.madeOn',
      'feeBatch.decidedName',
      'feeBatch.decidedOn',
      'sums.fees',
      'sums.paid',
      'sums.totalFen',
      'feeBatch.datedOn',
    ])
    .where('feeBatch.institutionId', '=', institution)
  if (state !== undefined) query = query.where('feeBatch.state', '=', state)
  return query.orderBy('feeBatch.datedOn', 'desc').orderBy('feeBatch.id', 'desc')
}

/** One batch with its fees. */
export async function batchOf(
  tx: Tx,
  institution: string,
  id: string,
): Promise<BatchWire | undefined> {
  const batch = await tx
    .selectFrom('feeBatch')
    .select(['id', 'title', 'budget', 'payOn', 'reading', 'state', 'madeBy', 'madeName', 'madeOn'])
    .select(['decidedName', 'decidedOn', 'remark', 'budgetFen', 'overReason'])
    .where('institutionId', '=', institution)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!batch) return undefined
  const fees = await tx
    .selectFrom('feeBatchLine')
    .innerJoin('ipRight', (join) =>
      join
        .onRef('ipRight.institutionId', '=', 'feeBatchLine.institutionId')
        .onRef('ipRight.id', '=', 'feeBatchLine.rightId'),
    )
    .select(['ipRight.id as right', 'ipRight.number', 'ipRight.title', 'ipRight.kind'])
    .select(['feeBatchLine.year', 'feeBatchLine.feeFen', 'feeBatchLine.surchargeFen'])
    .select(['feeBatchLine.clock', 'feeBatchLine.feeTitle'])
    .select(['feeBatchLine.state', 'feeBatchLine.paidOn', 'feeBatchLine.paidFen', 'receipt'])
    .select(
      sql<{ sha256: string; name: string; size: number }[]>`coalesce((
        select jsonb_agg(jsonb_build_object('sha256', sha256, 'name', name, 'size', size) order by id)
        from right_file where institution_id = ${institution}
          and right_id = fee_batch_line.right_id and event_id = fee_batch_line.event_id
          and withdrawn_on is null), '[]')`.as('files'),
    )
    .where('feeBatchLine.institutionId', '=', institution)
    .where('ipRight.institutionId', '=', institution)
    .where('feeBatchLine.batchId', '=', id)
    .orderBy('ipRight.number')
    .orderBy('feeBatchLine.year')
    .orderBy('feeBatchLine.clock')
    .execute()
  const { seq } = await headOf(tx, { institution, name: chainOf(batchRegister, id) })
  const total = fees.reduce((sum, one) => sum + BigInt(one.feeFen) + BigInt(one.surchargeFen), 0n)
  const [year = { year: 0, budgetFen: null, committedFen: '0' }] = await budgetsOfYears(
    tx,
    institution,
    { from: yearOf(batch.payOn as Day), years: 1, besides: id },
  )
  const inFen = (amount: string | null) => (amount === null ? null : BigInt(amount))
  const { batchFen, yearFen } = excessOf({
    totalFen: total,
    budgetFen: inFen(batch.budgetFen),
    year: { budgetFen: inFen(year.budgetFen), committedFen: BigInt(year.committedFen) },
  })
  const told = (amount: bigint | null) => (amount === null ? null : `${amount}`)
  const over = { batchFen: told(batchFen), yearFen: told(yearFen) }
  return { ...batch, seq, totalFen: `${total}`, year, over, lines: fees }
}

/** The same, held until the transaction ends: two who approve or pay at once do so one after the other. */
export async function lockedBatch(tx: Tx, institution: string, id: string) {
  await lockKnownChain(tx, { institution, name: chainOf(batchRegister, id) })
  return batchOf(tx, institution, id)
}

/** The annual fees of some rights that wait in approved batches, and those that batches paid. */
export function batchedFees(tx: Tx, institution: string, rights: readonly string[]) {
  return tx
    .selectFrom('feeBatchLine')
    .innerJoin('feeBatch', (join) =>
      join
        .onRef('feeBatch.institutionId', '=', 'feeBatchLine.institutionId')
        .onRef('feeBatch.id', '=', 'feeBatchLine.batchId'),
    )
    .select(['feeBatchLine.rightId as right', 'feeBatch.id as batch', 'feeBatchLine.year'])
    .select(sql<'open' | 'paid'>`fee_batch_line.state`.as('state'))
    .select(sql<string>`(fee_fen + surcharge_fen)::text`.as('fen'))
    .select('feeBatchLine.receipt')
    .where('feeBatchLine.institutionId', '=', institution)
    .where('feeBatch.institutionId', '=', institution)
    .where('feeBatchLine.rightId', '=', sql<string>`any(${[...rights]}::uuid[])`)
    .where('feeBatchLine.clock', '=', '')
    .where((where) =>
      where.or([
        where('feeBatchLine.state', '=', 'paid'),
        where.and([
          where('feeBatchLine.state', '=', 'open'),
          where('feeBatch.state', '=', 'approved'),
        ]),
      ]),
    )
    .execute()
}
