import { serviceContract, transferCase } from '@yizhuan/procedures'
import { sql } from 'kysely'
import type { Clock } from '../../platform/clock.ts'
import type { Tx } from '../../platform/database.ts'
import { projectClaims, projectRefund } from '../receivables/index.ts'
import { caseDesk } from './case.desk.ts'
import { entriesOf } from './case.queries.ts'
import { refundIn } from './money.projections.ts'
import { type Entry, replayed, toEntries, transferIn } from './procedure.ts'
import { projectService } from './service.projections.ts'
import { othersIn } from './taken-over.projections.ts'

// What acts said before the registers had a place for it. Run again, it finds nothing to do.

/** Puts commissioned work into the registers, and links the refunds that acts recorded. */
export async function fillMoney(tx: Tx, clock: Clock, institution: string): Promise<void> {
  await fillServices(tx, clock, institution)
  const { rows } = await sql<{ entry: Entry }>`
    select entry from act where institution_id = ${institution} and type = 'receiptRefunded'
    order by case_id, seq`.execute(tx)
  for (const { entry } of rows) await projectRefund(tx, clock, refundIn(institution, entry))
}

async function fillServices(tx: Tx, clock: Clock, institution: string): Promise<void> {
  const cases = await tx
    .selectFrom('transferCase')
    .leftJoin('contract', (join) =>
      join
        .onRef('contract.institutionId', '=', 'transferCase.institutionId')
        .onRef('contract.caseId', '=', 'transferCase.id'),
    )
    .select('transferCase.id')
    .where('transferCase.institutionId', '=', institution)
    .where('transferCase.procedure', '=', serviceContract.id)
    .where('contract.id', 'is', null)
    .execute()
  for (const { id } of cases) {
    const entries = toEntries(await entriesOf(tx, institution, id))
    // A contract that was taken over stood in the register before, and does when it is given up.
    if (entries[0]?.data['contractId'] !== undefined) continue
    const desk = await caseDesk(tx, clock, institution, id)
    const after = replayed(desk, entries, clock.today())
    for (const entry of entries) await projectService(tx, clock, institution, entry, after)
  }
}

/** Says of contracts that were signed before it was asked whose claims they are, and who else has a part. */
export async function fillClaims(tx: Tx, clock: Clock, institution: string): Promise<void> {
  const contracts = await tx
    .selectFrom('contract')
    .innerJoin('transferCase', (join) =>
      join
        .onRef('transferCase.institutionId', '=', 'contract.institutionId')
        .onRef('transferCase.id', '=', 'contract.caseId'),
    )
    .select([
      'contract.id',
      'contract.claimOfCompany',
      'contract.others',
      'transferCase.id as case',
    ])
    .where('contract.institutionId', '=', institution)
    .where('transferCase.procedure', '=', transferCase.id)
    .execute()
  for (const { id, case: of, claimOfCompany, others } of contracts) {
    const entries = toEntries(await entriesOf(tx, institution, of))
    const desk = await caseDesk(tx, clock, institution, of)
    const transfer = transferIn(replayed(desk, entries, clock.today()))
    const signed = transfer?.signing?.data
    if (!transfer || !signed) continue
    const held = others.length > 0 ? others : await othersIn(tx, institution, transfer)
    if (claimOfCompany === signed.byPlatformCompany && held.length === others.length) continue
    await tx
      .updateTable('contract')
      .set({ claimOfCompany: signed.byPlatformCompany, others: JSON.stringify(held) })
      .where('institutionId', '=', institution)
      .where('id', '=', id)
      .execute()
    await projectClaims(tx, clock, { institution, case: of })
  }
}
