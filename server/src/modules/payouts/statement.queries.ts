import type { PaymentState } from '@yizhuan/money'
import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import './payout.table.ts'

/** The cases in whose plans a person of the register stands, or in the team of whose work, the newest first. */
export async function casesWithPlanFor(
  tx: Tx,
  institution: string,
  person: string,
): Promise<readonly string[]> {
  const named = JSON.stringify([{ person }])
  // The first condition is that of the index: all other acts of the house stay unread.
  const { rows } = await sql<{ readonly id: string }>`
    select case_id as id, max(on_day) as last from act
    where institution_id = ${institution}
      and type in ('planDrafted', 'serviceOpened', 'rewardPlanned')
      and (entry -> 'data' -> 'lines' @> ${named}::jsonb
        or entry -> 'data' -> 'team' @> ${named}::jsonb)
    group by case_id order by last desc, case_id
  `.execute(tx)
  return rows.map(({ id }) => id)
}

/** A payment to a person, as their statement tells of it. */
export interface OwnPayment {
  readonly caseId: string
  readonly caseNumber: string
  readonly title: string
  readonly planSeq: number
  readonly isSettled: boolean
  /** Its plan fell: what was paid stands with what the case took in. */
  readonly isTakenIn: boolean
  readonly way: string
  readonly amountFen: string
  /** What of it was withheld for tax; null where nobody said. */
  readonly withheldFen: string | null
  readonly state: PaymentState
  readonly sentOn: string | null
  readonly paidOn: string | null
  readonly returnedOn: string | null
  readonly accountMasked: string | null
}

/** All payments to a person in plans that were not given up, attempt by attempt. */
export async function paymentsTo(
  tx: Tx,
  institution: string,
  person: string,
): Promise<readonly OwnPayment[]> {
  const { rows } = await sql<OwnPayment>`
    select one.case_id, transfer_case.number as case_number, transfer_case.title, one.plan_seq,
      plan.state = 'settled' as is_settled, plan.state = 'fallen' as is_taken_in, one.way,
      one.amount_fen, one.withheld_fen, one.state, one.sent_on,
      one.paid_on, one.returned_on, one.account_masked
    from payment_order as one
    join payout_plan as plan on plan.institution_id = one.institution_id and plan.id = one.plan_id
    join transfer_case on transfer_case.institution_id = one.institution_id
      and transfer_case.id = one.case_id
    where one.institution_id = ${institution} and one.person_id = ${person}
      and plan.state <> 'dropped' and one.state <> 'dropped'
    order by one.case_id, one.plan_seq, one.line, one.attempt
  `.execute(tx)
  return rows
}

/** What those who were paid too much by some cases have not given back, as the records say now. */
export async function owedBackIn(tx: Tx, institution: string, cases: readonly string[]) {
  if (cases.length === 0) return []
  return await tx
    .selectFrom('payeeBalance')
    .innerJoin('transferCase', (join) =>
      join
        .onRef('transferCase.institutionId', '=', 'payeeBalance.institutionId')
        .onRef('transferCase.id', '=', 'payeeBalance.caseId'),
    )
    .select(['payeeBalance.caseId', 'transferCase.number as caseNumber', 'transferCase.title'])
    .select(['payeeBalance.name', 'payeeBalance.award', 'payeeBalance.balanceFen as amountFen'])
    .where('payeeBalance.institutionId', '=', institution)
    .where('payeeBalance.caseId', 'in', cases)
    .where('payeeBalance.balanceFen', '>', '0')
    .orderBy('transferCase.number')
    .orderBy('payeeBalance.award')
    .execute()
}

/** What a person is called; undefined where the register has no such person. */
export async function personNamed(tx: Tx, institution: string, person: string) {
  const row = await tx
    .selectFrom('person')
    .select(['id', 'name'])
    .where('institutionId', '=', institution)
    .where('id', '=', person)
    .executeTakeFirst()
  return row
}
