import { groupBy } from '@yizhuan/kit'
import { type Claim, type MoneyEvent, type TaxPart, taxBorne } from '@yizhuan/money'
import { differenceOf, type Happening } from './booking.ts'

// The tax of invoices in the books: owed from the day on which it arose, and less income once the income of its
// claim is there. As with claims, the difference between what should stand there and what does.

/** The tax of a receivable by the days on which it arose, and how much of it is invoiced, as `Claim` counts. */
export interface ClaimTax {
  readonly parts: readonly Pick<TaxPart, 'on' | 'fen'>[]
  readonly invoiced: bigint
}

/** The tax that invoices of a receivable bear. */
export const taxOf = ({ parts }: ClaimTax): bigint => parts.reduce((sum, { fen }) => sum + fen, 0n)

/** The events that bring the books to what the tax of a claim comes to now; of one kind and day there is one. */
export function taxBookingOf(
  claim: Claim,
  tax: ClaimTax,
  booked: readonly MoneyEvent[],
  { on, isService }: Happening,
): readonly MoneyEvent[] {
  const before = booked.filter(({ kind }) => kind === 'outputVatArose')
  const days = new Set([...tax.parts, ...before].map((one) => one.on))
  const arose = [...days].toSorted().map((day): MoneyEvent => {
    const vat = [{ fen: taxOf({ ...tax, parts: tax.parts.filter((one) => one.on === day) }) }]
    const then = before.filter((one) => one.on === day)
    const parts = differenceOf({ vat }, then, ['outputVatArose'])
    return { kind: 'outputVatArose', on: day, parts }
  })
  const fen = taxBorne(taxOf(tax), {
    isRecognised: claim.recognisedOn !== null,
    invoiced: tax.invoiced,
    paid: claim.paid.reduce((sum, { minor }) => sum + minor, 0n),
  })
  const wanted = { transfer: [], service: [], [isService ? 'service' : 'transfer']: [{ fen }] }
  const changed = arose.filter(isSome).map((one) => one.on)
  const taxDays = changed.length > 0 ? changed : tax.parts.map((part) => part.on)
  // Income that is there no longer, of the same tax: it goes on the day on which that happened, and its tax with it.
  const isGone =
    fen < sumOf(booked, 'outputVatBorne') && taxOf(tax) >= sumOf(booked, 'outputVatArose')
  const borne: MoneyEvent = {
    kind: 'outputVatBorne',
    on: isGone ? on : bearingDay(claim, taxDays, on),
    parts: differenceOf(wanted, booked, ['outputVatBorne']),
  }
  return [...arose, borne].filter(isSome)
}

const sumOf = (events: readonly MoneyEvent[], of: MoneyEvent['kind']): bigint =>
  events
    .filter(({ kind }) => kind === of)
    .flatMap(({ parts }) => Object.values(parts).flat())
    .reduce((sum, { fen }) => sum + fen, 0n)

const isSome = ({ parts }: MoneyEvent): boolean => Object.keys(parts).length > 0

/**
 * Tax is borne, or borne no longer, when it arose or its income was there, whichever is later, and never after what
 * happened. @param days  on which tax arose or was taken back by what happened; else those on which it stands.
 */
function bearingDay(claim: Claim, days: readonly string[], on: string): string {
  const income = incomeDay(claim) ?? on
  const last = days.toSorted().at(-1) ?? on
  return [income, last < on ? last : on].toSorted().at(-1) ?? on
}

/** The day from which on the income of a claim is there: with what paid it, where all of that came before it was due. */
function incomeDay({ open, recognisedOn, paid, writtenOff }: Claim): string | null {
  const came = [...groupBy(paid, (part) => part.on)]
    .filter(([, parts]) => parts.reduce((sum, { minor }) => sum + minor, 0n) > 0n)
    .map(([day]) => day)
  const last = came.toSorted().at(-1) ?? null
  if (recognisedOn === null) return last
  const isPaid = last !== null && open === 0n && writtenOff.length === 0
  return isPaid && last < recognisedOn ? last : recognisedOn
}
