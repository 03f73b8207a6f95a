import { z } from 'zod'
import { HistoryWire } from '../../platform/history.schema.ts'
import { dayText, fenFromNought, idText, text } from '../../platform/text.ts'
import {
  achievementKinds,
  attributes,
  conversions,
  fundingKinds,
  intakes,
  publicities,
  serviceBases,
  stages,
  thirdPartyTopics,
} from './achievement.ts'

/** What travels of achievements. */

export { achievementKinds, attributes, conversions, HistoryWire, stages }

/** A share as "70%" or "7/10". */
const Share = z.string().regex(/^(\d{1,3}(\.\d{1,6})?%|\d{1,6}\/\d{1,6})$/, {
  error: '份额写作 70% 或 7/10 / a share is written 70% or 7/10',
})

export const InventorWire = z.strictObject({
  name: text(100),
  share: Share,
  staffNo: text(40).optional(),
  /** The entry of the register of people; what it says of number and posts then stands. */
  person: idText().optional(),
  isChief: z.boolean().default(false),
  holdsLeadingPost: z.boolean().default(false),
})

/** A file stored before, named by its content. */
export const FileRefWire = z.strictObject({
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  name: text(255),
  size: z.int().positive(),
  /** What it is, by the list of the kinds of documents. */
  as: text(40).optional(),
})

/** A publication or public use; a day ahead is a plan. */
export const PublicationWire = z.strictObject({ kind: text(40), on: dayText(), where: text(300) })

const ThirdPartyWire = z.strictObject({
  answer: z.enum(['no', 'yes', 'unsure']),
  about: text(1000).nullable().default(null),
})

/** What was answered about the rights of others; a topic that is not there was not answered. */
export const ThirdPartiesWire = z.partialRecord(z.enum(thirdPartyTopics), ThirdPartyWire)

/**
 * The seven groups that an inventor tells the office, and whether it was made public before. What is
 * not known yet may be told later: whether all is there the law asks when the case is disclosed.
 */
export const DisclosureWire = z
  .strictObject({
    type: text(2000),
    maturity: text(2000),
    stateOfTheArt: text(4000),
    market: text(4000),
    risks: text(4000),
    benefit: text(4000),
    need: text(2000),
    publication: text(2000),
  })
  .partial()

/** The orders a list can be read in: by number, or by the day of disclosure. */
export const achievementSorts = ['newest', 'oldest', 'disclosed', 'disclosedFirst'] as const
export type AchievementSort = (typeof achievementSorts)[number]

/** What may be told with a disclosure and added or corrected later. */
const details = {
  department: text(100).optional(),
  fundingKind: z.enum(fundingKinds).optional(),
  fundingSource: text(200).optional(),
  projectNo: text(200).optional(),
  serviceBasis: z.enum(serviceBases).optional(),
  madeOn: dayText().optional(),
  maturityScale: text(40).optional(),
  maturityLevel: z.int().min(1).max(9).optional(),
  publicity: z.enum(publicities).optional(),
  publications: z.array(PublicationWire).max(50).optional(),
  thirdParties: ThirdPartiesWire.optional(),
  files: z.array(FileRefWire).max(50).optional(),
}

/** A new achievement. The inventors' shares make exactly one. */
export const CreateAchievementWire = z.strictObject({
  title: text(300),
  kind: z.enum(achievementKinds),
  disclosedOn: dayText().optional(),
  disclosure: DisclosureWire,
  inventors: z.array(InventorWire).min(1).max(100),
  ...details,
})
export type CreateAchievementWire = z.input<typeof CreateAchievementWire>

/** A correction: the fields given replace what is there; `null` empties a field. */
export const AmendAchievementWire = z.strictObject({
  expectedSeq: z.int().min(1),
  reason: text(500),
  title: text(300).optional(),
  kind: z.enum(achievementKinds).optional(),
  department: text(100).nullable().optional(),
  registeredOn: dayText().nullable().optional(),
  fundingKind: z.enum(fundingKinds).nullable().optional(),
  fundingSource: text(200).nullable().optional(),
  projectNo: text(200).nullable().optional(),
  serviceBasis: z.enum(serviceBases).nullable().optional(),
  madeOn: dayText().nullable().optional(),
  publicity: z.enum(publicities).nullable().optional(),
  publications: z.array(PublicationWire).max(50).optional(),
  thirdParties: ThirdPartiesWire.optional(),
  maturityScale: text(40).nullable().optional(),
  maturityLevel: z.int().min(1).max(9).nullable().optional(),
  estimatedValueFen: fenFromNought().nullable().optional(),
  rdCostFen: fenFromNought().nullable().optional(),
  disclosure: DisclosureWire.optional(),
  /** By text the field it is of, or `none`; one that is left out is again as its kind says. */
  transferFields: z.record(text(40), text(40)).optional(),
  inventors: z.array(InventorWire).min(1).max(100).optional(),
  files: z.array(FileRefWire).max(50).optional(),
  remark: text(2000).nullable().optional(),
})
export type AmendAchievementWire = z.input<typeof AmendAchievementWire>

