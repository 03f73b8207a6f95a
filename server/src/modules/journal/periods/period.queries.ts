import { sql } from 'kysely'
import type { Tx } from '../../../platform/database.ts'
import './period.table.ts'

/** Through which month the books are closed; nobody closes another before this transaction ends. */
export async function closedThrough(tx: Tx, institution: string): Promise<string | null> {
  const { rows } = await sql<{ closed: string | null }>`
    select books_closed_through(${institution}::uuid) as closed`.execute(tx)
  const [answer] = rows
  // Where nothing is answered, a late entry would meet the database in a month that is closed.
  if (!answer) throw new TypeError('Whoever posts asks through which month the books are closed.')
  return answer.closed
}

/** Waits until nobody posts any more, and keeps everybody from it until this transaction ends. */
export async function holdBooks(tx: Tx, institution: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('yizhuan books'), hashtext(${institution}::text))`.execute(
    tx,
  )
}

/** Says through which month the books are closed from now on. */
export async function setClosedThrough(
  tx: Tx,
  institution: string,
  month: string | null,
): Promise<void> {
  await tx
    .insertInto('journalPeriod')
    .values({ institutionId: institution, closedThrough: month })
    .onConflict((on) => on.column('institutionId').doUpdateSet({ closedThrough: month }))
    .execute()
}
