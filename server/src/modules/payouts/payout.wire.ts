import { paymentStates, paymentWays } from '@yizhuan/money'
import { treatments } from '@yizhuan/procedures'
import { z } from 'zod'
import { dayText, fenText, idText, text } from '../../platform/text.ts'
import { batchStates, paymentKinds, planStates } from './payout.ts'

/** What travels of payouts. Accounts travel masked, except in the file for the bank. */

const ways = ['bank', 'payroll', 'project'] as const

/** What finance confirms of wages, insurance and tax. */
export const TreatmentWire = z.strictObject({
  countedInWages: z.boolean().optional(),
  cappedByWages: z.boolean().optional(),
  carriedIntoBase: z.boolean().optional(),
  countedInPerformancePay: z.boolean().optional(),
  cappedByPerformancePay: z.boolean().optional(),
  inSocialInsuranceBase: z.boolean().optional(),
  taxWithheld: z.boolean().optional(),
})
export type TreatmentWire = z.infer<typeof TreatmentWire>

/** What the law would have finance say of wages, insurance and tax, each with its article. */
export const SuggestedTreatmentWire = z.object({
  items: z.array(
    z.object({
      name: z.enum(treatments),
      value: z.boolean(),
      title: z.object({ zh: z.string(), en: z.string() }),
      cite: z.object({ source: z.string(), at: z.string() }).loose(),
      /** Only a draft asks for it. */
      isAdvisory: z.boolean(),
    }),
  ),
})
export type SuggestedTreatmentWire = z.infer<typeof SuggestedTreatmentWire>

export const MakePayoutWire = z.strictObject({
  /** Made by who asks: the same order sent twice is one batch. */
  id: idText(),
  title: text(200),
  payOn: dayText(),
  way: z.enum(ways).default('bank'),
  cases: z.union([z.literal('all'), z.array(idText()).min(1).max(20_000)]),
  treatment: TreatmentWire.default({}),
})
export type MakePayoutWire = z.input<typeof MakePayoutWire>

export const DecidePayoutWire = z.strictObject({
  approve: z.boolean(),
  remark: text(500).optional(),
  /** The `seq` of the batch as it was looked at: what changed since is not approved unseen. */
  expectedSeq: z.int().min(1).optional(),
})
export type DecidePayoutWire = z.input<typeof DecidePayoutWire>

export const CancelPayoutWire = z.strictObject({ reason: text(500) })

/** What is taken out of a batch: a case, a bonus or an award. */
export const TakeOutWire = z.strictObject({ case: idText(), reason: text(500) })

const ToldWire = z.strictObject({
  reference: text(40),
  amountFen: fenText(),
  withheldFen: fenText().optional(),
  outcome: z.enum(['paid', 'returned']),
  reason: text(500).optional(),
})
export type ToldWire = z.input<typeof ToldWire>

/** What was withheld for tax, payment by payment, as the payroll says. */
export const NoteWithheldWire = z.strictObject({
  document: text(200),
  lines: z
    .array(z.strictObject({ reference: text(40), withheldFen: fenText() }))
    .min(1)
    .max(100_000),
})
export type NoteWithheldWire = z.input<typeof NoteWithheldWire>

export const TakeProofWire = z.strictObject({
  id: idText(),
  document: text(200),
  on: dayText(),
  file: z
    .strictObject({ name: text(200), sha256: z.string().regex(/^[0-9a-f]{64}$/), size: z.int() })
    .optional(),
  lines: z.union([z.literal('all-paid'), z.array(ToldWire).min(1).max(100_000)]),
})
export type TakeProofWire = z.input<typeof TakeProofWire>

export const PayoutBatchLineWire = z.object({
  id: z.string(),
  title: z.string(),
  way: z.enum(ways),
  payOn: z.string(),
  state: z.enum(batchStates),
  orders: z.int(),
  paid: z.int(),
  returned: z.int(),
  totalFen: z.string(),
  /** Payments in money whose tax nobody has said. */
  taxUnknown: z.int(),
  madeName: z.string(),
  madeOn: z.string(),
  decidedName: z.string().nullable(),
  decidedOn: z.string().nullable(),
})
export type PayoutBatchLineWire = z.infer<typeof PayoutBatchLineWire>

const filters = { state: z.enum(batchStates).optional() }
export const PayoutFilterWire = z.object(filters)
export type PayoutFilterWire = z.output<typeof PayoutFilterWire>

export const PayoutQueryWire = z.object({
  ...filters,
  cursor: z.string().max(60).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})
export type PayoutQueryWire = z.output<typeof PayoutQueryWire>

export const PayoutPageWire = z.object({
  items: z.array(PayoutBatchLineWire),
  nextCursor: z.string().optional(),
})
export type PayoutPageWire = z.infer<typeof PayoutPageWire>

/** Whether a plan shares out a transfer, or the reward of a service contract. */
const kinds = ['transfer', 'service'] as const

