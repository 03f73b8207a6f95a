import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import { headOf } from '../../platform/evidence.ts'
import { isAfter, pageOf } from '../../platform/keyset.ts'
import { chainOf } from '../../platform/register.ts'
import { batchPayments } from './awards/batch-payment.queries.ts'
import { batchRegister } from './payout.table.ts'
import { referenceOf } from './payout.ts'
import type {
  CasePaymentsWire,
  PaymentsQueryWire,
  PaymentsWire,
  PaymentWire,
  PayoutFilterWire,
  PayoutPageWire,
  PayoutQueryWire,
} from './payout.wire.ts'

/** A page of batches, newest first. */
export async function listBatches(
  tx: Tx,
  institution: string,
  { cursor, limit, ...filter }: PayoutQueryWire,
): Promise<PayoutPageWire> {
  let query = lines(tx, institution, filter)
  if (cursor !== undefined) query = query.where(isAfter('payoutBatch', cursor))
  const rows = await query.limit(limit + 1).execute()
  return pageOf(rows, limit, ({ datedOn: _place, ...line }) => line)
}

/** Every batch a filter finds, for an export. */
export function allBatches(tx: Tx, institution: string, filter: PayoutFilterWire) {
  return lines(tx, institution, filter).stream(500)
}

export function lines(tx: Tx, institution: string, { state }: PayoutFilterWire) {
  let query = tx
    .selectFrom('payoutBatch')
    .innerJoinLateral(
      () =>
        sql<{ paid: number; returned: number; totalFen: string; taxUnknown: number }>`(
          select (count(*) filter (where state = 'paid'))::int as paid,
            (count(*) filter (where state = 'returned'))::int as returned,
            coalesce(sum(amount_fen), 0)::text as total_fen,
            (count(*) filter (where withheld_fen is null and way <> 'equity'
              and state <> 'dropped'))::int as tax_unknown
          from ${batchPayments} as one
          where one.institution_id = ${institution} and one.batch_id = payout_batch.id)`.as<'sums'>(
          sql.ref('sums'),
        ),
      (join) => join.onTrue(),
    )
    .select(['id', 'title', 'way', 'payOn', 'state', 'orders', 'sums.paid', 'sums.returned'])
    .select([
      'sums.totalFen',
      'sums.taxUnknown',
      'madeName',
      'madeOn',
      'decidedName',
      'decidedOn',
      'datedOn',
    ])
    .where('payoutBatch.institutionId', '=', institution)
  if (state !== undefined) query = query.where('payoutBatch.state', '=', state)
  return query.orderBy('payoutBatch.datedOn', 'desc').orderBy('payoutBatch.id', 'desc')
}

/** What stands in the row of a batch. */
export async function batchRow(tx: Tx, institution: string, id: string) {
  const row = await tx
    .selectFrom('payoutBatch')
    .select(['id', 'title', 'way', 'payOn', 'state', 'chosen', 'gathered', 'orders', 'treatment'])
    .select(['madeBy', 'madeName', 'madeOn', 'decidedName', 'decidedOn', 'remark'])
    .where('institutionId', '=', institution)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) return undefined
  const { seq } = await headOf(tx, { institution, name: chainOf(batchRegister, id) })
  return { ...row, seq }
}

/** How the payments and plans of a batch stand. */
export async function batchSums(tx: Tx, institution: string, id: string) {
  const { rows } = await sql<{
    ordered: number
    sent: number
    paid: number
    returned: number
    lacking: number
    totalFen: string
    withheldFen: string | null
    taxUnknown: number
    withheldWhole: number
    taxLate: number
    paidFen: string
    returnedFen: string
    plans: number
    plansSettled: number
  }>`
    select count(*) filter (where one.state = 'ordered')::int as ordered,
      count(*) filter (where one.state = 'sent')::int as sent,
      count(*) filter (where one.state = 'paid')::int as paid,
      count(*) filter (where one.state = 'returned')::int as returned,
      count(*) filter (where ${lacksAccount})::int as lacking,
      coalesce(sum(one.amount_fen), 0)::text as total_fen,
      (sum(one.withheld_fen) filter (where one.state <> 'dropped'))::text as withheld_fen,
      count(*) filter (where one.withheld_fen is null and one.way <> 'equity'
        and one.state <> 'dropped')::int as tax_unknown,
      count(*) filter (where one.withheld_fen = one.amount_fen
        and one.state <> 'dropped')::int as withheld_whole,
      -- Of bonuses and awards it is said where payments without a plan stand.
      count(*) filter (where (one.withheld_fen is null or one.taxed_late) and one.way <> 'equity'
        and one.case_id is not null and one.state = 'paid')::int as tax_late,
      coalesce(sum(one.amount_fen) filter (where one.state = 'paid'), 0)::text as paid_fen,
      coalesce(sum(one.amount_fen) filter (where one.state = 'returned'), 0)::text as returned_fen,
      count(distinct one.plan_id)::int as plans,
      count(distinct one.plan_id) filter (where plan.state = 'settled')::int as plans_settled
    from ${batchPayments} as one
    left join payout_plan as plan on plan.institution_id = one.institution_id and plan.id = one.plan_id
    left join person on person.institution_id = one.institution_id and person.id = one.person_id
    where one.institution_id = ${institution} and one.batch_id = ${id}
  `.execute(tx)
  const [sums] = rows
  if (!sums) throw new TypeError('A count answers one row.')
  return sums
}

/** A payment that goes nowhere: by the bank without an account, or to a project that nobody named. */
const lacksAccount = sql`one.state = 'ordered'
  and one.withheld_fen is distinct from one.amount_fen
  and (one.way = 'bank' and person.bank_account_sealed is null
    or one.way = 'project' and one.project_number is null)`

