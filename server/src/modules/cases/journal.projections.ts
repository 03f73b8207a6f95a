import type { Act } from '@yizhuan/procedures'
import { sql } from 'kysely'
import type { Clock } from '../../platform/clock.ts'
import type { Tx } from '../../platform/database.ts'
import { type Posting, post } from '../journal/index.ts'
import { entriesOf } from './case.queries.ts'
import { moneyActs } from './money-acts.ts'
import { moneyOf } from './money-events.ts'
import { toEntries } from './procedure.ts'

/** A case as its entries in the books name it. */
interface Subject {
  readonly id: string
  readonly number: string
  readonly achievementId: string | null
}

/** Posts what the newest act of a record does to money, in the transaction that records it. */
export async function projectJournal(
  tx: Tx,
  clock: Clock,
  institution: string,
  of: Subject,
  acts: readonly Act[],
): Promise<void> {
  await post(tx, clock, institution, lastPostings(of, acts))
}

/** What the newest act of a record does to money. */
export function lastPostings(of: Subject, acts: readonly Act[]): readonly Posting[] {
  const last = acts.at(-1)
  if (!last || !moneyActs.has(last.type)) return []
  return postingsOf(of, acts).filter((posting) => posting.of.seq === last.seq)
}

/** Everything that the records of cases say of money, case by case: what the journal is made of anew. */
export async function* caseMoney(
  tx: Tx,
  institution: string,
): AsyncGenerator<readonly Posting[], void> {
  const cases = await tx
    .selectFrom('transferCase')
    .select(['id', 'number', 'achievementId'])
    .where('institutionId', '=', institution)
    .where((where) =>
      where.exists(
        where
          .selectFrom('act')
          .select('act.seq')
          .whereRef('act.institutionId', '=', 'transferCase.institutionId')
          .whereRef('act.caseId', '=', 'transferCase.id')
          .where('act.type', '=', sql<string>`any(${[...moneyActs]}::text[])`),
      ),
    )
    .orderBy('id')
    .execute()
  for (const one of cases) {
    yield postingsOf(one, toEntries(await entriesOf(tx, institution, one.id)))
  }
}

/** What the record of a case says of money. */
export function postingsOf(
  { id, number, achievementId }: Subject,
  acts: readonly Act[],
): Posting[] {
  return moneyOf(acts).map(({ seq, event, reference }) => ({
    event,
    of: {
      source: 'case',
      id,
      seq,
      record: id,
      caseId: id,
      achievementId,
      subject: number,
      reference,
    },
  }))
}