/** One payment of a batch. */
export const PaymentWire = z.object({
  reference: z.string(),
  /** None of bonuses and awards. */
  caseId: z.string().nullable(),
  /** The case, bonus or award. */
  recordId: z.string(),
  /** What that is called: the number of a case, the title of a bonus or award. */
  caseNumber: z.string(),
  kind: z.enum(paymentKinds),
  planSeq: z.int(),
  line: z.int(),
  attempt: z.int(),
  person: z.string().nullable(),
  name: z.string(),
  way: z.enum(paymentWays),
  /** The project whose account it goes to. */
  projectNumber: z.string().nullable(),
  projectAccount: z.string().nullable(),
  amountFen: z.string(),
  /** What is withheld for tax; null while nobody has said. */
  withheldFen: z.string().nullable(),
  /** What reaches the person as far as is known. */
  netFen: z.string(),
  state: z.enum(paymentStates),
  /** It is to go by the bank and no account is known, or to a project that nobody named. */
  lacksAccount: z.boolean(),
  bankName: z.string().nullable(),
  accountMasked: z.string().nullable(),
  sentOn: z.string().nullable(),
  paidOn: z.string().nullable(),
  returnedOn: z.string().nullable(),
  returnedReason: z.string().nullable(),
})
export type PaymentWire = z.infer<typeof PaymentWire>

const PayoutFileWire = z.object({
  number: z.int(),
  digest: z.string(),
  orders: z.int(),
  totalFen: z.string(),
  madeAt: z.string(),
  madeName: z.string(),
})

/** The file that was made, if anything is in it, and how many payments need none. */
export const FileMadeWire = z.object({
  number: z.int().nullable(),
  ...{ orders: z.int(), settled: z.int(), leftOut: z.int() },
})

const PayoutProofWire = z.object({
  id: z.string(),
  document: z.string(),
  file: z.object({ name: z.string(), sha256: z.string(), size: z.int() }).nullable(),
  lines: z.int(),
  paidFen: z.string(),
  /** Null where nobody had said it of any payment when the proof was taken. */
  withheldFen: z.string().nullable(),
  returnedFen: z.string(),
  cases: z.int(),
  done: z.int(),
  takenAt: z.string(),
  takenName: z.string(),
})

/** A case that was chosen and is not paid, or whose plan is paid and whose record does not take it. */
const StuckWire = z.object({
  caseId: z.string(),
  number: z.string(),
  title: z.string(),
  plan: z.string().nullable(),
  problem: z.unknown(),
})

export const PayoutBatchWire = PayoutBatchLineWire.extend({
  seq: z.int(),
  chosen: z.int(),
  gathered: z.int(),
  sent: z.int(),
  ordered: z.int(),
  lacking: z.int(),
  paidFen: z.string(),
  returnedFen: z.string(),
  /** The tax withheld as far as it is known, or null. */
  withheldFen: z.string().nullable(),
  /** Payments that are through, of which tax can still be said late. */
  taxLate: z.int(),
  /** Payments that are withheld whole: they are in no file, and settled with it. */
  withheldWhole: z.int(),
  treatment: TreatmentWire,
  /** It pays bonuses and awards, of no case. */
  isOfAwards: z.boolean(),
  madeBy: z.string(),
  remark: z.string().nullable(),
  plans: z.int(),
  plansSettled: z.int(),
  files: z.array(PayoutFileWire),
  proofs: z.array(PayoutProofWire),
  leftOut: z.array(StuckWire),
  waiting: z.array(StuckWire),
  /** Cases that cannot be paid as it stands: a file goes on without them. */
  blocked: z.array(StuckWire),
  /** Plans that an objection overturned while their payments are under way. */
  fallen: z.array(
    z.object({
      plan: z.string(),
      caseId: z.string(),
      number: z.string(),
      title: z.string(),
      paidFen: z.string(),
      withBank: z.int(),
    }),
  ),
})
export type PayoutBatchWire = z.infer<typeof PayoutBatchWire>

export const PaymentsQueryWire = z.object({
  state: z.enum(paymentStates).optional(),
  lacking: z.stringbool().optional(),
  after: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(500).default(100),
})
export type PaymentsQueryWire = z.output<typeof PaymentsQueryWire>

export const PaymentsWire = z.object({
  items: z.array(PaymentWire),
  nextAfter: z.int().optional(),
})
export type PaymentsWire = z.infer<typeof PaymentsWire>

/** What could be paid now: how many cases, and which. */
export const PayableWire = z.object({
  today: z.string(),
  items: z.array(
    z.object({
      caseId: z.string(),
      number: z.string(),
      title: z.string(),
      kind: z.enum(kinds),
      amountFen: z.string(),
      /** It came back, and is paid again. */
      isAgain: z.boolean(),
    }),
  ),
  total: z.int(),
})
export type PayableWire = z.infer<typeof PayableWire>

/** The payments of one case, for its page. */
export const CasePaymentsWire = z.object({
  plans: z.array(
    z.object({
      id: z.string(),
      planSeq: z.int(),
      actSeq: z.int().nullable(),
      state: z.enum(planStates),
      batch: z.object({ id: z.string(), title: z.string() }),
      totalFen: z.string(),
      takenInFen: z.string(),
      payments: z.array(PaymentWire),
    }),
  ),
})
export type CasePaymentsWire = z.infer<typeof CasePaymentsWire>
