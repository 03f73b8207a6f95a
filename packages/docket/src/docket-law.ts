import type { Day, Fen, Ratio, Words } from '@yizhuan/kit'
import type { Country } from './country.ts'
import type { EventKind, LegalState } from './event-kind.ts'
import type { AnnuityKind, RightKind } from './kind.ts'

// What law and authorities have set for the docket: data, dated, each row with its source.

/** A row of the law: from which day, by which place, and whether anybody compared it with the source. */
export interface Dated {
  readonly from: Day
  readonly cite: string
  readonly verified: boolean
}

/** A period; parts add up, and a negative part takes away. */
export interface Length {
  readonly years?: number
  readonly months?: number
  readonly days?: number
}

export interface FeeTable extends Dated {
  readonly kind: AnnuityKind
  readonly bands: readonly { readonly first: number; readonly last: number; readonly fen: Fen }[]
}

export interface OneFee extends Dated {
  readonly id: string
  readonly title: Words
  /** What it is asked for; of rights of every kind where this is left out. */
  readonly kinds?: readonly RightKind[]
  /** Nothing where its amount is not known. */
  readonly fen?: Fen
  /** What may come on top of it: then it is that much at least. */
  readonly besides?: Words
  /** Whether the office reduces it together with the annual fees. */
  readonly isReduced?: boolean
}

/** The fee of a clock: which, what records its payment, and after which other clock it is asked for. */
export interface FeeRule {
  readonly id: string
  readonly paidBy: EventKind
  readonly after?: string
}

export interface PaymentRule extends Dated {
  readonly registration: Length
  readonly grace: Length
  readonly restoration: Length
  readonly obstacle: Length
  readonly atMost: Length
  readonly restoredSurcharge: Ratio
  readonly mail: Length
  readonly refund: Length
}

export interface SurchargeRule extends Dated {
  readonly perMonth: Ratio
  readonly default: string
  readonly readings: Readonly<
    Record<string, { readonly label: Words; readonly freeMonths: number }>
  >
  readonly rationale: Words
}

export interface ReductionRule extends Dated {
  readonly single: Ratio
  readonly shared: Ratio
  readonly years: number
}

export interface OpenLicenceRule extends Dated {
  readonly relief: Ratio
}

export interface CompensationRule extends Dated {
  readonly fen: Fen
}

export interface TermRule extends Dated {
  readonly kind: RightKind
  readonly runsFrom: readonly EventKind[]
  /** What it runs from while there is none of `runsFrom`. */
  readonly otherwise?: readonly EventKind[]
  /** The latest of `runsFrom` counts, not the earliest. */
  readonly latest?: boolean
  /** What adds a whole term to the one before, which it follows without a gap, whatever day it is recorded on. */
  readonly lengthenedBy?: readonly EventKind[]
  /** How long after its end it can still be renewed. */
  readonly grace?: Length
  readonly length: Length
  readonly woody?: Length
  readonly until?: 'year-end'
  readonly atMost?: { readonly from: EventKind; readonly length: Length }
}

export interface ClockRule {
  readonly id: string
  readonly kinds: readonly RightKind[]
  readonly title: Words
  readonly from: EventKind | 'priority' | 'firstFiled' | 'termRuns'
  readonly length: Length
  readonly clearedBy: readonly EventKind[]
  readonly type: 'deadline' | 'opening' | 'notice'
  readonly received?: boolean
  readonly matched?: boolean
  /** Events of the same reference that set its last day anew. */
  readonly extendedBy?: readonly EventKind[]
  /** It does not run out before this long after an event, whatever it is counted from. */
  readonly atLeast?: { readonly from: EventKind; readonly length: Length }
  readonly while?: readonly LegalState[]
  readonly past?: readonly { readonly since: EventKind; readonly length: Length }[]
  /** What follows when it runs out. */
  readonly leadsTo?: LegalState
  /** What is paid to meet it. */
  readonly fee?: FeeRule
  readonly cite: string
  readonly verified: boolean
}

/** One notation of a number: what is accepted, what is kept, and by what else people look for it. */
export interface NumberFormat {
  /** Of what; of patents of every type where this is left out. */
  readonly kinds?: readonly RightKind[]
  /** How such a number is written, for those whose kind is told. */
  readonly example?: string
  readonly read: RegExp
  readonly write: string
  readonly spell: readonly string[]
  readonly check?: 'luhn'
}

/** How an office abroad writes its numbers. */
export interface OfficeFormats {
  readonly office: Country
  readonly example: string
  readonly numbers: readonly NumberFormat[]
  readonly publications: readonly NumberFormat[]
  readonly cite: string
  readonly verified: boolean
}

export interface DocketLaw {
  readonly sources: Readonly<Record<string, Words>>
  readonly annuities: readonly FeeTable[]
  readonly fees: readonly OneFee[]
  readonly payment: readonly PaymentRule[]
  readonly surcharges: readonly SurchargeRule[]
  readonly reductions: readonly ReductionRule[]
  readonly openLicences: readonly OpenLicenceRule[]
  readonly compensations: readonly CompensationRule[]
  readonly terms: readonly TermRule[]
  readonly clocks: readonly ClockRule[]
  readonly offices: readonly OfficeFormats[]
}

/** The row in force on a day: the one that began last. */
export function inForce<Row extends Dated>(rows: readonly Row[], on: Day): Row | undefined {
  return rows.reduce<Row | undefined>(
    (found, row) => (row.from <= on && (!found || row.from >= found.from) ? row : found),
    undefined,
  )
}