/** One line of the register. */
export const AchievementLineWire = z.object({
  id: z.string(),
  number: z.string(),
  title: z.string(),
  kind: z.string().nullable(),
  department: z.string().nullable(),
  disclosedOn: z.string().nullable(),
  /** The tag of the ledger of assets, and what an old ledger said of it. */
  conversion: z.enum(conversions),
  statedConversion: z.enum(conversions).nullable(),
  intake: z.enum(intakes).nullable(),
})
export type AchievementLineWire = z.infer<typeof AchievementLineWire>

const StoredFileWire = z.object({
  sha256: z.string(),
  name: z.string(),
  size: z.int(),
  as: z.string().optional(),
})

/** Somebody who holds a part of a title. */
export const HolderWire = z.strictObject({ name: text(200), share: Share })

/** Title anew: every holding from its first day on, and every dispute with its end. */
export const TitleWire = z.strictObject({
  expectedSeq: z.int().min(1),
  reason: text(500),
  holdings: z
    .array(
      z.strictObject({
        from: dayText(),
        holders: z.array(HolderWire).min(1).max(50),
        basis: text(300),
        files: z.array(FileRefWire).max(20),
      }),
    )
    .max(50),
  disputes: z
    .array(
      z.strictObject({
        from: dayText(),
        to: dayText().nullable().default(null),
        about: text(1000),
        outcome: text(1000).nullable().default(null),
      }),
    )
    .max(50),
})
export type TitleWire = z.input<typeof TitleWire>

/** An achievement with its disclosure and inventors. `seq` is what a correction expects. */
export const AchievementWire = AchievementLineWire.extend({
  seq: z.int(),
  registeredOn: z.string().nullable(),
  fundingKind: z.string().nullable(),
  fundingSource: z.string().nullable(),
  projectNo: z.string().nullable(),
  serviceBasis: z.string().nullable(),
  madeOn: z.string().nullable(),
  /** What an old ledger said of the other tags. */
  statedAttribute: z.enum(attributes).nullable(),
  statedStage: z.enum(stages).nullable(),
  statedConversionCount: z.int().nullable(),
  maturityScale: z.string().nullable(),
  maturityLevel: z.int().nullable(),
  estimatedValueFen: z.string().nullable(),
  rdCostFen: z.string().nullable(),
  remark: z.string().nullable(),
  /** The identity-card number of the first inventor, with its middle hidden. */
  leadIdMasked: z.string().nullable(),
  disclosure: z.record(z.string(), z.string()),
  inventors: z.array(
    z.object({
      name: z.string(),
      share: z.string().nullable(),
      staffNo: z.string().nullable().default(null),
      person: z.string().optional(),
      isChief: z.boolean(),
      holdsLeadingPost: z.boolean(),
    }),
  ),
  publicity: z.string().nullable(),
  publications: z.array(z.object({ kind: z.string(), on: z.string(), where: z.string() })),
  transferFields: z.record(z.string(), z.string()),
  thirdParties: z.record(
    z.string(),
    z.object({ answer: z.string(), about: z.string().nullable() }),
  ),
  files: z.array(StoredFileWire),
  holdings: z.array(
    z.object({
      from: z.string(),
      holders: z.array(HolderWire),
      basis: z.string(),
      files: z.array(StoredFileWire),
    }),
  ),
  disputes: z.array(
    z.object({
      from: z.string(),
      to: z.string().nullable(),
      about: z.string(),
      outcome: z.string().nullable(),
    }),
  ),
  intakeOn: z.string().nullable(),
  disclosedBy: z.string().nullable(),
  questions: z.string().nullable(),
  mergedInto: z.string().nullable(),
})
export type AchievementWire = z.infer<typeof AchievementWire>

/** An achievement as the caller reads it: not whole, it has the fields of its line and no others. */
export const ShownAchievementWire = AchievementWire.extend({ isWhole: z.boolean() })
export type ShownAchievementWire = z.infer<typeof ShownAchievementWire>

const filters = {
  q: z.string().trim().min(1).max(100).optional(),
  kind: z.enum(achievementKinds).optional(),
  department: z.string().trim().min(1).max(100).optional(),
  conversion: z.enum(conversions).optional(),
  /** Only those of which an old ledger says otherwise. */
  differs: z.stringbool().optional(),
  /** How the disclosure stands. What was merged into another is listed only where it is asked for. */
  intake: z.enum(intakes).optional(),
  /** Only what the caller disclosed or is an inventor of. */
  mine: z.stringbool().optional(),
  sort: z.enum(achievementSorts).default('newest'),
}

export const AchievementFilterWire = z.object(filters)
export type AchievementFilterWire = z.output<typeof AchievementFilterWire>

export const AchievementQueryWire = z.object({
  ...filters,
  cursor: z.string().max(80).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})
export type AchievementQueryWire = z.output<typeof AchievementQueryWire>

export const AchievementPageWire = z.object({
  items: z.array(AchievementLineWire),
  nextCursor: z.string().optional(),
})
export type AchievementPageWire = z.infer<typeof AchievementPageWire>

export const CreatedAchievementWire = z.object({ id: z.string(), number: z.string() })

/** What an amendment left: the new number of the last entry. */
export const AmendedWire = z.object({ seq: z.int() })

export const RecordParamsWire = z.object({ id: idText() })
