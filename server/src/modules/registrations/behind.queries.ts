import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import { isAmendmentStanding } from '../contracts/index.ts'
import './registration.table.ts'

// A registered contract that was amended since: its registrar is asked for a change of the registration.

/** Whether the registrar heard of it: what was registered or changed since has it in it. */
const isUnheard = sql<boolean>`amended.on_day::text > coalesce(contract.registered_on, '')
  and not exists (
    select from registration join registration_event as event
      on event.institution_id = registration.institution_id and event.registration_id = registration.id
    where registration.institution_id = amended.institution_id
      and registration.contract_id = amended.contract_id
      and event.step in ('registered', 'changed', 'terminated')
      and event.on_day >= amended.on_day and event.made_at >= amended.made_at
      and not exists (select from registration_event as later
        where later.institution_id = event.institution_id
          and later.registration_id = event.registration_id
          and later.seq = event.seq + 1 and later.step = 'corrected'))`

/** The amendments of registered contracts that no change of the registration followed, the first first. */
export async function amendmentsUnregistered(
  tx: Tx,
  institution: string,
  { until, contract }: { readonly until?: string; readonly contract?: string | undefined },
) {
  let query = tx
    .selectFrom('contractAmendment as amended')
    .innerJoin('contract', (join) =>
      join
        .onRef('contract.institutionId', '=', 'amended.institutionId')
        .onRef('contract.id', '=', 'amended.contractId'),
    )
    .select(['amended.contractId', 'amended.version', 'amended.onDay', 'amended.number'])
    .select(['amended.summary', 'contract.title', 'contract.number as contractNumber'])
    .select('contract.caseId')
    .where('amended.institutionId', '=', institution)
    .where('contract.registration', '=', 'registered')
    .where(isAmendmentStanding)
    .where(isUnheard)
    .orderBy('amended.onDay')
    .orderBy('amended.contractId')
    .orderBy('amended.version')
  if (until !== undefined) query = query.where('amended.onDay', '<=', until)
  if (contract !== undefined) query = query.where('amended.contractId', '=', contract)
  return await query.execute()
}
