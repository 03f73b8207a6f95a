import { isCreditCode, type Words } from '@yizhuan/kit'
import type { CodeEdition } from '@yizhuan/law'
import { isCountry, isRegion } from './places.ts'

// A form names one seller and one buyer first; where others are parties beside them, it names each as well.

export const sideWords = {
  seller: { zh: '卖方', en: 'Seller' },
  buyer: { zh: '买方', en: 'Buyer' },
} as const satisfies Record<string, Words>
export type Side = keyof typeof sideWords
export const sides = Object.keys(sideWords) as [Side, ...Side[]]

/** A seller or buyer beside the first. */
export interface OtherParty {
  readonly side: Side
  readonly name: string
  readonly uscc: string | null
  readonly nature: string | null
  readonly country: string | null
  readonly region: string | null
}

export const DOMESTIC = 'CHN'

/** Whether a party lacks what a form is handed in with. Abroad there are no codes of regions. */
export const isIncomplete = ({ nature, country, region }: OtherParty) =>
  nature === null || country === null || (country === DOMESTIC && region === null)

export interface WrongParty {
  readonly code:
    | 'unknown-code'
    | 'unknown-country'
    | 'unknown-region'
    | 'credit-code-wrong'
    | 'party-twice'
  /** Where the form says so. */
  readonly field: string
}

/** The first thing that is said of other parties and that no party can have. */
export function wrongAmong(
  parties: readonly OtherParty[],
  first: readonly (string | null)[],
  { lists }: Pick<CodeEdition, 'lists'>,
): WrongParty | undefined {
  const names = new Set(first)
  for (const [at, { name, uscc, nature, country, region }] of parties.entries()) {
    const field = (of: string) => `otherParties/${at}/${of}`
    if (names.has(name)) return { code: 'party-twice', field: field('name') }
    names.add(name)
    if (nature !== null && !Object.hasOwn(lists.nature.codes, nature))
      return { code: 'unknown-code', field: field('nature') }
    if (country !== null && !isCountry(country))
      return { code: 'unknown-country', field: field('country') }
    if (region !== null && !isRegion(region))
      return { code: 'unknown-region', field: field('region') }
    if (uscc !== null && !isCreditCode(uscc))
      return { code: 'credit-code-wrong', field: field('uscc') }
  }
  return undefined
}

/** The parties that a contract names beside the house and its counterparty, as far as it says on which side. */
export function othersOf(contract: {
  readonly house: string
  readonly counterparty: string | null
  readonly parties: readonly {
    readonly role: string
    readonly name: string
    readonly uscc: string | null
  }[]
  /** Who holds the title as well, and grants with the house. */
  readonly holders: readonly { readonly holder: string }[]
}): readonly OtherParty[] {
  const sideOf: Readonly<Record<string, Side>> = { grantor: 'seller', grantee: 'buyer' }
  const named = [
    ...contract.holders.map(({ holder }) => ({ role: 'grantor', name: holder, uscc: null })),
    ...contract.parties,
  ]
  const known = new Map<string, OtherParty>()
  for (const { role, name, uscc } of named) {
    const side = sideOf[role]
    if (side === undefined || name === contract.house || name === contract.counterparty) continue
    const code = uscc ?? known.get(name)?.uscc ?? null
    // Who has a credit code is of this country.
    const country = code === null ? null : DOMESTIC
    known.set(name, { side, name, uscc: code, nature: null, country, region: null })
  }
  return [...known.values()]
}
