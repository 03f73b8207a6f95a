import type { PaymentState } from '@yizhuan/money'
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database.ts'
import { batchPayments } from '../awards/batch-payment.queries.ts'
import { referenceOf, type Treatment } from '../payout.ts'

/** What somebody is paid for: what personnel has to know of it differs. */
export const rewardKinds = [
  'transfer',
  'service',
  'proceeds',
  'grant_bonus',
  'staff_award',
] as const
export type RewardKind = (typeof rewardKinds)[number]

/** One payment in money as whoever keeps wages and insurance is told of it. */
export interface PersonnelLine {
  /** None where it was paid by hand, without a batch. */
  readonly batch: string | null
  readonly reference: string
  readonly staffNumber: string | null
  readonly name: string
  readonly unit: string | null
  readonly kind: RewardKind
  readonly caseId: string | null
  readonly caseNumber: string | null
  readonly title: string
  readonly amountFen: string
  readonly withheldFen: string | null
  /** What of it came back. */
  readonly backFen: string
  readonly backOn: string | null
  readonly state: PaymentState
  readonly paidOn: string | null
  readonly payOn: string
  readonly treatment: Treatment
}

const isIn = (day: string, month: string) =>
  sql`${sql.ref(day)} >= ${`${month}-01`}::date
    and ${sql.ref(day)} < ${`${month}-01`}::date + interval '1 month'`

/** The payments of a batch, or those of a month: paid in it, or come back in it after they were paid. */
export async function orderedLines(
  tx: Tx,
  institution: string,
  of: { readonly batch: string } | { readonly month: string },
): Promise<readonly PersonnelLine[]> {
  // Of a month, what was paid of bonuses and awards stands among the payments without a plan.
  const among =
    'batch' in of
      ? sql`one.batch_id = ${of.batch}`
      : sql`one.case_id is not null and one.paid_on is not null
          and (${isIn('one.paid_on', of.month)} or ${isIn('one.returned_on', of.month)})`
  const { rows } = await sql<
    Omit<PersonnelLine, 'reference'> & { readonly batchId: string; readonly number: number }
  >`
    select batch.title as batch, one.batch_id, one.number, person.staff_number, one.name,
      unit.name as unit,
      one.kind, one.case_id, of_case.number as case_number, coalesce(of_case.title, one.called) as title,
      one.amount_fen, one.withheld_fen,
      (case one.state when 'returned' then one.amount_fen else 0 end)::text as back_fen,
      one.returned_on as back_on, one.state, one.paid_on, batch.pay_on, batch.treatment
    from ${batchPayments} as one
    join payout_batch as batch on batch.institution_id = one.institution_id and batch.id = one.batch_id
    left join transfer_case as of_case on of_case.institution_id = one.institution_id
      and of_case.id = one.case_id
    left join person on person.institution_id = one.institution_id and person.id = one.person_id
    left join org_unit as unit on unit.institution_id = one.institution_id and unit.id = person.unit_id
    where one.institution_id = ${institution} and one.state <> 'dropped' and one.way <> 'equity'
      and ${among}
    order by batch.pay_on, one.batch_id, one.number
  `.execute(tx)
  return rows.map(({ batchId, number, ...row }) => ({
    ...row,
    reference: referenceOf(batchId, number),
  }))
}

/** What was paid by hand in a month, or came back in it; what its act says of wages goes with it. */
export async function handLines(
  tx: Tx,
  institution: string,
  month: string,
): Promise<readonly PersonnelLine[]> {
  const { rows } = await sql<PersonnelLine>`
    select null as batch, one.proof as reference, person.staff_number, one.name, unit.name as unit,
      case when one.source in ('grant_bonus', 'staff_award') then one.source
        when of_case.procedure = 'equity_holding' then 'proceeds'
        when of_case.procedure = 'service_contract' then 'service' else 'transfer' end as kind,
      one.case_id, of_case.number as case_number, one.title, one.amount_fen, one.withheld_fen,
      one.back_fen, back.on_day as back_on,
      case when one.back_fen = one.amount_fen then 'returned' else 'paid' end as state,
      one.paid_on, one.paid_on as pay_on,
      coalesce(act.entry -> 'data', '{}'::jsonb) as treatment
    from hand_payment as one
    left join transfer_case as of_case on of_case.institution_id = one.institution_id
      and of_case.id = one.case_id
    left join act on act.institution_id = one.institution_id and act.case_id = one.case_id
      and act.seq = one.seq
    left join person on person.institution_id = one.institution_id and person.id = one.person_id
    left join org_unit as unit on unit.institution_id = one.institution_id and unit.id = person.unit_id
    left join lateral (select max(hand_payment_return.on_day) as on_day from hand_payment_return
      where hand_payment_return.institution_id = one.institution_id
        and hand_payment_return.payment_id = one.id) as back on true
    where one.institution_id = ${institution}
      and (${isIn('one.paid_on', month)} or exists (select from hand_payment_return as part
        where part.institution_id = one.institution_id and part.payment_id = one.id
          and ${isIn('part.on_day', month)}))
    order by one.paid_on, one.title, one.line, one.id
  `.execute(tx)
  return rows
}
