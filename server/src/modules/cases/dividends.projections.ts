import { equityHolding } from '@yizhuan/procedures'
import type { Clock } from '../../platform/clock.ts'
import type { Tx } from '../../platform/database.ts'
import { post, takeBackAt } from '../journal/index.ts'
import { entriesOf } from './case.queries.ts'
import { postingsOf } from './journal.projections.ts'
import { toEntries } from './procedure.ts'

/**
 * Books declared dividends of before as owed from their day on: what was income only when it came is taken back
 * and clears the claim. Run again, it finds nothing to do.
 */
export async function fillDividends(tx: Tx, clock: Clock, institution: string): Promise<void> {
  const holdings = await tx
    .selectFrom('transferCase')
    .select(['id', 'number', 'achievementId'])
    .where('institutionId', '=', institution)
    .where('procedure', '=', equityHolding.id)
    .orderBy('id')
    .execute()
  for (const one of holdings) {
    const postings = postingsOf(one, toEntries(await entriesOf(tx, institution, one.id)))
    const still = new Set(
      postings.filter(({ event }) => event.kind === received).map(({ of }) => of.seq),
    )
    const of = { source: 'case' as const, id: one.id, record: one.id, caseId: one.id, subject: '' }
    const told = { ...of, achievementId: one.achievementId, reference: reason }
    await takeBackAt(tx, clock, institution, told, ({ kind, seq }) => {
      return kind === received && !still.has(seq)
    })
    const booked = postings.filter(({ event }) => event.kind.startsWith('dividend'))
    await post(tx, clock, institution, booked)
  }
}

const received = 'dividendReceived'
const reason = '宣告分红改按应收股利核算'
