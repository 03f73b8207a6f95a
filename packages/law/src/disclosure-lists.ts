import type { Words } from '@yizhuan/kit'

// What `packs/disclosure` holds: the code lists, scales and periods by which an achievement is disclosed.

type Labels = Readonly<Record<string, Words>>

/** The fields a text sorts achievements by, in our words. */
export interface FieldList {
  readonly pack: string
  readonly cite: string
  readonly codes: Labels
  /** The word that the text has for each of them, in its order. */
  readonly named: Readonly<Record<string, string>>
}

/** A kind of achievements: the scale that fits it, and what it is called in the fields of the texts. */
export interface KindOfAchievement {
  readonly code: string
  readonly scale: string
  /** By text, the field that the kind alone decides. */
  readonly as: Readonly<Record<string, string>>
  /** By text, the fields one of which it may be, or none: the kind leaves it open. */
  readonly may: Readonly<Record<string, readonly string[]>>
}

/** What a text wants a disclosure to tell; each group by a fact of its pack. */
export interface GroupList {
  readonly pack: string
  readonly cite: string
  readonly groups: readonly {
    readonly fact: string
    readonly told: readonly string[]
    readonly label: Words
  }[]
}

/** What files can be, sources of money, and the papers that a text wants by source. */
export interface DocumentLists {
  readonly kinds: Labels
  readonly funding: Labels
  readonly wanted: readonly {
    readonly pack: string
    readonly cite: string
    readonly by: Readonly<Record<string, readonly string[]>>
  }[]
}

/** Where novelty outlives a publication: the months after it, and of what kind it must have been. */
export interface NoveltyRegime {
  readonly code: string
  readonly label: Words
  readonly cite: Words
  readonly verified: boolean
  /** Where the application has to be: WIPO ST.3, CN for China itself. */
  readonly office: string
  readonly grace: number
  /** What has to lie within the grace: the filing at the office itself, or that whose priority it claims. */
  readonly graceFrom: 'filing' | 'priority'
  /** Its rest days are known, and a last day to file that falls on one waits for a working day. */
  readonly movesOverRestDays?: boolean
  readonly grounds?: readonly string[]
}

/** For how many months the priority of a first filing can be claimed elsewhere. */
interface PriorityPeriod {
  readonly patent: number
  readonly design: number
  /** How late a patent may claim it where the office restored it. */
  readonly restored: number
  readonly cite: Words
  readonly verified: boolean
}

/** What publications are, where novelty outlives them, and how long a first filing keeps it. */
export interface NoveltyLists {
  readonly publications: Labels
  readonly regimes: readonly NoveltyRegime[]
  readonly priority: PriorityPeriod
}

/** A scale of maturity; each level with the evidence that shows it. */
export interface MaturityScale {
  readonly code: string
  readonly label: Words
  readonly cite: Words
  readonly verified: boolean
  readonly levels: readonly {
    readonly level: number
    readonly label: Words
    readonly evidence: Words
  }[]
}

/** A kind of evaluation with its criteria, scored from 0 to 5. */
export interface EvaluationKind {
  readonly code: string
  readonly label: Words
  readonly cite?: string
  /** The text that asks for it before a patent is applied for; it binds as that text does. */
  readonly asked?: { readonly pack: string; readonly source: string; readonly cite: string }
  readonly criteria: Labels
}

/** All lists of disclosure. */
export interface DisclosureLists {
  readonly kinds: {
    readonly fields: readonly FieldList[]
    readonly kinds: readonly KindOfAchievement[]
  }
  readonly groups: readonly GroupList[]
  readonly documents: DocumentLists
  readonly novelty: NoveltyLists
  readonly maturity: readonly MaturityScale[]
  readonly evaluations: {
    readonly kinds: readonly EvaluationKind[]
    readonly outcomes: Labels
    readonly reasons: Labels
  }
  readonly handling: { readonly answer: { readonly workdays: number } }
}
