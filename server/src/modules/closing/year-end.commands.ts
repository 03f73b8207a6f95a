import { chartOn } from '@yizhuan/money'
import type { Clock } from '../../platform/clock.ts'
import type { Tx } from '../../platform/database.ts'
import { newId } from '../../platform/ids.ts'
import { insertEntries, movementsIn, takeBack, yearClosed } from '../journal/index.ts'
import { chartsOfAccounts } from '../policies/index.ts'
import { entriesIn } from './closing.queries.ts'
import { carryOver, yearsEndingIn } from './closing.ts'

/** The last months of the years that end within the months of a closing. */
export async function yearsEnded(
  tx: Tx,
  institution: string,
  months: { readonly after: string | null; readonly through: string },
): Promise<readonly string[]> {
  const { first } = await entriesIn(tx, institution, months)
  // A year ends also where nothing happened in the months that are closed with it.
  const begins = months.after ?? first
  return begins === null ? [] : yearsEndingIn(begins, months.after, months.through)
}

/** Carries over what the years brought and cost that end within the months of a closing. */
export async function carryYears(
  tx: Tx,
  clock: Clock,
  institution: string,
  closing: string,
  months: { readonly after: string | null; readonly through: string },
): Promise<void> {
  for (const month of await yearsEnded(tx, institution, months)) {
    const on = `${month}-31`
    const chart = chartOn(chartsOfAccounts(), on)
    const lines = carryOver(chart, await movementsIn(tx, institution, { from: on, to: on }))
    if (lines.length === 0) continue
    const of = { source: 'closing' as const, id: newId(), seq: 0, record: closing }
    const subject = month.slice(0, 4)
    const entry = { kind: yearClosed, on, chart: chart.from, of: { ...of, subject }, lines }
    await insertEntries(tx, clock, institution, [entry])
  }
}

/** Takes back in red what a closing carried over, on the same days. */
export async function takeYearsBack(
  tx: Tx,
  clock: Clock,
  institution: string,
  closing: string,
): Promise<void> {
  const entries = await tx
    .selectFrom('journalEntry')
    .select(['sourceId', 'datedOn', 'subject'])
    .where('institutionId', '=', institution)
    .where('source', '=', 'closing')
    .where('recordId', '=', closing)
    .where('reverses', 'is', null)
    .execute()
  for (const { sourceId: id, datedOn, subject } of entries) {
    const of = { source: 'closing' as const, id, seq: 0, record: closing, subject }
    await takeBack(tx, clock, institution, datedOn, [of])
  }
}
