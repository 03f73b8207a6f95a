import {
  type BookedClaim,
  bookedOf,
  type Claim,
  less,
  type MoneyEvent,
  type MoneyEventKind,
  type PaidPart,
  type PartAmount,
} from '@yizhuan/money'

// What a receivable does to the books: the difference between what should stand there and what does.

/** On which day something happened to a claim, and of which kind of contract it is. */
export interface Happening {
  readonly on: string
  readonly isService: boolean
}

/** A receipt whose day was corrected, with what it was said to have paid by then; all of it where nobody kept that. */
export interface MovedDay {
  readonly receipt: string
  readonly from: string
  readonly to: string
  readonly matches?: readonly string[] | undefined
}

type Parts = Readonly<Record<string, readonly PartAmount[]>>

/** The events that bring the books from what was booked to what a claim comes to now. */
export function bookingOf(
  claim: Claim,
  booked: readonly MoneyEvent[],
  { on, isService }: Happening,
): readonly MoneyEvent[] {
  const wanted = partsOf(bookedOf(claim), isService)
  const isFirst = booked.every(({ kind }) => kind !== 'receivableDue')
  const from = claim.recognisedOn ?? on
  // What paid a claim, wrote it off or changed it is never booked before the claim is.
  const later = on > from ? on : from
  const due = differenceOf(wanted.due, booked, ['receivableDue', 'receivableChanged'])
  return [
    isFirst
      ? { kind: 'receivableDue' as const, on: from, parts: due }
      : { kind: 'receivableChanged' as const, on: later, parts: due },
    {
      kind: 'receivableCleared' as const,
      on: later,
      parts: differenceOf(wanted.cleared, booked, ['receivableCleared']),
    },
    {
      kind: 'receivableWrittenOff' as const,
      on: later,
      parts: differenceOf(wanted.writtenOff, booked, ['receivableWrittenOff']),
    },
  ].filter(({ parts }) => Object.keys(parts).length > 0)
}

/** What of the clearing of a claim is by some of its parts: the difference of what it is with and without them. */
export function clearingOf(
  claim: Claim,
  isOne: (part: PaidPart) => boolean,
  isService: boolean,
): Parts {
  const paid = claim.paid.filter(isOne)
  if (paid.length === 0) return {}
  const minor = paid.reduce((sum, part) => sum + part.minor, 0n)
  const without = {
    ...claim,
    ...{ open: claim.open + minor, paid: claim.paid.filter((part) => !isOne(part)) },
  }
  const [all, rest] = [claim, without].map((one) => partsOf(bookedOf(one), isService).cleared)
  return difference(all ?? {}, [rest ?? {}])
}

/** What is to be posted, so that what some kinds of events booked becomes what should be. */
export const differenceOf = (
  wanted: Parts,
  booked: readonly MoneyEvent[],
  kinds: readonly MoneyEventKind[],
): Parts =>
  difference(
    wanted,
    booked.filter(({ kind }) => kinds.includes(kind)).map(({ parts }) => parts),
  )

/** The same amounts taken back. */
export const negated = (parts: Parts): Parts =>
  Object.fromEntries(
    Object.entries(parts).map(([name, amounts]) => [
      name,
      amounts.map(({ fen, ...whose }) => ({ fen: -fen, ...whose })),
    ]),
  )

/** A claim in the parts that its posting rules know by name. */
function partsOf({ due, cleared, writtenOff, gained, lost }: BookedClaim, isService: boolean) {
  const own = isService ? 'service' : 'transfer'
  const split = (amounts: readonly PartAmount[], name: string): Parts => ({
    [name]: amounts.filter(({ person }) => person === undefined),
    forOthers: amounts.filter(({ person }) => person !== undefined),
  })
  return {
    due: split(due, own),
    cleared: {
      ...split(cleared, own),
      [`${own}Gained`]: [{ fen: gained }],
      [`${own}Lost`]: [{ fen: lost }],
    },
    writtenOff: split(writtenOff, 'own'),
  }
}

function difference(wanted: Parts, before: readonly Parts[]): Parts {
  const names = [...new Set([wanted, ...before].flatMap((parts) => Object.keys(parts)))]
  const differences = names.map((name) => {
    const standing = before.flatMap((parts) => parts[name] ?? [])
    return [name, less(wanted[name] ?? [], standing)] as const
  })
  return Object.fromEntries(differences.filter(([, amounts]) => amounts.length > 0))
}
