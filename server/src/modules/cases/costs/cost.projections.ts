// What a case says of its costs, as the register of costs reads it: each with its voucher, and how much of it
// which payout deducted. Nothing of it is changed; what is taken back stands below zero.
import { type ActData, type CaseState, leftOf, type serviceActs } from '@yizhuan/procedures'
import { sql } from 'kysely'
import type { z } from 'zod'
import { insertMany } from '../../../platform/bulk.ts'
import type { Tx } from '../../../platform/database.ts'
import { type After, type Entry, transferIn } from '../procedure.ts'

/** Writes what an act says about the costs of a deal. */
export async function projectCosts(
  tx: Tx,
  institution: string,
  entry: Entry,
  after: After,
): Promise<void> {
  const transfer = transferIn(after)
  if (!transfer) return
  switch (entry.type) {
    case 'costRecorded':
      await recordCost(tx, institution, entry)
      return
    case 'costWithdrawn':
      await withdrawCost(tx, institution, entry)
      return
    case 'costReimbursed':
      await recordReimbursement(tx, institution, entry, transfer)
      return
    case 'reimbursementTakenBack':
      await takeBackReimbursement(tx, institution, entry)
      return
    case 'paid':
      await insertMany(tx, 'costDeduction', deductionsOf(institution, entry, after))
      return
    case 'distributionReversed':
      await giveBack(tx, institution, entry, transfer)
      return
    default:
      return
  }
}

async function recordCost(tx: Tx, institution: string, entry: Entry): Promise<void> {
  const { kind, amount, voucher, voucherAmount, remark } = entry.data as ActData<'costRecorded'>
  const key = { institutionId: institution, caseId: entry.case, seq: entry.seq }
  await tx
    .insertInto('cost')
    .values({
      ...{ ...key, incurredOn: entry.on, kind, amountFen: amount, voucher },
      ...{ label: remark ?? null, voucherFen: voucherAmount ?? null },
    })
    .execute()
}

/** The vouchers of the costs that a statement of commissioned work deducts. */
export async function projectStatement(
  tx: Tx,
  institutionId: string,
  { case: caseId, seq, data }: Entry,
): Promise<void> {
  const { statement, costVouchers = [] } = data as Statement
  const rows = costVouchers.map(({ voucher, amount, voucherAmount = null }, at) => ({
    ...{ institutionId, caseId, seq, line: at + 1, statement, voucher },
    ...{ amountFen: amount, voucherFen: voucherAmount },
  }))
  await insertMany(
    tx,
    'statementCost',
    rows.filter(({ amountFen }) => BigInt(amountFen) > 0n),
  )
}

type Statement = z.infer<(typeof serviceActs)['netSettled']>

async function withdrawCost(tx: Tx, institution: string, { case: caseId, seq, on, data }: Entry) {
  const [kind, voucher, amount] = ['kind', 'cost', 'amount'].map((name) => `${data[name]}`)
  await sql`
    insert into cost (institution_id, case_id, seq, incurred_on, kind, amount_fen, voucher, label, withdraws)
    select ${institution}, ${caseId}, ${seq}, ${on}::date, ${kind}, ${`-${amount}`}::bigint, ${voucher},
      ${`${data['reason']}`}, max(cost.seq)
    from cost
    where cost.institution_id = ${institution} and cost.case_id = ${caseId} and cost.kind = ${kind}
      and cost.voucher = ${voucher} and cost.amount_fen = ${amount}::bigint
      and not exists (
        select from cost gone
        where gone.institution_id = ${institution} and gone.case_id = ${caseId}
          and gone.withdraws = cost.seq
      )`.execute(tx)
}

async function recordReimbursement(
  tx: Tx,
  institutionId: string,
  { case: caseId, seq, on: onDay, data }: Entry,
  { receipts }: CaseState,
): Promise<void> {
  const costSeq = receipts.findLast((one) => one.seq === seq)?.reimburses?.seq
  if (costSeq === undefined) throw new TypeError('What came back was found before it was recorded.')
  const [amountFen, voucher, reason] = ['amount', 'voucher', 'reason'].map(
    (name) => `${data[name]}`,
  ) as [string, string, string]
  await tx
    .insertInto('costReimbursement')
    .values({ institutionId, caseId, costSeq, seq, onDay, amountFen, voucher, reason })
    .execute()
}

async function takeBackReimbursement(
  tx: Tx,
  institution: string,
  { case: caseId, seq, on, data }: Entry,
): Promise<void> {
  // The last that bears the voucher is the one that waits: none is recorded while another stands.
  await sql`
    insert into cost_reimbursement
      (institution_id, case_id, cost_seq, seq, on_day, amount_fen, voucher, reason)
    select institution_id, case_id, cost_seq, ${seq}, ${on}::date, -amount_fen, voucher,
      ${`${data['reason']}`}
    from cost_reimbursement
    where institution_id = ${institution} and case_id = ${caseId}
      and voucher = ${`${data['reimbursement']}`} and amount_fen > 0
    order by seq desc limit 1`.execute(tx)
}

/** The kinds of cost that the law deducts in the payout that is looked at. */
function deductedKinds({ assessment }: After): ReadonlySet<string> {
  const lines = assessment.money?.lines ?? []
  return new Set(lines.filter(({ effect }) => effect === 'subtracts').map(({ id }) => id))
}

/** What a payout takes of costs, as the register of costs keeps it; nothing for any other procedure. */
export function deductionsOf(
  institutionId: string,
  { case: caseId, seq, on: onDay }: Entry,
  after: After,
) {
  const { costs, distributions } = transferIn(after) ?? { costs: [], distributions: [] }
  const counted = deductedKinds(after)
  const last = distributions.length - 1
  return costs
    .filter((cost) => cost.distribution === last && leftOf(cost) > 0n)
    .map((cost) => ({
      ...{ institutionId, caseId, costSeq: cost.seq, seq, onDay },
      ...{ amountFen: `${leftOf(cost)}`, counts: counted.has(cost.data.kind) },
    }))
}

/** What a payout took of costs waits again once it is reversed. */
async function giveBack(
  tx: Tx,
  institution: string,
  { case: caseId, seq, on }: Entry,
  { reversed }: CaseState,
): Promise<void> {
  const paid = reversed?.at(-1)?.payment.seq
  if (paid === undefined) return
  await sql`
    insert into cost_deduction (institution_id, case_id, cost_seq, seq, on_day, amount_fen, counts)
    select institution_id, case_id, cost_seq, ${seq}, ${on}::date, -amount_fen, counts
    from cost_deduction
    where institution_id = ${institution} and case_id = ${caseId} and seq = ${paid}`.execute(tx)
}
