import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import { isAmendmentStanding } from '../contracts/index.ts'
import './receivables.table.ts'

// A contract whose payments were written down, and that was amended since: the payment terms follow the amendment.

/** What of an amendment says how much is paid, or when; a longer term lengthens a royalty. */
const touchesMoney = sql<boolean>`exists (
  select from jsonb_array_elements(amended.changes) as one
  where one ->> 'field' in ('amountFen', 'firstPaymentFen', 'royaltyText', 'payment')
    or one ->> 'field' = 'termTo' and last_terms.terms @> '[{"kind": "royalty"}]')`

/** Whoever wrote the terms since, or from that day on, had read the amendment. */
const isUnheard = sql<boolean>`not exists (
  select from payment_terms as later
  where later.institution_id = amended.institution_id and later.contract_id = amended.contract_id
    and later.kind in ('agreed', 'amended', 'ended')
    and (later.made_at > amended.made_at or later.kind = 'ended'
      or later.version > 1 and later.effective_on >= amended.on_day))`

/** The amendments that the payment terms of their contracts do not follow yet, the first first. */
export async function amendmentsUnheard(
  tx: Tx,
  institution: string,
  { until, contract }: { readonly until?: string; readonly contract?: string | undefined },
) {
  let query = tx
    .selectFrom('contractAmendment as amended')
    .innerJoin('paymentTerms as lastTerms', (join) =>
      join
        .onRef('lastTerms.institutionId', '=', 'amended.institutionId')
        .onRef('lastTerms.contractId', '=', 'amended.contractId'),
    )
    .innerJoin('contract', (join) =>
      join
        .onRef('contract.institutionId', '=', 'amended.institutionId')
        .onRef('contract.id', '=', 'amended.contractId'),
    )
    .select(['amended.contractId', 'amended.version', 'amended.onDay', 'amended.number'])
    .select(['amended.summary', 'amended.files', 'contract.title'])
    .select('contract.number as contractNumber')
    .where('amended.institutionId', '=', institution)
    .where(
      sql<boolean>`last_terms.version = (select max(version) from payment_terms as newest
        where newest.institution_id = amended.institution_id
          and newest.contract_id = amended.contract_id)`,
    )
    .where(isAmendmentStanding)
    .where(touchesMoney)
    .where(isUnheard)
    .orderBy('amended.onDay')
    .orderBy('amended.contractId')
    .orderBy('amended.version')
  if (until !== undefined) query = query.where('amended.onDay', '<=', until)
  if (contract !== undefined) query = query.where('amended.contractId', '=', contract)
  return await query.execute()
}
