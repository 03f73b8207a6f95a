import { allocate, type Fen, mul, type Ratio, ratio } from '@yizhuan/kit'
import { nearest } from '../currency/exchange.ts'

// The value added tax of invoices, told apart by what each asks for. An invoice says one sum of tax; what of it is
// whose follows from the amounts, so that the parts come to the whole, and of an invoice that red letters took back
// nothing is left of any part.

/** An invoice that stands, or a red letter, whose sums are below nought. */
export interface TaxedInvoice {
  /** The invoice that it takes back; its own id where it takes back none. */
  readonly of: string
  readonly vat: bigint
  readonly lines: readonly TaxedLine[]
}

export interface TaxedLine {
  readonly receivable: string
  readonly fen: bigint
  /** The day on which the tax of this line arose. */
  readonly on: string
}

/** Tax of a receivable that arose on a day, or was taken back on it. */
export interface TaxPart {
  readonly receivable: string
  readonly on: string
  readonly fen: bigint
}

/** The tax of invoices by receivable and day. @param invoices  each before the red letters that take it back. */
export function taxParts(invoices: readonly TaxedInvoice[]): readonly TaxPart[] {
  const families = new Map<string, Family>()
  return invoices.flatMap(({ of, vat, lines }) => {
    const before = families.get(of) ?? { vat: 0n, asked: new Map(), parts: new Map() }
    const asked = new Map(before.asked)
    for (const { receivable, fen } of lines) {
      asked.set(receivable, (asked.get(receivable) ?? 0n) + fen)
    }
    const whole = before.vat + vat
    const parts = divided(whole, asked)
    families.set(of, { vat: whole, asked, parts })
    // A red letter of one line may move a fen of rounding between the others: it stands on its own day too.
    const on = (receivable: string) =>
      lines.find((line) => line.receivable === receivable)?.on ?? lines[0]?.on ?? ''
    return [...parts]
      .map(([receivable, fen]) => ({
        ...{ receivable, on: on(receivable) },
        fen: fen - (before.parts.get(receivable) ?? 0n),
      }))
      .filter(({ fen }) => fen !== 0n)
  })
}

type Sums = ReadonlyMap<string, bigint>

interface Family {
  readonly vat: bigint
  readonly asked: Sums
  readonly parts: Sums
}

function divided(vat: bigint, asked: Sums): Sums {
  const names = [...asked.keys()].toSorted()
  const amounts = names.map((name) => asked.get(name) ?? 0n)
  if (vat <= 0n || amounts.every((fen) => fen <= 0n)) {
    return new Map(names.map((name, at) => [name, at === 0 ? vat : 0n]))
  }
  const { parts } = allocate(
    vat as Fen,
    amounts.map((fen) => ratio(fen > 0n ? fen : 0n)),
  )
  return new Map(names.map((name, at) => [name, parts[at] ?? 0n]))
}

/**
 * What of the tax of a claim lessens income: all of it once the claim is in the books, before that the share of what
 * is invoiced that was paid, since what arrives is income.
 */
export function taxBorne(
  vat: bigint,
  of: { readonly isRecognised: boolean; readonly invoiced: bigint; readonly paid: bigint },
): bigint {
  if (of.isRecognised) return vat
  if (of.invoiced <= 0n || of.paid <= 0n) return 0n
  const share: Ratio = of.paid >= of.invoiced ? ratio(1) : ratio(of.paid, of.invoiced)
  return nearest(mul(ratio(vat), share))
}
