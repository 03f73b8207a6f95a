import { z } from 'zod'
import { dayText, fenText, idText, text } from '../../../platform/text.ts'
import { FileRefWire } from '../../achievements/achievement.wire.ts'
import { bases, bonusKinds, paymentEnds, states } from './bonus.ts'

/** What travels of bonuses at grant. */

const Words = z.object({ zh: z.string(), en: z.string() })
const File = z.object({ sha256: z.string(), name: z.string(), size: z.int() })
const files = z.array(FileRefWire).max(20).default([])
const positiveFen = fenText().refine((fen) => BigInt(fen) > 0n, {
  error: '金额须大于零 / an amount is above zero',
  params: { rule: 'fen-positive' },
})

export const ProposeBonusWire = z.strictObject({
  right: idText(),
  basis: z.enum(bases),
  /** The rule or agreement, by name and article. */
  rule: text(300).nullable().default(null),
  /** Why it stays below a least amount that nobody confirmed yet. */
  despite: text(1000).nullable().default(null),
  shares: z
    .array(
      z.strictObject({
        name: text(100),
        /** Who it is in the register: two may bear one name. */
        person: idText().nullable().default(null),
        fen: positiveFen,
      }),
    )
    .min(1, { error: '至少一名发明人 / name at least one inventor' })
    .max(50),
  files,
  remark: text(2000).nullable().default(null),
})
export type ProposeBonusWire = z.input<typeof ProposeBonusWire>

export const ProposedBonusWire = z.object({ id: z.string() })

const expectedSeq = z.int().min(1)

export const ApproveBonusWire = z.strictObject({ expectedSeq })
export const WithdrawBonusWire = z.strictObject({ reason: text(1000), expectedSeq })

/** Shares that were paid together, by one voucher or payroll. */
export const PayBonusWire = z.strictObject({
  places: z.array(z.int().min(1).max(50)).min(1).max(50),
  paidOn: dayText(),
  reference: text(200),
  files,
})
export type PayBonusWire = z.input<typeof PayBonusWire>

export const ReturnBonusWire = z.strictObject({
  /** The money came back, or it was entered by mistake and never paid. */
  kind: z.enum(paymentEnds).default('returned'),
  returnedOn: dayText(),
  reason: text(200),
})
export type ReturnBonusWire = z.input<typeof ReturnBonusWire>

/** Bonuses that are paid in one run: whatever of each is open, all of them or none. */
export const PayBonusesWire = z.strictObject({
  bonuses: z.array(idText()).min(1).max(200),
  paidOn: dayText(),
  reference: text(200),
  files,
})
export type PayBonusesWire = z.input<typeof PayBonusesWire>

/** Bonuses that are proposed together: of each patent the least of the law, or what the house's rule gives. */
export const ProposeBonusesWire = z.strictObject({
  rights: z.array(idText()).min(1).max(200),
  /** What the rule gives for each kind of patent; nothing where the law's least is the basis. */
  byRule: z
    .strictObject({
      rule: text(300),
      invention: positiveFen,
      utility_model: positiveFen,
      design: positiveFen,
    })
    .nullable()
    .default(null),
  remark: text(2000).nullable().default(null),
})
export type ProposeBonusesWire = z.input<typeof ProposeBonusesWire>
export const ProposedBonusesWire = z.object({ ids: z.array(z.string()) })
export const PaidBonusesWire = z.object({ bonuses: z.int(), shares: z.int(), fen: z.string() })

export const BonusSeqWire = z.object({ seq: z.int() })

/** One line of the register. */
export const BonusLineWire = z.object({
  id: z.string(),
  rightId: z.string(),
  rightKind: z.enum(bonusKinds),
  rightNumber: z.string().nullable(),
  rightTitle: z.string(),
  grantedOn: z.string(),
  dueOn: z.string(),
  isLate: z.boolean(),
  basis: z.enum(bases),
  amountFen: z.string(),
  paidFen: z.string(),
  names: z.array(z.string()),
  state: z.enum(states),
  paidOn: z.string().nullable(),
})
export type BonusLineWire = z.infer<typeof BonusLineWire>

const PaymentWire = z.object({
  id: z.string(),
  kind: z.enum(['paid', ...paymentEnds]),
  onDay: z.string(),
  reference: z.string(),
  files: z.array(File),
  by: z.string(),
})

const Article = z.object({ source: z.string(), at: z.string(), label: Words })

/** What the law says of one bonus. */
export const BonusFindingWire = z.object({
  norm: z.string(),
  title: Words,
  status: z.string(),
  due: z.string().nullable(),
  articles: z.array(Article),
})

export const BonusWire = BonusLineWire.extend({
  seq: z.int(),
  rule: z.string().nullable(),
  despite: z.string().nullable(),
  files: z.array(File),
  remark: z.string().nullable(),
  proposed: z.object({ on: z.string(), by: z.string(), name: z.string() }),
  approved: z.object({ on: z.string(), name: z.string() }).nullable(),
  withdrawnFor: z.string().nullable(),
  /** The least amount of the law on the day of the grant. */
  leastFen: z.string().nullable(),
  findings: z.array(BonusFindingWire),
  shares: z.array(
    z.object({
      place: z.int(),
      name: z.string(),
      person: z.string().nullable(),
      staffNumber: z.string().nullable(),
      fen: z.string(),
      isPaid: z.boolean(),
      /** The batch in which it is paid, or that paid it. */
      batch: z.object({ id: z.string(), title: z.string() }).nullable(),
      payments: z.array(PaymentWire),
    }),
  ),
})
export type BonusWire = z.infer<typeof BonusWire>

const filters = {
  state: z.enum(states).optional(),
  right: idText().optional(),
}
export const BonusFilterWire = z.object(filters)
export type BonusFilterWire = z.output<typeof BonusFilterWire>

export const BonusQueryWire = z.object({
  ...filters,
  cursor: z.string().max(60).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})
export type BonusQueryWire = z.output<typeof BonusQueryWire>

export const BonusPageWire = z.object({
  items: z.array(BonusLineWire),
  nextCursor: z.string().optional(),
})
export type BonusPageWire = z.infer<typeof BonusPageWire>

/** A granted patent whose bonus nobody proposed yet. */
export const OwedBonusWire = z.object({
  rightId: z.string(),
  rightKind: z.enum(bonusKinds),
  rightNumber: z.string().nullable(),
  rightTitle: z.string(),
  inventors: z.array(z.string()),
  grantedOn: z.string(),
  dueOn: z.string(),
  isLate: z.boolean(),
  leastFen: z.string().nullable(),
})
export type OwedBonusWire = z.infer<typeof OwedBonusWire>

export const OwedFilterWire = z.object({ right: idText().optional() })
export type OwedFilterWire = z.output<typeof OwedFilterWire>

export const OwedBonusesWire = z.object({
  items: z.array(OwedBonusWire),
  late: z.int(),
  /** What is owed at least, of those whose least amount is known. */
  leastFen: z.string(),
  /** The article that sets the least amount, and whether somebody compared the figure with it. */
  article: Article.nullable(),
  isVerified: z.boolean(),
})
export type OwedBonusesWire = z.infer<typeof OwedBonusesWire>
