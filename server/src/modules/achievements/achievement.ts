/** The kinds of achievements: what was made, or the form of protection a ledger sorts it by. */
export const achievementKinds = [
  'drug',
  'device',
  'diagnostic_reagent',
  'preparation',
  'clinical_technique',
  'digital',
  'software',
  'data',
  'method',
  'product',
  'know_how',
  'patent_invention',
  'patent_utility_model',
  'patent_design',
  'other',
] as const
export type AchievementKind = (typeof achievementKinds)[number]

/** The three tag sets of the ledger of assets: attribute, stage, state of conversion. */
export const attributes = ['authorised', 'unauthorised'] as const
export const stages = ['research', 'development', 'inseparable'] as const
export const conversions = ['none', 'intended', 'converted'] as const

/** An inventor; a ledger may not know the share, and knows the staff number of the first only. */
export interface AchievementInventor {
  readonly name: string
  readonly share: string | null
  readonly staffNo: string | null
  readonly isChief: boolean
  readonly holdsLeadingPost: boolean
}

/** A stored file that belongs to a record. */
export interface FileRef {
  readonly sha256: string
  readonly name: string
  readonly size: number
}

/** What the register holds of an achievement, besides its number. */
export interface AchievementFields {
  readonly title: string
  /** Null where a ledger's word for it was not understood. */
  readonly kind: AchievementKind | null
  readonly department: string | null
  /** As precisely as known: `2024-03-05`, `2024-03` or `2024`. */
  readonly disclosedOn: string | null
  readonly registeredOn: string | null
  readonly fundingSource: string | null
  readonly projectNo: string | null
  readonly attribute: (typeof attributes)[number] | null
  readonly stage: (typeof stages)[number] | null
  readonly conversion: (typeof conversions)[number] | null
  readonly conversionCount: number | null
  /** Technology readiness, 1 to 9. */
  readonly maturityLevel: number | null
  readonly estimatedValueFen: string | null
  readonly rdCostFen: string | null
  readonly disclosure: Readonly<Record<string, string>>
  readonly inventors: readonly AchievementInventor[]
  readonly files: readonly FileRef[]
  readonly remark: string | null
}

/** An achievement of which nothing but the title is known. */
export const blankAchievement: Omit<AchievementFields, 'title'> = {
  kind: null,
  department: null,
  disclosedOn: null,
  registeredOn: null,
  fundingSource: null,
  projectNo: null,
  attribute: null,
  stage: null,
  conversion: null,
  conversionCount: null,
  maturityLevel: null,
  estimatedValueFen: null,
  rdCostFen: null,
  disclosure: {},
  inventors: [],
  files: [],
  remark: null,
}

/** The groups of a disclosure that were told; the others are not there. */
export function toldGroups(
  disclosure: Readonly<Record<string, string | undefined>>,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(disclosure).filter((group): group is [string, string] => group[1] !== undefined),
  )
}
