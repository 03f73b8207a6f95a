import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import '../contracts/index.ts'
import type { AuditWire, RoyaltyFilterWire } from './audit.wire.ts'
import { currencyOf, decisionsOf } from './audit-decision.queries.ts'
import type { FileRef } from './receivables.table.ts'

function audits(tx: Tx, institution: string) {
  return tx
    .selectFrom('royaltyAudit as audit')
    .leftJoin('royaltyAuditTakenBack as gone', (join) =>
      join
        .onRef('gone.institutionId', '=', 'audit.institutionId')
        .onRef('gone.auditId', '=', 'audit.id'),
    )
    .leftJoin('receivable', (join) =>
      join
        .onRef('receivable.institutionId', '=', 'audit.institutionId')
        .onRef('receivable.auditId', '=', 'audit.id'),
    )
    .select(['audit.id', 'audit.onDay', 'audit.outcome', 'audit.term', 'audit.periodFrom'])
    .select(['audit.differenceMinor', 'audit.dueOn', 'audit.words', 'audit.files'])
    .select(['audit.madeName', 'gone.reason as takenBack', 'receivable.id as receivableId'])
    .where('audit.institutionId', '=', institution)
    .orderBy('audit.onDay')
    .orderBy('audit.id')
}

/** The audits of a contract, the first first, with what came of each. */
export async function auditsOf(
  tx: Tx,
  institution: string,
  contract: string,
): Promise<AuditWire[]> {
  const rows = await audits(tx, institution).where('audit.contractId', '=', contract).execute()
  const decided = await decisionsOf(tx, institution, contract)
  return rows.map(({ files, ...row }) => ({
    ...{ ...row, files: [...(files as readonly FileRef[])] },
    decided: decided.get(row.id) ?? null,
  }))
}

const ofContract = [
  'contract.number as contractNumber',
  'contract.title as contractTitle',
  'contract.counterparty',
] as const

/** The currency of a contract's terms, which lasts. */
/** What the payment is called, as its receivable has it. */
const labelOf = (of: string) =>
  sql<string | null>`(select label from receivable as owed
    where owed.institution_id = ${sql.ref(`${of}.institutionId`)}
      and owed.contract_id = ${sql.ref(`${of}.contractId`)}
      and owed.key = ${sql.ref(`${of}.term`)} || '/' || ${sql.ref(`${of}.periodFrom`)}::text)`

/** Every audit, for an export. */
export async function allAudits(tx: Tx, institution: string, { contract }: RoyaltyFilterWire) {
  let query = audits(tx, institution)
    .innerJoin('contract', (join) =>
      join
        .onRef('contract.institutionId', '=', 'audit.institutionId')
        .onRef('contract.id', '=', 'audit.contractId'),
    )
    .select(ofContract)
    .select([currencyOf('audit').as('currency'), labelOf('audit').as('label')])
    .select(['receivable.openFen', 'receivable.isCancelled'])
  if (contract !== undefined) query = query.where('audit.contractId', '=', contract)
  const decided = await decisionsOf(tx, institution, contract)
  const rows = await query.execute()
  return rows.map((row) => ({ ...row, decided: decided.get(row.id) ?? null }))
}

/** Every statement of a licensee, for an export; one that a later one took the place of says so. */
export function allStatements(tx: Tx, institution: string, { contract }: RoyaltyFilterWire) {
  let query = tx
    .selectFrom('royaltyStatement as said')
    .innerJoin('contract', (join) =>
      join
        .onRef('contract.institutionId', '=', 'said.institutionId')
        .onRef('contract.id', '=', 'said.contractId'),
    )
    .select(ofContract)
    .select(['said.periodFrom', 'said.receivedOn', 'said.baseMinor', 'said.baseUnit'])
    .select([
      'said.statedMinor',
      'said.earnedMinor',
      'said.dueMinor',
      'said.words',
      'said.madeName',
    ])
    .select([currencyOf('said').as('currency'), labelOf('said').as('label')])
    .select(
      sql<boolean>`exists (select from royalty_statement as later
        where later.institution_id = said.institution_id and later.supersedes = said.id)`.as(
        'isSuperseded',
      ),
    )
    .where('said.institutionId', '=', institution)
    .orderBy('said.contractId')
    .orderBy('said.periodFrom')
    .orderBy('said.madeAt')
    .orderBy('said.id')
  if (contract !== undefined) query = query.where('said.contractId', '=', contract)
  return query.execute()
}
