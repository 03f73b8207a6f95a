import type { Calendar, Day, Fen } from '@yizhuan/kit'
import { type DocketLaw, inForce, type Length } from './docket-law.ts'
import { type AnnuityKind, hasAnnuities } from './kind.ts'
import { firstOf, lastOf, type RightEvent, type RightState, type Span } from './legal-state.ts'
import { ends, lastDay, yearOfTerm } from './period.ts'

/** What the fees of a patent depend on. */
export interface AnnuityFacts {
  readonly kind: AnnuityKind
  readonly filedOn: Day
  /** The year of term whose fee is paid with the grant; none while no grant was noticed. */
  readonly grantYear: number | null
  /** The last day to register the grant. */
  readonly registerUntil: Day
  readonly isGranted: boolean
  /** Years of the term as filed, and with the full years it was lengthened by. */
  readonly termYears: number
  readonly lastYear: number
  readonly owners: number
  readonly reductions: readonly Span[]
  /** The days on which a reduction was recorded, also where one ran already. */
  readonly reductionsRecorded: readonly Day[]
  readonly openLicence: readonly Span[]
  /** Whether all owners qualify for a reduction, from day to day; nothing where nobody said so. */
  readonly qualified: readonly Qualified[]
  readonly payments: readonly { readonly year: number; readonly on: Day; readonly fen: Fen }[]
  /** Years that somebody said are paid, without a receipt. */
  readonly takenAsPaid: ReadonlySet<number>
  /** Up to what year everything is known to be paid, without the single payments. Nought when not known. */
  readonly paidThrough: number
  /** Whether the office gave a lost right back; only then does a payment after the end count. */
  readonly isRestored: boolean
  readonly ended: { readonly on: Day; readonly isUnpaid: boolean } | null
}

/**
 * Through what year the fees of all owners are reduced, from a day on. The office reduces the fees of several owners
 * only where each of them qualifies (cn-patent-fee-relief#a3); none where one does not.
 */
export interface Qualified {
  readonly from: Day
  readonly until: number | null
  /** Nobody said it of the owners of that day: a reduction recorded since stands for them. */
  readonly isUntold?: true
}

/** What a register knows besides the events. */
export interface KnownOfFees {
  readonly paidThrough?: number | null
  /** In the order of their days. */
  readonly qualified?: readonly Qualified[]
}

/** Reads from the events of a right what its fees depend on; nothing of rights that have none. */
export function annuityFactsOf(
  law: DocketLaw,
  calendar: Calendar,
  right: RightState,
  { paidThrough, qualified = [] }: KnownOfFees = {},
): AnnuityFacts | undefined {
  const { kind } = right
  const filedOn = firstOf(right, 'filed')?.on
  if (!hasAnnuities(kind) || filedOn === undefined) return undefined
  const grantedOn = firstOf(right, 'granted')?.on
  const notice = lastOf(right, 'grantNoticed')
  const noticedOn = notice && receivedOn(law, notice)
  const registration = noticedOn && inForce(law.payment, noticedOn)?.registration
  const bornOn = grantedOn ?? noticedOn
  const told = lastOf(right, 'registrationPaid')?.year ?? notice?.year
  const termYears = termYearsOf(law, kind, filedOn)
  return {
    kind,
    filedOn,
    grantYear: bornOn === undefined ? null : (told ?? yearOfTerm(filedOn, bornOn)),
    registerUntil:
      noticedOn && registration
        ? lastDay(noticedOn, registration, calendar)
        : (grantedOn ?? filedOn),
    isGranted: grantedOn !== undefined,
    termYears,
    lastYear: termYears + fullYears(ends(filedOn, { years: termYears }), right.compensationDays),
    owners: right.owners,
    reductions: right.reductions,
    reductionsRecorded: right.events.flatMap(({ kind: what, on }) =>
      what === 'reductionRecorded' ? [on] : [],
    ),
    openLicence: right.openLicence,
    qualified,
    payments: right.events.flatMap(({ kind: what, year, on, fen }) =>
      what === 'annuityPaid' && year !== undefined && fen !== undefined ? [{ year, on, fen }] : [],
    ),
    takenAsPaid: new Set(
      right.events.flatMap(({ kind: what, year }) =>
        what === 'annuityTakenAsPaid' && year !== undefined ? [year] : [],
      ),
    ),
    paidThrough: paidThrough ?? 0,
    isRestored: lastOf(right, 'restored') !== undefined,
    ended: endOf(right),
  }
}

/** The day a paper counts as received: by mail some days after it was sent. */
export function receivedOn(law: DocketLaw, { on, by }: Pick<RightEvent, 'on' | 'by'>): Day {
  return by === 'mail' ? ends(on, inForce(law.payment, on)?.mail ?? {}) : on
}

function termYearsOf(law: DocketLaw, kind: AnnuityKind, filedOn: Day): number {
  const rules = law.terms.filter((rule) => rule.kind === kind)
  return yearsIn((inForce(rules, filedOn) ?? rules[0])?.length)
}

const yearsIn = (length: Length | undefined) => length?.years ?? 0

/** The full years in some days after the end of a term; a rest below a year has no fee. */
function fullYears(from: Day, days: number): number {
  let years = 0
  while (ends(from, { years: years + 1 }) <= ends(from, { days })) years += 1
  return years
}

const over = ['terminated', 'withdrawn', 'deemedWithdrawn', 'deemedAbandoned', 'invalidated']

function endOf({ state, since, ending, isOurs, events }: RightState): AnnuityFacts['ended'] {
  const left = events.findLast(({ kind }) => kind === 'transferred')
  if (!isOurs && left) return { on: left.on, isUnpaid: false }
  if (since === null || !over.includes(state)) return null
  return { on: since, isUnpaid: ending === 'unpaid' }
}
