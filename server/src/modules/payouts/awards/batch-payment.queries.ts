import { sql } from 'kysely'
import '../payout.table.ts'

/**
 * All payments of batches: those of plans, each of a case, and those of bonuses and awards. A batch has either. What a
 * case is called by its number, a bonus or award is by its title; of them `plan_seq` is the turn and `line` the place.
 * Tax of them that is said once they are through is said of the payment in its month, and read there.
 */
export const batchPayments = sql`(
  select one.institution_id, one.batch_id, one.number, one.case_id, one.case_id as record_id,
    case of_case.procedure when 'service_contract' then 'service' else 'transfer' end as kind,
    of_case.number as called, one.plan_id, one.plan_seq, one.line, one.attempt, one.person_id,
    one.name, one.way, one.way_by, one.project_number, one.project_account, one.amount_fen,
    one.withheld_fen, one.withheld_by, one.filed_withheld_fen, one.taxed_late, one.state,
    one.file_number, one.sent_on, one.bank_name, one.account_masked, one.account_sealed, one.told,
    one.told_on, one.paid_on, one.returned_on, one.returned_reason
  from payment_order as one
  left join transfer_case as of_case on of_case.institution_id = one.institution_id
    and of_case.id = one.case_id
  union all
  select institution_id, batch_id, number, null, record_id, source, title, null, turn, place, 1,
    person_id, name, way, way_by, project_number, project_account, amount_fen,
    case when withheld_fen is null and state = 'paid' then (
      select late.withheld_fen from hand_payment as late
      where late.institution_id = award.institution_id and late.source = award.source
        and late.record_id = award.record_id and late.seq = award.turn
        and late.line = award.place) else withheld_fen end,
    withheld_by, filed_withheld_fen, false, state, file_number, sent_on, bank_name, account_masked,
    account_sealed, told, told_on, paid_on, returned_on, returned_reason
  from award_order as award)`
