import type { AssetTags, LossCause, Sign } from '@yizhuan/procedures'
import { keyOfNumber, taggedOn } from '@yizhuan/procedures'

// The ledger of assets: one line for each achievement of the institution, its tags worked out from what
// the registers and cases show, its amounts from what was spent and booked.

/** Where the money of research comes from. */
export const fundings = ['public', 'enterprise', 'own'] as const
export type Funding = (typeof fundings)[number]

/** When a cost is booked: as it arises, once development ended, or when the asset leaves the books. */
export const bookingSteps = ['first', 'release', 'disposal'] as const
export type BookingStep = (typeof bookingSteps)[number]

/** Where a sign is written down. */
export interface SignSource {
  readonly register: 'right' | 'contract' | 'case'
  readonly id: string
  readonly number: string | null
  readonly title: string
  /** The act of a case, and its place in the record. */
  readonly act?: string
  readonly seq?: number
  /** False where the register does not say the day: it then counts from the first day that is known. */
  readonly isDayKnown: boolean
}
export type AssetSign = Sign<SignSource>

/** An achievement as the ledger knows it. */
export interface Entered {
  readonly id: string
  readonly number: string
  readonly title: string
  readonly department: string | null
  readonly fundingKind: string | null
  /** As precise as known; empty where nobody knows. */
  readonly enteredOn: string
}

/** What was spent on an achievement and became of it. */
export interface Sums {
  readonly spentFen: bigint
  readonly expensedFen: bigint
  /** Collected and not released yet. */
  readonly collectedFen: bigint
  /** Confirmed as an asset, and taken off the books again, in all. */
  readonly capitalisedFen: bigint
  readonly disposedFen: bigint
  /** On the books as an intangible asset. */
  readonly bookFen: bigint
}

export interface AssetLine extends Entered, Sums {
  readonly tags: AssetTags
}

/** An amount that was booked. */
export interface Booked {
  readonly step: BookingStep
  readonly treatment: string
  readonly amountFen: string
}

/** What the accepted bookings of an achievement come to. */
export function sumsOf(spent: readonly bigint[], bookings: readonly Booked[]): Sums {
  const total = (chosen: (booking: Booked) => boolean) =>
    bookings.filter(chosen).reduce((sum, { amountFen }) => sum + BigInt(amountFen), 0n)
  const capitalisedFen = total(({ treatment }) => treatment.startsWith('capitalise'))
  const disposedFen = total(({ step }) => step === 'disposal')
  return {
    spentFen: spent.reduce((sum, one) => sum + one, 0n),
    expensedFen: total(({ treatment }) => treatment === 'expense'),
    collectedFen:
      total(({ treatment }) => treatment === 'collect') - total(({ step }) => step === 'release'),
    capitalisedFen,
    disposedFen,
    bookFen: capitalisedFen - disposedFen,
  }
}

export type TagName = 'attribute' | 'stage' | 'conversion'

/** Which lines are asked for. */
export interface TagFilter {
  readonly attribute?: string | undefined
  readonly stage?: string | undefined
  readonly conversion?: string | undefined
  readonly funding?: string | undefined
  readonly q?: string | undefined
}

/** How many lines bear each tag; each row sums to the lines. */
export function countsOf(lines: readonly AssetLine[]) {
  const count = <Value extends string>(values: readonly Value[], of: (tags: AssetTags) => Value) =>
    Object.fromEntries(
      values.map((value) => [value, lines.filter(({ tags }) => of(tags) === value).length]),
    ) as Record<Value, number>
  return {
    attribute: count(tagValues.attribute, ({ attribute }) => attribute),
    stage: count(tagValues.stage, ({ stage }) => stage),
    conversion: count(tagValues.conversion, ({ conversion }) => conversion),
  }
}

/** How many lines bear each value of each tag. */
export type TagCounts = ReturnType<typeof countsOf>

/** Every value of each tag, in the order in which lists show them. */
export const tagValues = {
  attribute: ['unauthorised', 'authorised', 'lapsed'],
  stage: ['research', 'development', 'indistinguishable'],
  conversion: ['none', 'intended', 'converted'],
} as const satisfies { readonly [Tag in TagName]: readonly AssetTags[Tag][] }

