import type { Day } from '@yizhuan/kit'
import type { Tx } from '../../platform/database.ts'
import type { SleepingListWire, SleepingQueryWire } from './sleeping.wire.ts'
import { stockedRights } from './stock.queries.ts'
import { sleepingAfter } from './stocktaking.law.ts'

/** The most lines one list shows. */
const mostShown = 2000

/** Patents in force without licence, sale, use, open licence or case for some years, the longest first. */
export async function readSleeping(
  tx: Tx,
  institution: string,
  today: Day,
  { years, department }: SleepingQueryWire,
): Promise<SleepingListWire> {
  const usual = sleepingAfter()
  const idleYears = years ?? usual.years
  const limit = mostShown + 1
  const found = await stockedRights(tx, institution, { today, department, idleYears, limit })
  const items = found.slice(0, mostShown).map((one) => ({
    ...{ id: one.id, kind: one.kind, number: one.number, title: one.title },
    ...{ grantedOn: one.grantedOn, idleSince: one.idleSince, everUsed: one.everUsed },
    ...{ departments: [...one.departments], inventors: [...one.inventors], paidFen: one.paidFen },
    ...{ nextFeeYear: one.nextFeeYear, nextFeeOn: one.nextFeeOn, nextFeeFen: one.nextFeeFen },
  }))
  // Nobody keeps a granted patent without a fee: where nothing is recorded, what was paid is not known.
  const paid = items.flatMap(({ paidFen }) => (paidFen === '0' ? [] : paidFen))
  const next = items.flatMap(({ nextFeeFen }) => nextFeeFen ?? [])
  const sum = (amounts: readonly string[]) =>
    amounts.length === 0 && items.length > 0
      ? null
      : `${amounts.reduce((all, one) => all + BigInt(one), 0n)}`
  return {
    ...{ today, years: idleYears, usual, items, isCut: found.length > mostShown },
    ...{ paidFen: sum(paid), nextFen: sum(next) },
    unknown: {
      ...{ paidFen: items.length - paid.length, nextFen: items.length - next.length },
    },
  }
}
