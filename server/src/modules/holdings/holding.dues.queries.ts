import type { Day } from '@yizhuan/kit'
import { type DueSource, keyPart, type RegisteredDue } from '../../platform/dues.ts'
import type { ExitClock } from '../cases/index.ts'
import { type DuePayIn, isAdvice, ownPayIns, payInsOf, warningsBefore } from './clocks.ts'
import { filingDues } from './filing.view.ts'
import { payInLaw, periodsOf, storedHoldings } from './holding.queries.ts'
import { readers } from './holdings.access.ts'
import { chiefsAmong, deferralsBehind, deferredDues, reviewDues } from './people.dues.queries.ts'

/** Who pays in what the house subscribed, and who has equity left in time. */
const payers = ['finance', 'platform_company', 'tto_negotiator', 'tto_reviewer']

/** When equity is in principle to be left, and by when the house pays in what it subscribed. */
export const holdingDues: DueSource = {
  name: 'holdings',
  access: readers,
  async duesUpTo(tx, institution, until, record, today) {
    const rows = await storedHoldings(tx, institution, record).execute()
    const [chiefs, deferrals] = await Promise.all([
      chiefsAmong(tx, institution, rows, today),
      deferralsBehind(tx, institution, rows),
    ])
    return rows
      .flatMap((row): RegisteredDue[] => {
        const { id, number, company: title, told, exitClock } = row
        const law = payInLaw(told.formedOn)
        const of = { record: { kind: 'holding' as const, id, number, title }, counted: null }
        const payIns = ownPayIns(payInsOf(told, law, today), periodsOf(told)).filter(isOneOfItsDay)
        return [
          ...(exitClock === null ? [] : exitDues(of, exitClock, today)),
          ...reviewDues(of, told, chiefs),
          ...deferredDues(of, told, deferrals),
          ...filingDues(of, told, deferrals),
          ...payIns.flatMap(({ holder, lastDay, byLaw }) =>
            lastDay === null
              ? []
              : [
                  {
                    ...of,
                    key: `holding/${id}/pay-in/${lastDay}/${keyPart(holder)}`,
                    kind: isAdvice(law, byLaw) ? ('term' as const) : ('deadline' as const),
                    day: lastDay,
                    title: { zh: '缴足认缴出资', en: 'Pay in the capital subscribed' },
                    article: byLaw ? (law?.article ?? null) : null,
                    act: null,
                    roles: payers,
                  },
                ],
          ),
        ]
      })
      .filter(({ day }) => day <= until)
      .toSorted((a, b) => (a.day < b.day ? -1 : Number(a.day > b.day)))
  },
}

/** What a holder pays in on one day is one due, in however many parts it was subscribed. */
function isOneOfItsDay(one: DuePayIn, at: number, all: readonly DuePayIn[]): boolean {
  const isSame = (other: DuePayIn) => other.holder === one.holder && other.lastDay === one.lastDay
  return all.findIndex(isSame) === at
}

/** The day to leave, and the days before it on which one is warned (sh-draft-2024#a13.p1). */
function exitDues(
  of: Pick<RegisteredDue, 'record' | 'counted'>,
  { due, title, article }: ExitClock,
  today: Day,
): readonly RegisteredDue[] {
  // What is only advised passes; nobody missed a deadline by it.
  const common = { ...of, kind: 'term' as const, article, act: null, roles: payers }
  const key = `holding/${of.record.id}/exit`
  return [
    { ...common, key, day: due as Day, title },
    ...warningsBefore(due as Day, today).map(({ day, months }) => ({
      ...{ ...common, key: `${key}/${due}/${months}`, day },
      title: {
        zh: `${months}个月后（${due}）：${title.zh}`,
        en: `In ${months} months, on ${due}: ${title.en}`,
      },
    })),
  ]
}
