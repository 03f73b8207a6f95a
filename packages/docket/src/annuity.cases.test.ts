import { type Day, type Fen, parseYuan, yuanText } from '@yizhuan/kit'
import { describe, expect, test } from 'vitest'
import { annuitiesOf } from './annuity.ts'
import { annuityFactsOf } from './annuity-facts.ts'
import type { RightKind } from './kind.ts'
import { foldRight, type RightEvent } from './legal-state.ts'
import { calendar, casesIn, event, law } from './testing/law.ts'

// Every worked case of packs/cn-ip/cases, from the events of a right to the line of one year; the years
// before it are paid.

interface AnnuityCase {
  readonly why: string
  readonly given: {
    readonly kind: RightKind
    readonly filed: string
    readonly granted: string
    readonly year: number
    readonly today: string
    readonly owners?: number
    readonly reducedFrom?: string
    readonly reducedTo?: string
    readonly openFrom?: string
    readonly openTo?: string
    readonly restored?: string
    readonly paid?: readonly (readonly [string, number])[]
  }
  readonly expect: Readonly<Record<string, string | readonly string[]>>
}

function eventsOf({ given }: AnnuityCase): readonly RightEvent[] {
  const at = (kind: RightEvent['kind'], on: string | undefined) => (on ? [event(kind, on)] : [])
  return [
    ...at('filed', given.filed),
    ...at('granted', given.granted),
    ...at('reductionRecorded', given.reducedFrom),
    ...at('reductionEnded', given.reducedTo),
    ...at('openLicencePerformed', given.openFrom),
    ...at('openLicenceWithdrawn', given.openTo),
    ...at('restored', given.restored),
    ...(given.paid ?? []).map(([on, yuan]) =>
      event('annuityPaid', on, { year: given.year, fen: parseYuan(String(yuan)) }),
    ),
  ]
}

const plain = (amount: Fen | undefined) => yuanText(amount ?? 0n).replaceAll(',', '')

function lineOf(each: AnnuityCase) {
  const { kind, owners, year, today } = each.given
  const right = foldRight(kind, eventsOf(each), owners)
  const facts = annuityFactsOf(law, calendar, right, { paidThrough: year - 1 })
  const rows = facts ? annuitiesOf(law, calendar, facts, today as Day) : []
  const row = rows.find((one) => one.year === year)
  if (!row) return undefined
  const both = (amounts: Readonly<Record<string, Fen>>) =>
    ['first-month-free', 'every-month'].map((reading) => plain(amounts[reading]))
  const isLate = row.state === 'inGrace' || row.state === 'missed'
  return {
    due: row.dueOn,
    until: row.payableUntil,
    ...(row.graceUntil && { grace: row.graceUntil }),
    full: plain(row.full),
    fee: plain(row.fee),
    state: row.state,
    ...(isLate && { added: both(row.surcharge), toPay: both(row.toPay) }),
    ...(row.settledOn && { settled: row.settledOn }),
    ...(row.overpaid && { over: plain(row.overpaid.fen) }),
  }
}

const files = ['due-days', 'fees', 'reductions', 'late', 'payments']
const all = files.map((name) => [name, casesIn<AnnuityCase>(name)] as const)

test('there are cases to work', () => {
  expect(all.reduce((sum, [, cases]) => sum + cases.length, 0)).toBeGreaterThan(200)
})

describe.each(all)('%s', (_name, cases) => {
  test.each(cases.map((each) => [`${each.why}: ${each.given.today}`, each] as const))(
    '%s',
    (_why, each) => {
      const line = lineOf(each)
      expect(line).toEqual(each.expect)
    },
  )
})