/** A right of the register, as far as it says whether the achievement is an authorised one. */
export interface KnownRight {
  readonly id: string
  readonly kind: string
  readonly number: string | null
  readonly title: string
  readonly status: string | null
  readonly grantedOn: string | null
  readonly validTo: string | null
  /** The day of the docket on which it was lost. */
  readonly lostOn: string | null
  /** From what day it is over by its term, when nobody says otherwise. */
  readonly endsOn: string | null
}

const held = ['granted', 'registered', 'valid']
const lostBy: Readonly<Record<string, LossCause>> = {
  lapsed: 'unrenewed',
  lapsed_unpaid: 'unrenewed',
  lapsed_expired: 'term_ended',
  expired: 'term_ended',
  invalidated: 'invalidated',
  cancelled: 'abandoned',
  lapsed_waived: 'abandoned',
  transferred: 'transferred',
}

/** What a right of the register shows: that it was obtained, and that it was lost. */
export function signsOfRight(right: KnownRight, kinds: readonly string[]): readonly AssetSign[] {
  const { id, kind, number, title, status, grantedOn, validTo, lostOn, endsOn } = right
  const cause = lostBy[status ?? '']
  // An application that lapsed before any grant never was a right.
  const isObtained = grantedOn !== null || held.includes(status ?? '')
  if (!kinds.includes(kind) || !isObtained) return []
  const of = number === null ? id : keyOfNumber(number)
  const source = (isDayKnown: boolean): SignSource => ({
    ...{ register: 'right', id, number, title, isDayKnown },
  })
  const obtained: AssetSign = {
    ...{ what: 'right_obtained', of, on: grantedOn ?? '', source: source(grantedOn !== null) },
  }
  const over = { what: 'right_lost', of, cause: 'term_ended', source: source(true) } as const
  // Known long before: until that day the sign tells nothing.
  if (cause === undefined) return endsOn === null ? [obtained] : [obtained, { ...over, on: endsOn }]
  const ended = status === 'lapsed_expired' || status === 'expired' ? validTo : null
  const on = lostOn ?? ended
  const lost: AssetSign = {
    ...{ what: 'right_lost', of, cause, on: on ?? grantedOn ?? '', source: source(on !== null) },
  }
  return [obtained, lost]
}

/** A contract of transfer of the register. */
export interface KnownContract {
  readonly id: string
  readonly number: string | null
  readonly title: string
  readonly signedOn: string | null
  readonly status: string | null
  /** The day on which it ended before its time; a ledger may not say. */
  readonly terminatedOn: string | null
}

/** What a contract of transfer shows; one that never came into force shows nothing. */
export function signsOfContract(contract: KnownContract): readonly AssetSign[] {
  const { id, number, title, signedOn, status, terminatedOn } = contract
  if (signedOn === null || status === 'not_effective') return []
  const of = number === null ? id : keyOfNumber(number)
  const source = (isDayKnown: boolean): SignSource => ({
    ...{ register: 'contract', id, number, title, isDayKnown },
  })
  const signed: AssetSign = { what: 'contract_signed', of, on: signedOn, source: source(true) }
  if (status !== 'terminated') return [signed]
  const on = terminatedOn ?? signedOn
  return [signed, { what: 'contract_fell', of, on, source: source(terminatedOn !== null) }]
}

/** A transfer case about the achievement. */
export interface KnownDeal {
  readonly id: string
  readonly number: string
  readonly title: string
  readonly counterparty: string | null
  readonly openedOn: string
  readonly lastOn: string
  readonly status: string
}

/** What a transfer case shows: with a counterparty there is an intention, until the case is given up. */
export function signsOfDeal(deal: KnownDeal): readonly AssetSign[] {
  const { id, number, title, counterparty, openedOn, lastOn, status } = deal
  if (counterparty === null) return []
  const source: SignSource = { register: 'case', id, number, title, isDayKnown: true }
  const intended: AssetSign = { what: 'intended', of: id, on: openedOn, source }
  return status === 'ended'
    ? [intended, { what: 'intention_withdrawn', of: id, on: lastOn, source }]
    : [intended]
}

/** An achievement with its tags on a day and its amounts. */
export function lineOf(
  entered: Entered,
  signs: readonly AssetSign[],
  sums: Sums,
  day: string,
): AssetLine {
  return { ...entered, ...sums, tags: taggedOn(signs, day).tags }
}
