import type { Words } from '@yizhuan/kit'

// What `packs/institution` holds: the code lists and the periods of an institution's own registers.

type Labels = Readonly<Record<string, Words>>

/** How long something is good; no text gives it, and pages say so. */
export interface Renewal {
  readonly months: number
  readonly provenance: 'system_default'
}

/** A document of a matter of equity: by which articles it is asked for, and with which act it is filed. */
export interface EquityDocument {
  readonly id: string
  readonly label: Words
  /** Articles as `gd-2025#a11.p1`; none where no text at hand asks for it. */
  readonly cites?: readonly string[]
  readonly act: string
  /** There is none where no text of the place asks for it. */
  readonly onlyAsked?: boolean
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
  /** In which lines of work people stand. */
  readonly occupations: { readonly lines: Labels }
  /** What an agreement of trusteeship settles, by which article, and who may be the trustee. */
  readonly trusteeships: {
    readonly cite: string
    readonly powers: Readonly<Record<'ownership' | 'operation' | 'income', Words>>
    readonly settles: Readonly<Record<'term' | 'payer', Words>>
    readonly trustees: Labels
  }
  /** What a file holds for each matter of equity, and how a company founded on an achievement stands. */
  readonly equity: {
    readonly documents: Readonly<Record<string, readonly EquityDocument[]>>
    readonly companyStates: Labels
    readonly roles: Labels
    readonly ways: Labels
  }
}
