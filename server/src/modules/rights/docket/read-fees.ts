import { surchargesOn } from '@yizhuan/docket'
import { type Day, fen } from '@yizhuan/kit'
import type { Tx } from '../../../platform/database.ts'
import { budgetsOfYears } from '../fees/budget.queries.ts'
import { otherFeesByYear } from '../fees/other-fee.queries.ts'
import type { FeeFilterWire, FeeLineWire, FeeListWire, ForecastWire } from './docket.wire.ts'
import { feesByYear, listFees, uncountedPatents } from './fee.queries.ts'
import { docketGround } from './law.ts'
import { readingsOn } from './read-docket.ts'

/** The unpaid fees that a filter finds, each with what it costs today. */
export async function readFees(
  tx: Tx,
  institution: string,
  today: Day,
  filter: FeeFilterWire,
): Promise<FeeListWire> {
  const rows = await listFees(tx, institution, today, filter)
  const items = rows.map((row) => lineOf(row, today))
  const { readings } = readingsOn(today)
  const taken = readings.find(({ isTaken }) => isTaken)?.id ?? ''
  const total = items.reduce((sum, { toPayFen }) => sum + BigInt(toPayFen[taken] ?? 0), 0n)
  // Of a part of the list nobody says how many more belong to it.
  const isWhole = Object.values(filter).every((chosen) => chosen === undefined)
  const uncounted = isWhole ? await uncountedPatents(tx, institution) : 0
  return { today, readings, items, totalFen: `${total}`, uncounted }
}

function lineOf(row: Awaited<ReturnType<typeof listFees>>[number], today: Day): FeeLineWire {
  const { id, fullFen, feeFen, paidFen, ...told } = row
  const days = {
    dueOn: row.dueOn as Day,
    payableUntil: row.payableUntil as Day,
    graceUntil: row.graceUntil as Day | null,
  }
  const { added } = surchargesOn(docketGround().law, { ...days, full: fen(BigInt(fullFen)) }, today)
  const rest = (surcharge: bigint) => {
    const left = BigInt(feeFen) - BigInt(paidFen) + surcharge
    return `${left > 0n ? left : 0n}`
  }
  const each = (write: (surcharge: bigint) => string) =>
    Object.fromEntries(Object.entries(added).map(([reading, amount]) => [reading, write(amount)]))
  return {
    ...told,
    right: id,
    fullFen,
    feeFen,
    state: stateOn(days, today),
    surchargeFen: each((amount) => `${amount}`),
    toPayFen: each(rest),
  }
}

function stateOn(
  { payableUntil, graceUntil }: { readonly payableUntil: Day; readonly graceUntil: Day | null },
  today: Day,
): FeeLineWire['state'] {
  if (today <= payableUntil) return 'upcoming'
  return graceUntil !== null && today <= graceUntil ? 'inGrace' : 'missed'
}

/** What the fees come to in the years ahead, paid in time, and what is late. */
export async function readForecast(
  tx: Tx,
  institution: string,
  today: Day,
  years: number,
): Promise<ForecastWire> {
  const rows = await feesByYear(tx, institution, today, years)
  const others = await otherFeesByYear(tx, institution, today, years)
  const late = await readFees(tx, institution, today, { state: 'inGrace' })
  const first = Number(today.slice(0, 4))
  const budgets = await budgetsOfYears(tx, institution, { from: first, years })
  const sum = (amounts: readonly string[]) =>
    `${amounts.reduce((all, one) => all + BigInt(one), 0n)}`
  return {
    years: Array.from({ length: years }, (_, at) => {
      const ofYear = rows.filter(({ year }) => year === first + at)
      const other = others.find(({ year }) => year === first + at)
      return {
        year: first + at,
        rights: ofYear.reduce((all, { rights }) => all + rights, 0),
        feesFen: sum(ofYear.map(({ fees }) => fees)),
        budgetFen: budgets[at]?.budgetFen ?? null,
        committedFen: budgets[at]?.committedFen ?? '0',
        givenUpFen: sum(ofYear.map(({ given }) => given)),
        kinds: ofYear.map(({ kind, rights, fees }) => ({ kind, rights, feesFen: fees })),
        others: {
          fees: other?.fees ?? 0,
          feesFen: other?.fen ?? '0',
          unknown: other?.unknown ?? 0,
          atLeast: other?.besides ?? 0,
        },
      }
    }),
    lateFen: late.totalFen,
    uncounted: await uncountedPatents(tx, institution),
  }
}
