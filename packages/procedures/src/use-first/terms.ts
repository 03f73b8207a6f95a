// The terms of a use: as they were proposed, and whether notice, contract and conversion keep them.
import type { z } from 'zod'
import { type ActsState, readers } from '../procedure/acts-state.ts'
import type { OutOfOrder } from '../procedure/order.ts'
import type { Difference, Fit } from '../procedure/procedure.ts'
import { useFirstData } from './acts.ts'

type Data = Readonly<Record<string, unknown>>

const { latest } = readers(useFirstData)

/** What the public reads of a use, and what of it the contract must keep. */
const published = [
  'way',
  'counterparty',
  'field',
  'period',
  'fee',
  'trigger',
  'pricedBy',
  'fixedPrice',
  'formula',
  'distribution',
] as const
type Field = (typeof published)[number]
const signed = published.filter((field) => field !== 'way' && field !== 'distribution')

type Told = { readonly [field in Field]?: string | undefined }

/** The terms as the enterprise asked for them and as they were proposed. */
export function termsOf(state: ActsState): Told | undefined {
  const proposal = latest(state, 'proposed')?.data
  const requested = latest(state, 'requested')?.data
  if (!proposal || !requested) return undefined
  const { talks: _talks, ...terms } = proposal
  return { ...terms, way: requested.way, counterparty: requested.enterprise }
}

/** Whether what was shown is what was proposed, each field as it stands there. */
export function isShownAsProposed(state: ActsState): boolean {
  const terms = termsOf(state)
  const shown = latest(state, 'noticePublished')?.data
  return (
    !terms ||
    !shown ||
    published.every((field) => shown[field] === undefined || shown[field] === terms[field])
  )
}

/** Whether the price stands in the notice as it was settled: the amount, or the formula. */
export function isPriceShown({
  pricedBy,
  fixedPrice,
  formula,
}: z.infer<typeof useFirstData.noticePublished>): boolean {
  if (pricedBy === undefined) return false
  return pricedBy === 'fixed_price' ? fixedPrice !== undefined : formula !== undefined
}

/** Whether the contract says what was proposed, reviewed and published. */
export function isSignedAsProposed(state: ActsState): boolean {
  const contract = latest(state, 'signed')?.data
  const terms = termsOf(state)
  return !contract || !terms || signed.every((field) => contract[field] === terms[field])
}

/** What signing would change of what was published. */
export function differsFromPublished(state: ActsState, data: Data): readonly Difference[] {
  const terms = termsOf(state)
  if (!terms) return []
  const shape = useFirstData.signed.shape
  return signed
    .filter((field) => data[field] !== undefined && data[field] !== terms[field])
    .map((field) => {
      const { zh = field, en = field } = (shape[field].meta() ?? {}) as { zh?: string; en?: string }
      return {
        field,
        label: { zh, en },
        was: terms[field],
        will: String(data[field]),
      }
    })
}

/** The amount is asked where the price is fixed, the formula where it is found later. */
export function pricingFit({ pricedBy }: Data): Fit {
  const asked = pricedBy === 'fixed_price' ? 'fixedPrice' : 'formula'
  return {
    hides: pricedBy === undefined ? ['fixedPrice', 'formula'] : [other[asked]],
    wants: pricedBy === undefined ? [] : [asked],
  }
}

const other = { fixedPrice: 'formula', formula: 'fixedPrice' } as const

/** A price is settled in one way, and told in that way. */
export function wrongPricing(data: Data): OutOfOrder | undefined {
  const { pricedBy } = data
  const [asked, spare] =
    pricedBy === 'fixed_price'
      ? (['fixedPrice', 'formula'] as const)
      : (['formula', 'fixedPrice'] as const)
  if (data[asked] !== undefined && data[spare] === undefined) return undefined
  return unpriced
}

export const unpriced: OutOfOrder = {
  code: 'price-untold',
  detail: {
    zh: '固定价格的填写转化价格，按办法计价的填写计价办法，只填一项。',
    en: 'Tell the price where it is fixed, or the formula by which it is found; one of them.',
  },
}
