import { serviceContract } from '@yizhuan/procedures'
import { sql } from 'kysely'
import type { Clock } from '../../platform/clock.ts'
import type { Tx } from '../../platform/database.ts'
import { projectRefund } from '../receivables/index.ts'
import { caseDesk } from './case.desk.ts'
import { entriesOf } from './case.queries.ts'
import { refundIn } from './money.projections.ts'
import { type Entry, replayed, toEntries } from './procedure.ts'
import { projectService } from './service.projections.ts'

// What acts said before the registers had a place for it. Run again, it finds nothing to do.

/** Puts commissioned work into the registers, and links the refunds that acts recorded. */
export async function fillMoney(tx: Tx, clock: Clock, institution: string): Promise<void> {
  await fillServices(tx, clock, institution)
  const { rows } = await sql<{ entry: Entry }>`
    select entry from act where institution_id = ${institution} and type = 'receiptRefunded'
    order by case_id, seq`.execute(tx)
  for (const { entry } of rows) await projectRefund(tx, refundIn(institution, entry))
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
    const desk = await caseDesk(tx, clock, institution, id)
    const after = replayed(desk, entries, clock.today())
    for (const entry of entries) await projectService(tx, clock, institution, entry, after)
  }
}
