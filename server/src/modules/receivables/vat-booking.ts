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
  const borne: MoneyEvent = {
    kind: 'outputVatBorne',
    on: bearingDay(claim, tax, on),
    parts: differenceOf(wanted, booked, ['outputVatBorne']),
  }
  return [...arose, borne].filter(({ parts }) => Object.keys(parts).length > 0)
}

/** Tax is borne when it arose or its income was recognised, whichever is later, and never after what happened. */
function bearingDay({ recognisedOn }: Claim, { parts }: ClaimTax, on: string): string {
  if (recognisedOn === null) return on
  const arose =
    parts
      .map((part) => part.on)
      .toSorted()
      .at(-1) ?? on
  const day = arose < on ? arose : on
  return day > recognisedOn ? day : recognisedOn
}
