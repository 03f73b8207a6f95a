import type { Dispute, Holding } from './title.ts'

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
  'medical_food',
  'material',
  'method',
  'product',
  'know_how',
  'patent_invention',
  'patent_utility_model',
  'patent_design',
  'other',
] as const
export type AchievementKind = (typeof achievementKinds)[number]

/** What an old ledger may say of attribute and stage. */
export const attributes = ['authorised', 'unauthorised'] as const
export const stages = ['research', 'development', 'inseparable'] as const
/** How an achievement stands with its transfer: a tag of the ledger of assets, worked out from its signs. */
export const conversions = ['none', 'intended', 'converted'] as const

/** An inventor; a ledger may not know the share, and knows the staff number of the first only. */
export interface AchievementInventor {
  readonly name: string
  readonly share: string | null
  readonly staffNo: string | null
  /** The entry of the register of people; absent for somebody outside, and where a ledger named them. */
  readonly person?: string | undefined
  readonly isChief: boolean
  readonly holdsLeadingPost: boolean
}

/** A stored file that belongs to a record. */
export interface FileRef {
  readonly sha256: string
  readonly name: string
  readonly size: number
  /** What it is, by the list of the kinds of documents; absent where nobody said. */
  readonly as?: string | undefined
}

/** Where the money came from. */
export const fundingKinds = ['public', 'enterprise', 'own'] as const

/** Why it is the institution's: made on its task, or mainly with its means; or neither. */
export const serviceBases = ['task', 'means', 'neither'] as const

/** Whether anybody outside has learnt of it or will. */
export const publicities = ['no', 'yes'] as const

/** A publication or public use, past or planned. */
export interface Publication {
  readonly kind: string
  readonly on: string
  readonly where: string
}

/** Whose rights may stand beside the institution's. */
export const thirdPartyTopics = ['co_owner', 'material', 'genetics', 'sponsor'] as const
export type ThirdPartyTopic = (typeof thirdPartyTopics)[number]

/** What was answered about the rights of others, and in what words. */
export interface ThirdParty {
  readonly answer: 'no' | 'yes' | 'unsure'
  readonly about: string | null
}

/** How a disclosure stands with the office; a record from a ledger was never handed in. */
export const intakes = ['submitted', 'returned', 'accepted', 'merged'] as const
export type Intake = (typeof intakes)[number]

/** The way of a disclosure through the office, beside what it tells. */
export interface IntakeFields {
  readonly intake: Intake | null
  /** The day of the last step. */
  readonly intakeOn: string | null
  readonly disclosedBy: string | null
  /** What the office asked when it gave the disclosure back. */
  readonly questions: string | null
  readonly mergedInto: string | null
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
  readonly fundingKind: (typeof fundingKinds)[number] | null
  readonly fundingSource: string | null
  readonly projectNo: string | null
  readonly serviceBasis: (typeof serviceBases)[number] | null
  readonly madeOn: string | null
  /** What an old ledger said of the tags; nobody types these, and what is so is worked out. */
  readonly statedAttribute: (typeof attributes)[number] | null
  readonly statedStage: (typeof stages)[number] | null
  readonly statedConversion: (typeof conversions)[number] | null
  readonly statedConversionCount: number | null
  /** By which scale the level counts; null for a ledger's, which counts technology readiness. */
  readonly maturityScale: string | null
  /** 1 to 9. */
  readonly maturityLevel: number | null
  readonly estimatedValueFen: string | null
  readonly rdCostFen: string | null
  readonly disclosure: Readonly<Record<string, string>>
  readonly inventors: readonly AchievementInventor[]
  readonly publicity: (typeof publicities)[number] | null
  readonly publications: readonly Publication[]
  readonly thirdParties: Readonly<Partial<Record<ThirdPartyTopic, ThirdParty>>>
  /** By text (its pack), the field somebody found it to be of, or `none`; else its kind says, or leaves it open. */
  readonly transferFields: Readonly<Record<string, string>>
  readonly files: readonly FileRef[]
  readonly holdings: readonly Holding[]
  readonly disputes: readonly Dispute[]
  readonly remark: string | null
}

/** An achievement of which nothing but the title is known. */
export const blankAchievement: Omit<AchievementFields, 'title'> = {
  kind: null,
  department: null,
  disclosedOn: null,
  registeredOn: null,
  fundingKind: null,
  fundingSource: null,
  projectNo: null,
  serviceBasis: null,
  madeOn: null,
  statedAttribute: null,
  statedStage: null,
  statedConversion: null,
  statedConversionCount: null,
  maturityScale: null,
  maturityLevel: null,
  estimatedValueFen: null,
  rdCostFen: null,
  disclosure: {},
  inventors: [],
  publicity: null,
  publications: [],
  thirdParties: {},
  transferFields: {},
  files: [],
  holdings: [],
  disputes: [],
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
