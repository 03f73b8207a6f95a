import { addDays, day } from '@yizhuan/kit'
import type { Tx } from '../../platform/database.ts'
import { badField } from '../../platform/problem.ts'
import { linesOf } from './line.queries.ts'
import { reportOf } from './report.ts'
import type { ReportQueryWire, ReportWire } from './report.wire.ts'

/** The report of a period, of the year that runs where no days are given. @throws {Problem} */
export async function periodReport(
  tx: Tx,
  institution: string,
  asked: ReportQueryWire,
  today: string,
): Promise<ReportWire> {
  // Nobody knows yet what comes after today.
  const to = asked.to !== undefined && asked.to < today ? asked.to : today
  const from = asked.from ?? `${to.slice(0, 4)}-01-01`
  if (from > to) {
    throw badField('#/to', 'period-reversed', {
      zh: '止日不得早于起日。',
      en: 'The last day may not lie before the first.',
    })
  }
  const [before, after] = await Promise.all([
    linesOf(tx, institution, { day: addDays(day(from), -1) }),
    linesOf(tx, institution, { day: to }),
  ])
  const { money, movements, ...counts } = reportOf(before, after)
  return {
    ...{ from, to },
    ...counts,
    movements: movements.map((row) => ({ ...row })),
    money: {
      openingFen: `${money.openingFen}`,
      addedFen: `${money.addedFen}`,
      derecognisedFen: `${money.derecognisedFen}`,
      closingFen: `${money.closingFen}`,
      spentFen: `${money.spentFen}`,
      expensedFen: `${money.expensedFen}`,
      collectedFen: `${money.collectedFen}`,
    },
  }
}
