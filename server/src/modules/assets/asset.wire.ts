import { z } from 'zod'
import { dayText, fenText, idText, text } from '../../platform/text.ts'
import { FileRefWire } from '../achievements/achievement.wire.ts'
import { BookingWire } from './proposal.wire.ts'

/** What travels of the ledger of assets. */

const attributes = ['unauthorised', 'authorised', 'lapsed'] as const
const stages = ['research', 'development', 'indistinguishable'] as const
const conversions = ['none', 'intended', 'converted'] as const
const fundings = ['public', 'enterprise', 'own'] as const

const Words = z.object({ zh: z.string(), en: z.string() })
const FileWire = z.object({ sha256: z.string(), name: z.string(), size: z.int() })

/** One achievement of the ledger, as it stood on the day that was asked for. */
export const AssetLineWire = z.object({
  id: z.string(),
  number: z.string(),
  title: z.string(),
  department: z.string().nullable(),
  fundingKind: z.string().nullable(),
  enteredOn: z.string(),
  attribute: z.enum(attributes),
  stage: z.enum(stages),
  conversion: z.enum(conversions),
  count: z.int(),
  spentFen: z.string(),
  expensedFen: z.string(),
  collectedFen: z.string(),
  bookFen: z.string(),
})
export type AssetLineWire = z.infer<typeof AssetLineWire>

const filters = {
  q: z.string().trim().min(1).max(100).optional(),
  attribute: z.enum(attributes).optional(),
  stage: z.enum(stages).optional(),
  conversion: z.enum(conversions).optional(),
  funding: z.enum(fundings).optional(),
  /** The ledger as it stood at the end of a day; today's where none is given. */
  on: dayText().optional(),
}
export const AssetFilterWire = z.object(filters)
export type AssetFilterWire = z.output<typeof AssetFilterWire>

export const AssetQueryWire = z.object({
  ...filters,
  /** The number of the last achievement of the page before. */
  cursor: z.string().max(60).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})
export type AssetQueryWire = z.output<typeof AssetQueryWire>

const tally = <const Values extends readonly [string, ...string[]]>(values: Values) =>
  z.record(z.enum(values), z.int())

/** How many bear each tag; each sums to the count. */
export const AssetCountsWire = z.object({
  attribute: tally(attributes),
  stage: tally(stages),
  conversion: tally(conversions),
})
export type AssetCountsWire = z.infer<typeof AssetCountsWire>

const sums = {
  count: z.int(),
  spentFen: z.string(),
  expensedFen: z.string(),
  collectedFen: z.string(),
  bookFen: z.string(),
}

export const AssetPageWire = z.object({
  items: z.array(AssetLineWire),
  nextCursor: z.string().optional(),
  on: z.string(),
  /** Of everything the filter finds; with the first page only. */
  totals: z.object({ ...sums, counts: AssetCountsWire }).optional(),
})
export type AssetPageWire = z.infer<typeof AssetPageWire>

/** Something that bears on a tag, and where it is written down. */
export const SignWire = z.object({
  what: z.string(),
  on: z.string(),
  register: z.enum(['right', 'contract', 'case']),
  id: z.string(),
  number: z.string().nullable(),
  title: z.string(),
  seq: z.int().optional(),
  isDayKnown: z.boolean(),
  /** Of a finding on the stage: whether every condition was met, and by which evidence. */
  conditionsMet: z.boolean().optional(),
  evidence: z.array(z.object({ kind: z.string(), document: z.string() })).optional(),
  assetFormed: z.boolean().optional(),
  /** Of development that was given up: why, after which evaluation and by which decision. */
  reason: z.string().optional(),
  evaluation: z.string().optional(),
  approval: z.string().optional(),
})
export type SignWire = z.infer<typeof SignWire>

const TagWire = z.object({ articles: z.array(z.string()), signs: z.array(SignWire) })

export const CostWire = z.object({
  id: z.string(),
  spentOn: z.string(),
  kind: z.string(),
  amountFen: z.string(),
  funding: z.enum(fundings),
  voucher: z.string(),
  words: z.string().nullable(),
  files: z.array(FileWire),
  reverses: z.string().nullable(),
  reversedBy: z.string().nullable(),
  /** How it was booked as it arose, and once development ended; null while it was not. */
  bookedAs: z.string().nullable(),
  releasedAs: z.string().nullable(),
  madeName: z.string(),
})
export type CostWire = z.infer<typeof CostWire>

/** The beginning of research with some money, and what says so. */
export const StartWire = z.object({
  funding: z.enum(fundings),
  on: z.string().nullable(),
  label: Words,
  cite: z.string(),
  source: z.object({
    register: z.enum(['case', 'project']),
    id: z.string(),
    number: z.string(),
    title: z.string(),
  }),
})
export type StartWire = z.infer<typeof StartWire>

export const AssetWire = AssetLineWire.extend({
  tags: z.object({ attribute: TagWire, stage: TagWire, conversion: TagWire }),
  starts: z.array(StartWire),
  costs: z.array(CostWire),
  bookings: z.array(BookingWire),
  kinds: z.array(z.object({ code: z.string(), label: Words })),
  /** The case of the ledger, open or closed. */
  cases: z.array(z.object({ id: z.string(), number: z.string(), status: z.string() })),
})
export type AssetWire = z.infer<typeof AssetWire>

export const NewCostWire = z.strictObject({
  spentOn: dayText(),
  kind: text(40),
  amountFen: fenText().refine((amount) => BigInt(amount) > 0n, {
    error: '金额须大于零；记错的用冲回 / must be above nought; take a mistake back instead',
    params: { rule: 'amount-above-nought' },
  }),
  funding: z.enum(fundings),
  voucher: text(100),
  /** What the whole voucher comes to, where several achievements share it. */
  voucherFen: fenText().nullable().default(null),
  words: text(1000).nullable().default(null),
  files: z.array(FileRefWire).max(20).default([]),
})
export type NewCostWire = z.input<typeof NewCostWire>

export const ReverseCostWire = z.strictObject({ reason: text(1000) })
export const CostParamsWire = z.strictObject({ id: idText(), cost: idText() })
