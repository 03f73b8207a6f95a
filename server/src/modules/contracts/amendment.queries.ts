import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import './amendment.table.ts'
import './contract.table.ts'

/** What was amended of a contract, and what of it was taken back, the first first. */
export function amendmentsOf(tx: Tx, institution: string, contract: string) {
  return tx
    .selectFrom('contractAmendment')
    .selectAll()
    .where('institutionId', '=', institution)
    .where('contractId', '=', contract)
    .orderBy('version')
    .execute()
}

export type AmendmentRow = Awaited<ReturnType<typeof amendmentsOf>>[number]

/** The amendments that stand: neither taken back nor taking one back. */
export function standingAmendments<
  One extends Pick<AmendmentRow, 'version' | 'takesBack'> = AmendmentRow,
>(all: readonly One[]): readonly One[] {
  const gone = new Set(all.map(({ takesBack }) => takesBack))
  return all.filter(({ version, takesBack }) => takesBack === null && !gone.has(version))
}

/** Rows of amendments, as `amended`, that were not taken back and take none back. */
export const isAmendmentStanding = sql<boolean>`(amended.takes_back is null
  and not exists (select from contract_amendment as back
    where back.institution_id = amended.institution_id and back.contract_id = amended.contract_id
      and back.takes_back = amended.version))`
