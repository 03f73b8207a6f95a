import { fundMovements } from '@yizhuan/money'
import { z } from 'zod'
import { dayText, fenText, idText, text } from '../../../platform/text.ts'
import { FileRefWire } from '../../achievements/achievement.wire.ts'
import { fundKinds, projectStages, throughs } from './fund.ts'

/** What travels of funds. */

const Words = z.object({ zh: z.string(), en: z.string() })
const File = z.object({ sha256: z.string(), name: z.string(), size: z.int() })
const files = z.array(FileRefWire).max(20).default([])
const positiveFen = fenText().refine((fen) => BigInt(fen) > 0n, {
  error: '金额须大于零 / an amount is above zero',
  params: { rule: 'fen-positive' },
})
const share = z.string().regex(/^(\d{1,3}(\.\d{1,6})?%|\d{1,9}\/[1-9]\d{0,8})$/, {
  error: '权重写作 20% / a weight is written 20%',
})

export const FoundFundWire = z.strictObject({
  number: text(60),
  name: text(200),
  kind: z.enum(fundKinds),
  foundedOn: dayText(),
  approvedBy: text(200),
  rule: text(300).nullable().default(null),
  /** Whether that rule has money drawn only for a milestone that was reached. */
  byMilestone: z.boolean().default(false),
  files,
  remark: text(2000).nullable().default(null),
})
export type FoundFundWire = z.input<typeof FoundFundWire>

export const FundIdWire = z.object({ id: z.string() })
export const FundSeqWire = z.object({ seq: z.int() })

const moves = {
  fen: positiveFen,
  on: dayText(),
  reference: text(200),
  files,
}

/** Money that comes in or goes out; said by finance. */
export const FundPaymentWire = z.strictObject({
  kind: z.enum(['contributed', 'givenBack', 'drawn', 'returned']),
  project: idText().nullable().default(null),
  /** Who gave it or has it. */
  party: text(200).nullable().default(null),
  through: z.enum(throughs),
  milestone: z.int().min(1).max(40).nullable().default(null),
  ...moves,
})
export type FundPaymentWire = z.input<typeof FundPaymentWire>

/** What is promised to a project, or no longer; decided, not paid. */
export const FundCommitmentWire = z.strictObject({
  kind: z.enum(['committed', 'released']),
  project: idText(),
  ...moves,
})
export type FundCommitmentWire = z.input<typeof FundCommitmentWire>

/** A line that was entered by mistake. */
export const CorrectLineWire = z.strictObject({
  line: z.int().min(1).max(1_000_000),
  reason: text(200),
  files,
})
export type CorrectLineWire = z.input<typeof CorrectLineWire>

export const RuleFundWire = z.strictObject({
  rule: text(300).nullable(),
  byMilestone: z.boolean(),
  reason: text(1000),
})

export const StartProjectWire = z.strictObject({
  title: text(300),
  lead: text(100),
  achievement: idText().nullable().default(null),
  stage: z.enum(projectStages),
  startedOn: dayText(),
  milestones: z
    .array(z.strictObject({ title: text(200), dueOn: dayText() }))
    .max(40)
    .default([]),
})
export type StartProjectWire = z.input<typeof StartProjectWire>

export const MoveStageWire = z.strictObject({ stage: z.enum(projectStages), reason: text(1000) })

export const MeetMilestoneWire = z.strictObject({ metOn: dayText(), evidence: text(1000), files })
export const AddMilestoneWire = z.strictObject({
  title: text(200),
  dueOn: dayText(),
  reason: text(1000),
})
export const TakeBackMilestoneWire = z.strictObject({ reason: text(1000) })
export type MeetMilestoneWire = z.input<typeof MeetMilestoneWire>

export const AssessFundWire = z.strictObject({
  periodsAssessedApart: z.boolean(),
  fundAssessedAsWhole: z.boolean(),
  preservationWeight: share,
  largestOtherWeight: share,
})
export type AssessFundWire = z.input<typeof AssessFundWire>

/** One line of the register, with how the fund stands. */
export const FundLineWire = z.object({
  id: z.string(),
  number: z.string(),
  name: z.string(),
  kind: z.enum(fundKinds),
  foundedOn: z.string(),
  cashFen: z.string(),
  reservedFen: z.string(),
  freeFen: z.string(),
  projects: z.int(),
})
export type FundLineWire = z.infer<typeof FundLineWire>

export const FundProjectWire = z.object({
  id: z.string(),
  title: z.string(),
  lead: z.string(),
  achievementId: z.string().nullable(),
  achievementNumber: z.string().nullable(),
  stage: z.enum(projectStages),
  startedOn: z.string(),
  committedFen: z.string(),
  reservedFen: z.string(),
  outlayFen: z.string(),
  milestones: z.array(
    z.object({
      place: z.int(),
      title: z.string(),
      dueOn: z.string(),
      metOn: z.string().nullable(),
      evidence: z.string().nullable(),
      files: z.array(File),
    }),
  ),
})
export type FundProjectWire = z.infer<typeof FundProjectWire>

export const FundEntryWire = z.object({
  seq: z.int(),
  kind: z.enum([...fundMovements, 'corrected']),
  fen: z.string(),
  on: z.string(),
  project: z.string().nullable(),
  party: z.string().nullable(),
  through: z.enum(throughs),
  reference: z.string(),
  files: z.array(File),
  cashFen: z.string(),
  reservedFen: z.string(),
  by: z.string(),
  /** The line it takes back, and the line that takes it back. */
  corrects: z.int().nullable(),
  correctedBy: z.int().nullable(),
})
export type FundEntryWire = z.infer<typeof FundEntryWire>

const Assessment = z.object({
  periodsAssessedApart: z.boolean(),
  fundAssessedAsWhole: z.boolean(),
  preservationWeight: z.string(),
  largestOtherWeight: z.string(),
})

export const FundWire = FundLineWire.extend({
  approvedBy: z.string(),
  rule: z.string().nullable(),
  byMilestone: z.boolean(),
  files: z.array(File),
  remark: z.string().nullable(),
  supported: z.array(FundProjectWire),
  /** What is supported by stage: how many projects, and how much they have of the fund. */
  portfolio: z.array(
    z.object({
      stage: z.enum(projectStages),
      projects: z.int(),
      committedFen: z.string(),
      outlayFen: z.string(),
    }),
  ),
  entries: z.array(FundEntryWire),
  assessment: Assessment.nullable(),
  findings: z.array(
    z.object({
      norm: z.string(),
      title: Words,
      status: z.string(),
      articles: z.array(z.object({ source: z.string(), at: z.string() })),
    }),
  ),
})
export type FundWire = z.infer<typeof FundWire>

export const FundFilterWire = z.object({ kind: z.enum(fundKinds).optional() })
export type FundFilterWire = z.output<typeof FundFilterWire>
export const FundQueryWire = z.object({
  kind: z.enum(fundKinds).optional(),
  cursor: z.string().max(60).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})
export type FundQueryWire = z.output<typeof FundQueryWire>
export const FundPageWire = z.object({
  items: z.array(FundLineWire),
  nextCursor: z.string().optional(),
})

export type FundPageWire = z.infer<typeof FundPageWire>

export const LedgerFilterWire = z.object({ fund: idText() })
