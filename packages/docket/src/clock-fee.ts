import { type Fen, mul, ratio, roundUp, sub, type Words } from '@yizhuan/kit'
import { isQualified } from './annuity.ts'
import type { KnownOfFees } from './annuity-facts.ts'
import type { Clock } from './clock.ts'
import { type DocketLaw, inForce } from './docket-law.ts'
import type { EventKind } from './event-kind.ts'
import { isWithin, type RightState } from './legal-state.ts'
import { isNearerToEnd } from './term.ts'

/** What is to be paid to meet a clock, as far as it is known. */
export interface ClockFee {
  readonly id: string
  readonly title: Words
  /** Nothing where its amount is not known. */
  readonly fen: Fen | null
  /** What may come on top; then it is that much at least. */
  readonly besides: Words | null
  readonly isReduced: boolean
  readonly paidBy: EventKind
  /** The clock that has to be over before this one asks for its fee. */
  readonly after: string | null
  readonly cite: string
  readonly verified: boolean
}

/** The fee of a clock by the table that is in force on its last day; undefined where none is owed, or it was paid. */
export function clockFee(
  law: DocketLaw,
  right: RightState,
  { rule, from, ends }: Pick<Clock, 'rule' | 'from' | 'ends'>,
  { qualified = [] }: Pick<KnownOfFees, 'qualified'> = {},
): ClockFee | undefined {
  if (!rule.fee) return undefined
  const { id, paidBy, after = null } = rule.fee
  const since = rule.from === 'priority' ? '' : from
  // A term that is renewed begins with the one before: its fee comes in the last of its years.
  const isOfTerm = rule.from === 'termRuns'
  const isPaid = right.events.some(
    ({ kind, on }) =>
      kind === paidBy && (isOfTerm ? isNearerToEnd(on, from, rule.length) : on >= since),
  )
  if (isPaid) return undefined
  const rows = law.fees.filter((row) => row.id === id && (row.kinds?.includes(right.kind) ?? true))
  // What is older than the table is taken at its first row; the amount is that of a day to come.
  const row = inForce(rows, ends) ?? rows[0]
  if (!row) return undefined
  const reductionsRecorded = right.events.flatMap(({ kind, on }) =>
    kind === 'reductionRecorded' ? [on] : [],
  )
  const isReduced =
    row.isReduced === true &&
    isWithin(right.reductions, ends) &&
    isQualified({ qualified, reductionsRecorded }, ends)
  const reduction = isReduced ? inForce(law.reductions, ends) : undefined
  const share = reduction && (right.owners > 1 ? reduction.shared : reduction.single)
  const full = row.fen ?? null
  return {
    ...{ id, title: row.title, paidBy, after },
    fen: full !== null && share ? roundUp(mul(ratio(full), sub(ratio(1), share))) : full,
    besides: row.besides ?? null,
    isReduced: full !== null && share !== undefined,
    cite: row.cite,
    verified: row.verified && (reduction?.verified ?? true),
  }
}
