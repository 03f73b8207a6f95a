// The income tax of a person by a table that packs hold: an estimate, never what is withheld.
import {
  add,
  assert,
  compare,
  type Fen,
  mul,
  parseFen,
  parseRatio,
  type Ratio,
  ratio,
  roundDown,
  sub,
  type Words,
} from '@yizhuan/kit'
import type { OpenSpan } from './pack.ts'
import { isWithin } from './parameters.ts'

/** A table as it is written and as it travels: amounts in fen, rates such as "20%". */
export interface TaxTableDocument extends OpenSpan {
  readonly verified: boolean
  readonly title: Words
  readonly cite: string
  readonly bands: readonly { readonly over: number | string; readonly rate: string }[]
}

/** The bands of a progressive tax, from nothing upwards. */
export interface TaxTable {
  readonly verified: boolean
  readonly title: Words
  readonly cite: string
  readonly from: string | undefined
  readonly bands: readonly { readonly over: Ratio; readonly rate: Ratio }[]
}

/** The table that holds on a day; undefined when no pack holds one. */
export function taxTableOn(
  documents: readonly TaxTableDocument[],
  day: string,
): TaxTable | undefined {
  const document = documents.find((each) => isWithin(each, day))
  if (!document) return undefined
  const bands = document.bands.map(({ over, rate }) => ({
    over: ratio(parseFen(over, 'over')),
    rate: parseRatio(rate, 'rate'),
  }))
  assert(bands[0]?.over.n === 0n, 'the first band begins at nothing')
  const { verified, title, cite, from } = document
  return { verified, title, cite, from, bands }
}

/** What an amount adds to the tax of a year in which other income is taxed already, to the fen. */
export function taxOnTop({ bands }: TaxTable, other: Fen, amount: Fen): Fen {
  const more = sub(taxOf(bands, ratio(other + amount)), taxOf(bands, ratio(other)))
  return roundDown(add(more, ratio(1, 2))) as Fen
}

/** Each band taxes what lies above its beginning at what its rate adds to that of the band below. */
function taxOf(bands: TaxTable['bands'], income: Ratio): Ratio {
  let [tax, below] = [ratio(0), ratio(0)]
  for (const { over, rate } of bands) {
    const above = sub(income, over)
    if (compare(above, ratio(0)) <= 0) break
    tax = add(tax, mul(above, sub(rate, below)))
    below = rate
  }
  return tax
}
