import type { Day } from '@yizhuan/kit'
import type { Tx } from '../../platform/database.ts'
import type { SleepingLineWire, SleepingListWire, SleepingQueryWire } from './sleeping.wire.ts'
import { stockedRights } from './stock.queries.ts'
import { sleepingAfter } from './stocktaking.law.ts'

/** The most lines a page shows; a number of ours. What is exported and what is summed up is all of them. */
const mostShown = 2000

/** Patents in force without licence, sale, use, open licence or case for some years, the longest first. */
export async function allSleeping(
  tx: Tx,
  institution: string,
  today: Day,
  { years, department }: SleepingQueryWire,
): Promise<readonly SleepingLineWire[]> {
  const idleYears = years ?? sleepingAfter().years
  const found = await stockedRights(tx, institution, { today, department, idleYears })
  return found.map((one) => ({
    ...{ id: one.id, kind: one.kind, number: one.number, title: one.title },
    ...{ grantedOn: one.grantedOn, idleSince: one.idleSince, everUsed: one.everUsed },
    ...{ departments: [...one.departments], inventors: [...one.inventors], paidFen: one.paidFen },
    ...{ nextFeeYear: one.nextFeeYear, nextFeeOn: one.nextFeeOn, nextFeeFen: one.nextFeeFen },
  }))
}

/** As many of them as a page shows, with the count and the sums of all. */
export async function readSleeping(
  tx: Tx,
  institution: string,
  today: Day,
  asked: SleepingQueryWire,
): Promise<SleepingListWire> {
  const usual = sleepingAfter()
  const all = await allSleeping(tx, institution, today, asked)
  // Nobody keeps a granted patent without a fee: where nothing is recorded, what was paid is not known.
  const paid = all.flatMap(({ paidFen }) => (paidFen === '0' ? [] : paidFen))
  const next = all.flatMap(({ nextFeeFen }) => nextFeeFen ?? [])
  const sum = (amounts: readonly string[]) =>
    amounts.length === 0 && all.length > 0
      ? null
      : `${amounts.reduce((total, one) => total + BigInt(one), 0n)}`
  return {
    ...{ today, years: asked.years ?? usual.years, usual, items: all.slice(0, mostShown) },
    ...{ count: all.length, isCut: all.length > mostShown, paidFen: sum(paid), nextFen: sum(next) },
    unknown: { paidFen: all.length - paid.length, nextFen: all.length - next.length },
  }
}
