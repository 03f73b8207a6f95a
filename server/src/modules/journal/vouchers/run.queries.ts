import { sql } from 'kysely'
import type { Tx } from '../../../platform/database.ts'
import '../journal.table.ts'
import type { RunListWire } from './run.wire.ts'

/** The entries of a period that are to go out, by day; with the number under which one went out before. */
export async function entriesToSend(
  tx: Tx,
  institution: string,
  { from, to, again }: { readonly from: string; readonly to: string; readonly again: boolean },
) {
  let query = tx
    .selectFrom('journalEntry')
    .leftJoin('voucher', (join) =>
      join
        .onRef('voucher.institutionId', '=', 'journalEntry.institutionId')
        .onRef('voucher.entryId', '=', 'journalEntry.id')
        .on('voucher.isAgain', '=', false),
    )
    .select(['journalEntry.id', 'journalEntry.datedOn', 'voucher.month', 'voucher.number'])
    .where('journalEntry.institutionId', '=', institution)
    .where('journalEntry.datedOn', '>=', from)
    .where('journalEntry.datedOn', '<=', to)
  if (!again) query = query.where('voucher.entryId', 'is', null)
  return await query.orderBy('journalEntry.datedOn').orderBy('journalEntry.id').execute()
}

/** The last number given out in each month. */
export async function lastNumbers(
  tx: Tx,
  institution: string,
): Promise<readonly (readonly [string, number])[]> {
  const rows = await tx
    .selectFrom('voucher')
    .select('month')
    .select((select) => select.fn.max('number').as('last'))
    .where('institutionId', '=', institution)
    .groupBy('month')
    .execute()
  return rows.map(({ month, last }) => [month, last] as const)
}

const mostRuns = 200

/** What went out, the newest first, and how much of the journal did not yet. */
export async function runsOf(tx: Tx, institution: string): Promise<Omit<RunListWire, 'today'>> {
  const [runs, waiting] = await Promise.all([
    tx
      .selectFrom('voucherRun')
      .select(['id', 'fromDay', 'toDay', 'isAgain', 'entries', 'madeAt', 'madeName'])
      .where('institutionId', '=', institution)
      .orderBy('id', 'desc')
      .limit(mostRuns)
      .execute(),
    tx
      .selectFrom('journalEntry')
      .select([
        sql<number>`count(*)::int`.as('count'),
        sql<string | null>`min(dated_on)`.as('from'),
      ])
      .where('institutionId', '=', institution)
      .where((where) =>
        where.not(
          where.exists(
            where
              .selectFrom('voucher')
              .select('voucher.entryId')
              .whereRef('voucher.institutionId', '=', 'journalEntry.institutionId')
              .whereRef('voucher.entryId', '=', 'journalEntry.id'),
          ),
        ),
      )
      .executeTakeFirstOrThrow(),
  ])
  return {
    items: runs.map(({ madeAt, ...run }) => ({ ...run, madeAt: madeAt.toISOString() })),
    waiting: waiting.count,
    waitingFrom: waiting.from,
  }
}
