import type { Words } from '@yizhuan/kit'

// What `packs/institution` holds: the code lists and the periods of an institution's own registers.

type Labels = Readonly<Record<string, Words>>

/** How long something is good; no text gives it, and pages say so. */
export interface Renewal {
  readonly months: number
  readonly provenance: 'system_default'
}

export interface InstitutionLists {
  readonly renewal: {
    readonly internalRule: Renewal
    readonly interestDeclaration: Renewal
  }
  /** What ties a person to an enterprise, through whom, and the facts by which law asks for it. */
  readonly interests: {
    readonly ties: Labels
    readonly through: Labels
    readonly facts: readonly string[]
  }
  /** The codes of what an institution was, from a day on. */
  readonly standings: Readonly<Record<'level' | 'ownership' | 'research' | 'pilot', Labels>>
  readonly carriers: { readonly kinds: Labels }
  readonly credentials: { readonly kinds: Labels }
  /** What an agreement of trusteeship settles, by which article, and who may be the trustee. */
  readonly trusteeships: {
    readonly cite: string
    readonly powers: Readonly<Record<'ownership' | 'operation' | 'income', Words>>
    readonly settles: Readonly<Record<'term' | 'payer', Words>>
    readonly trustees: Labels
  }
}
