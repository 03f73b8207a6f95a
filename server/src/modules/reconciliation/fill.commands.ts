import type { Clock } from '../../platform/clock.ts'
import type { Tx } from '../../platform/database.ts'
import { post, postedRecords } from '../journal/index.ts'
import { allMoney } from './money.queries.ts'

/** What the worker does once for an institution that was there before there was a journal. */
export const fillTask = 'journal.fill'

/** Posts what was recorded of money and is not in the journal yet; what is there stays as it is. */
export async function fillJournal(tx: Tx, clock: Clock, institution: string): Promise<number> {
  // A receipt that was amended since stands in the journal as it is now.
  const posted = await postedRecords(tx, institution, 'receipt')
  let filled = 0
  for await (const postings of allMoney(tx, institution)) {
    const lacking = postings.filter(({ of }) => of.source !== 'receipt' || !posted.has(of.id))
    filled += await post(tx, clock, institution, lacking)
  }
  return filled
}