export function filesOf(tx: Tx, institution: string, id: string) {
  return tx
    .selectFrom('payoutFile')
    .select(['number', 'digest', 'orders', 'totalFen', 'madeAt', 'madeName'])
    .where('institutionId', '=', institution)
    .where('batchId', '=', id)
    .orderBy('number')
    .execute()
}

export function proofsOf(tx: Tx, institution: string, id: string) {
  return tx
    .selectFrom('payoutProof')
    .select(['id', 'document', 'file', 'lines', 'paidFen', 'withheldFen'])
    .select(['returnedFen', 'cases', 'done', 'takenAt', 'takenName'])
    .where('institutionId', '=', institution)
    .where('batchId', '=', id)
    .orderBy('takenAt')
    .execute()
}

/** The first cases of a batch that could not be paid, and why; then its plans whose case takes no act. */
export async function stuckOf(tx: Tx, institution: string, id: string) {
  const leftOut = await tx
    .selectFrom('payoutLeftOut')
    .innerJoin('transferCase', (join) =>
      join
        .onRef('transferCase.institutionId', '=', 'payoutLeftOut.institutionId')
        .onRef('transferCase.id', '=', 'payoutLeftOut.caseId'),
    )
    .select(['payoutLeftOut.caseId', 'number', 'title', 'problem'])
    .where('payoutLeftOut.institutionId', '=', institution)
    .where('payoutLeftOut.batchId', '=', id)
    .orderBy('number')
    .limit(100)
    .execute()
  const waiting = await tx
    .selectFrom('payoutPlan')
    .innerJoin('transferCase', (join) =>
      join
        .onRef('transferCase.institutionId', '=', 'payoutPlan.institutionId')
        .onRef('transferCase.id', '=', 'payoutPlan.caseId'),
    )
    .select(['payoutPlan.id as plan', 'payoutPlan.caseId', 'number', 'title', 'problem'])
    .where('payoutPlan.institutionId', '=', institution)
    .where('payoutPlan.batchId', '=', id)
    .where('payoutPlan.state', '=', 'waiting')
    .orderBy('number')
    .limit(100)
    .execute()
  return { leftOut: leftOut.map((one) => ({ ...one, plan: null })), waiting }
}

const paymentColumns = sql`one.batch_id, one.number, one.case_id, one.record_id,
  one.called as case_number, one.kind, one.plan_seq, one.line, one.attempt, one.person_id as person, one.name, one.way,
  one.project_number, one.project_account, one.amount_fen,
  one.withheld_fen, (one.amount_fen - coalesce(one.withheld_fen, 0))::text as net_fen, one.state, ${lacksAccount} as lacks_account, one.bank_name, one.account_masked, one.sent_on,
  one.paid_on, one.returned_on, one.returned_reason`
const paymentTables = sql`${batchPayments} as one
  left join person on person.institution_id = one.institution_id and person.id = one.person_id`

type PaymentRow = Omit<PaymentWire, 'reference'> & {
  readonly batchId: string
  readonly number: number
}

const shown = ({ batchId, number, ...row }: PaymentRow): PaymentWire => ({
  reference: referenceOf(batchId, number),
  ...row,
})

/** The payments of a batch in their order. */
export async function paymentsOf(
  tx: Tx,
  institution: string,
  id: string,
  { state, lacking, after, limit }: PaymentsQueryWire,
): Promise<PaymentsWire> {
  const inState = state === undefined ? sql`true` : sql`one.state = ${state}`
  const without = lacking ? lacksAccount : sql`true`
  const { rows } = await sql<PaymentRow>`
    select ${paymentColumns} from ${paymentTables}
    where one.institution_id = ${institution} and one.batch_id = ${id} and one.number > ${after}
      and ${inState} and ${without}
    order by one.number limit ${limit + 1}
  `.execute(tx)
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return {
    items: items.map(shown),
    ...(rows.length > limit && last && { nextAfter: last.number }),
  }
}

/** The plans of a case that were ordered, each with its payments, attempt by attempt. */
export async function paymentsOfCase(
  tx: Tx,
  institution: string,
  id: string,
): Promise<CasePaymentsWire> {
  const plans = await tx
    .selectFrom('payoutPlan')
    .innerJoin('payoutBatch', (join) =>
      join
        .onRef('payoutBatch.institutionId', '=', 'payoutPlan.institutionId')
        .onRef('payoutBatch.id', '=', 'payoutPlan.batchId'),
    )
    .select(['payoutPlan.id', 'planSeq', 'actSeq', 'payoutPlan.state', 'totalFen', 'takenInFen'])
    .select(['payoutBatch.id as batchId', 'payoutBatch.title as batchTitle'])
    .where('payoutPlan.institutionId', '=', institution)
    .where('payoutPlan.caseId', '=', id)
    .where('payoutPlan.state', '!=', 'dropped')
    .orderBy('planSeq')
    .execute()
  const { rows } = await sql<PaymentRow & { readonly planId: string }>`
    select one.plan_id, ${paymentColumns} from ${paymentTables}
    where one.institution_id = ${institution} and one.case_id = ${id}
    order by one.plan_seq, one.line, one.attempt
  `.execute(tx)
  return {
    plans: plans.map(({ batchId, batchTitle, ...plan }) => ({
      ...plan,
      batch: { id: batchId, title: batchTitle },
      payments: rows
        .filter(({ planId }) => planId === plan.id)
        .map(({ planId: _of, ...row }) => shown(row)),
    })),
  }
}
