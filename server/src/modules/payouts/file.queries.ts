import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import { sendAwards } from './awards/award-order.queries.ts'
import { batchPayments } from './awards/batch-payment.queries.ts'
import { type PaymentKind, referenceOf } from './payout.ts'

/** A payment as it goes into a file, its account still sealed. */
export interface PayLine {
  readonly reference: string
  readonly personId: string | null
  readonly name: string
  readonly way: string
  /** The project whose account it goes to. */
  readonly projectNumber: string | null
  readonly projectAccount: string | null
  readonly bankName: string | null
  readonly accountSealed: string | null
  readonly amountFen: string
  /** What of it is withheld, as was known when the file was made. */
  readonly withheldFen: string | null
  /** What its case, bonus or award is called, and which of them it is. */
  readonly caseNumber: string
  readonly kind: PaymentKind
}

/** The cases of which a batch has something to send. */
export async function casesToSend(
  tx: Tx,
  institution: string,
  batch: string,
): Promise<readonly string[]> {
  const { rows } = await sql<{ readonly caseId: string }>`
    select distinct case_id from payment_order where institution_id = ${institution}
      and batch_id = ${batch} and state = 'ordered' and told is null
  `.execute(tx)
  return rows.map(({ caseId }) => caseId)
}

/**
 * Plans of which a batch has something to send, and whose cases got another act since they were ordered, or are
 * to be looked at for another reason.
 */
export async function changedPlans(
  tx: Tx,
  institution: string,
  batch: string,
  among: readonly string[],
) {
  const { rows } = await sql<{
    readonly caseId: string
    readonly number: string
    readonly title: string
    readonly orderedAt: number
    readonly lines: readonly { readonly name: string; readonly amount: string }[]
  }>`
    select plan.case_id, one.number, one.title, plan.ordered_at, plan.lines
    from payout_plan as plan
    join transfer_case as one on one.institution_id = plan.institution_id and one.id = plan.case_id
    where plan.institution_id = ${institution} and plan.state in ('ordered', 'waiting')
      and (one.seq <> plan.ordered_at or one.id = any(${[...among]}::uuid[])) and plan.id in (
        select plan_id from payment_order where institution_id = ${institution}
          and batch_id = ${batch} and state = 'ordered' and told is null)
  `.execute(tx)
  return rows
}

/**
 * Marks what can be sent of a batch: by the bank who has an account, with the salary everybody, and to
 * a project what names it. Each payment keeps the account it goes to, sealed as it is; shares are in no file, and
 * neither is what was said to be paid in person, nor what is withheld whole: of that the bank pays nothing.
 * Some cases are left out: they wait for another file.
 */
export async function sendOrders(
  tx: Tx,
  institution: string,
  batch: string,
  { today, without }: { readonly today: string; readonly without: readonly string[] },
) {
  const { rows } = await sql<{ number: number; orders: number; totalFen: string }>`
    with next as (
      select coalesce(max(number), 0) + 1 as number from payout_file
      where institution_id = ${institution} and batch_id = ${batch}),
    sent as (
      update payment_order as one set state = 'sent', sent_on = ${today}::date,
        file_number = next.number, filed_withheld_fen = one.withheld_fen, bank_name = payee.bank_name,
        account_masked = payee.bank_account_masked, account_sealed = payee.bank_account_sealed
      from next, (
        select known.line, known.case_id, known.plan_seq, known.attempt, person.bank_name,
          person.bank_account_masked, person.bank_account_sealed
        from payment_order as known
        left join person on person.institution_id = known.institution_id
          and person.id = known.person_id and known.way = 'bank'
        where known.institution_id = ${institution} and known.batch_id = ${batch}
          and known.state = 'ordered' and known.told is null and known.way <> 'equity'
          and known.case_id <> all (${[...without]}::uuid[])
          and known.withheld_fen is distinct from known.amount_fen
          and (known.way <> 'bank' or person.bank_account_sealed is not null)
          and (known.way <> 'project' or known.project_number is not null)) as payee
      where one.institution_id = ${institution} and one.case_id = payee.case_id
        and one.plan_seq = payee.plan_seq and one.line = payee.line
        and one.attempt = payee.attempt
      returning one.amount_fen - coalesce(one.withheld_fen, 0) as net_fen)
    select (select number from next) as number, count(*)::int as orders,
      coalesce(sum(net_fen), 0)::text as total_fen
    from sent
  `.execute(tx)
  const sent = rows[0] ?? { number: 0, orders: 0, totalFen: '0' }
  const awards = await sendAwards(tx, institution, batch, { today, number: sent.number })
  const totalFen = `${BigInt(sent.totalFen) + BigInt(awards.totalFen)}`
  return { number: sent.number, orders: sent.orders + awards.orders, totalFen }
}

/** The payments of a batch that could be sent and leave nobody anything to be paid: all of each is withheld. */
export async function withheldWhole(
  tx: Tx,
  institution: string,
  batch: string,
  without: readonly string[],
): Promise<readonly { readonly number: number; readonly amountFen: string }[]> {
  const { rows } = await sql<{ number: number; amountFen: string }>`
    select number, amount_fen from ${batchPayments} as one where institution_id = ${institution}
      and batch_id = ${batch} and state = 'ordered' and told is null and way <> 'equity'
      and withheld_fen = amount_fen and record_id <> all (${[...without]}::uuid[])
    order by number
  `.execute(tx)
  return rows
}

/** The payments of a file in its order. */
export async function fileLines(
  tx: Tx,
  institution: string,
  batch: string,
  number: number,
): Promise<readonly PayLine[]> {
  const { rows } = await sql<Omit<PayLine, 'reference'> & { readonly number: number }>`
    select one.number, one.person_id, one.name, one.way, one.bank_name, one.account_sealed,
      one.project_number, one.project_account,
      one.amount_fen, one.filed_withheld_fen as withheld_fen, one.called as case_number, one.kind
    from ${batchPayments} as one
    where one.institution_id = ${institution} and one.batch_id = ${batch}
      and one.file_number = ${number}
    -- Grouped by way: each goes to another desk.
    order by one.way, one.number
  `.execute(tx)
  return rows.map(({ number: place, ...line }) => ({
    reference: referenceOf(batch, place),
    ...line,
  }))
}
