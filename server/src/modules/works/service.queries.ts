import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import '../cases/index.ts'
import '../contracts/index.ts'
import '../proceeds/index.ts'
import type { ServiceWorkWire, WorkFilterWire } from './work.wire.ts'

interface Row extends Omit<ServiceWorkWire, 'person' | 'contract'> {
  readonly personId: string
  readonly name: string
  readonly staffNumber: string | null
  readonly unit: string | null
  readonly professionalTitle: string | null
  readonly id: string
  readonly kind: string
  readonly number: string | null
  readonly title: string
  readonly client: string | null
  readonly signedOn: string | null
  readonly amountFen: string | null
}

/**
 * The commissioned work that persons led or did (gd-2025#a34.p1): of a contract of the register whoever it names
 * in charge, of one that a case signed its team as well. Both are told by name, so that a name stands for the only
 * person here who bears it, and for nobody where two do. A contract that never came into force is no work.
 */
export async function servicesOf(
  tx: Tx,
  institution: string,
  { person }: WorkFilterWire,
): Promise<ServiceWorkWire[]> {
  const { rows } = await sql<Row>`
    select person.id as "personId", person.name, person.staff_number as "staffNumber",
      org_unit.name as unit, person.professional_title as "professionalTitle",
      contract.id, contract.kind, contract.number, contract.title, contract.counterparty as client,
      contract.signed_on as "signedOn", contract.amount_fen::text as "amountFen",
      worker.leads, coalesce(greatest(
        (select sum(receipt.amount_fen)::bigint from receipt
          where receipt.institution_id = ${institution} and receipt.contract_id = contract.id),
        nullif(transfer_case.received_fen, 0)), contract.stated_received_fen)::text as "receivedFen"
    from contract
      left join transfer_case on transfer_case.institution_id = ${institution}
        and transfer_case.id = contract.case_id
      left join lateral (
        select act.entry->'data'->'team' as team from act
        where act.institution_id = ${institution} and act.case_id = contract.case_id
          and act.type = 'serviceOpened' order by act.seq desc limit 1
      ) as opened on true
      cross join lateral (
        select name, bool_or(leads) as leads from (
          select contract.lead as name, true as leads where contract.lead is not null
          union all
          select member.value->>'name', false
          from jsonb_array_elements(coalesce(opened.team, '[]'::jsonb)) as member(value)
        ) as told group by name
      ) as worker
      join person on person.institution_id = ${institution} and person.name = worker.name
        and not exists (select from person other where other.institution_id = ${institution}
          and other.name = person.name and other.id <> person.id)
      left join org_unit on org_unit.institution_id = person.institution_id
        and org_unit.id = person.unit_id
    where contract.institution_id = ${institution} and contract.kind <> 'transfer'
      and contract.status is distinct from 'not_effective'
      and (${person ?? null}::uuid is null or person.id = ${person ?? null}::uuid)
    order by person.name, person.id, contract.dated_on, contract.id
  `.execute(tx)
  return rows.map(({ leads, receivedFen, ...row }) => ({
    person: {
      id: row.personId,
      name: row.name,
      staffNumber: row.staffNumber,
      unit: row.unit,
      professionalTitle: row.professionalTitle,
    },
    contract: {
      id: row.id,
      kind: row.kind,
      number: row.number,
      title: row.title,
      client: row.client,
      signedOn: row.signedOn,
      amountFen: row.amountFen,
    },
    receivedFen,
    leads,
  }))
}
