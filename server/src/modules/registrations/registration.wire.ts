import { z } from 'zod'
import { dayText, fenText, idText, text } from '../../platform/text.ts'
import { unknownWire } from '../../platform/totals.wire.ts'
import { FileRefWire } from '../achievements/achievement.wire.ts'
import { sides } from './other-parties.ts'
import { states, stepKinds } from './registration.ts'

/** What travels of the registration of technology contracts. */

const Words = z.object({ zh: z.string(), en: z.string() })
const amount = fenText().refine((fen) => !fen.startsWith('-'), {
  error: '金额不得为负 / an amount is not negative',
  params: { rule: 'amount-negative' },
})
const code = text(40)
const country = z.string().regex(/^[A-Z]{3}$/, {
  error: '国别代码为 3 位字母，如 CHN / a country has three letters, such as CHN',
})
const region = z.string().regex(/^\d{6}$/, {
  error: '行政区划代码为 6 位数字 / a region has six digits',
})
const uscc = z.string().regex(/^[0-9A-Z]{18}$/, {
  error: '统一社会信用代码为 18 位数字或大写字母 / a credit code has 18 digits or capitals',
})

/** The form, as far as it is filled in. */
export const RegistrationFormWire = z.strictObject({
  title: text(300),
  kind: code.nullable(),
  signedOn: dayText().nullable(),
  termFrom: dayText().nullable(),
  termTo: dayText().nullable(),
  sellerName: text(200),
  sellerNature: code.nullable(),
  sellerCountry: country.nullable(),
  sellerRegion: region.nullable(),
  buyerName: text(200).nullable(),
  buyerUscc: uscc.nullable(),
  buyerNature: code.nullable(),
  buyerCountry: country.nullable(),
  buyerRegion: region.nullable(),
  amountFen: amount.nullable(),
  technologyFen: amount.nullable(),
  investmentFen: amount.nullable(),
  outputFen: amount.nullable(),
  ip: code.nullable(),
  field: code.nullable(),
  plan: code.nullable(),
  purpose: code.nullable(),
  payment: code.nullable(),
  registrar: text(200).nullable(),
  remark: text(2000).nullable(),
  /** Sellers and buyers beside the first of each. */
  otherParties: z
    .array(
      z.strictObject({
        side: z.enum(sides),
        name: text(200),
        uscc: uscc.nullable(),
        nature: code.nullable(),
        country: country.nullable(),
        region: region.nullable(),
      }),
    )
    .max(20)
    .default([]),
})
export type RegistrationFormWire = z.infer<typeof RegistrationFormWire>

export const AmendFormWire = z.strictObject({
  form: RegistrationFormWire,
  expectedSeq: z.int().min(1),
})
export type AmendFormWire = z.infer<typeof AmendFormWire>

const files = z.array(FileRefWire).max(20).default([])

/** What befell an attempt. */
export const StepWire = z.strictObject({
  step: z.enum(stepKinds),
  on: dayText(),
  words: text(2000).nullable().default(null),
  files,
  number: text(60).nullable().default(null),
  registrar: text(200).nullable().default(null),
  recognisedFen: amount.nullable().default(null),
  expectedSeq: z.int().min(1),
})
export type StepWire = z.input<typeof StepWire>

const positive = amount.refine((fen) => fen !== '0', {
  error: '金额须大于零 / an amount is above zero',
  params: { rule: 'amount-zero' },
})

/** Income that is to be verified, receipt by receipt, and the rewards to be paid of it. */
export const NewVerificationWire = z.strictObject({
  lines: z
    .array(z.strictObject({ receipt: idText(), fen: positive }))
    .min(1, { error: '至少选择一笔到账 / choose at least one receipt' })
    .max(100),
  rewards: z
    .array(z.strictObject({ name: text(60), fen: positive }))
    .max(200)
    .default([]),
  remark: text(1000).nullable().default(null),
})
export type NewVerificationWire = z.input<typeof NewVerificationWire>

/** What the registrar made of it. */
export const VerifiedWire = z.strictObject({
  on: dayText(),
  number: text(60).nullable().default(null),
  files,
})
export type VerifiedWire = z.input<typeof VerifiedWire>

export const VoidVerificationWire = z.strictObject({ reason: text(1000) })
export type VoidVerificationWire = z.infer<typeof VoidVerificationWire>

export const VerificationParamsWire = z.object({ id: idText(), verification: idText() })

export const StartedWire = z.object({ id: z.string() })
export const SeqWire = z.object({ seq: z.int() })

/** One line of the register. */
export const RegistrationLineWire = z.object({
  id: z.string(),
  contractId: z.string(),
  contractNumber: z.string().nullable(),
  attempt: z.int(),
  state: z.enum(states),
  title: z.string(),
  kind: z.string().nullable(),
  buyerName: z.string().nullable(),
  signedOn: z.string().nullable(),
  amountFen: z.string().nullable(),
  recognisedFen: z.string().nullable(),
  number: z.string().nullable(),
  decidedOn: z.string().nullable(),
  /** What of its income the registrar has verified. */
  verifiedFen: z.string(),
})
export type RegistrationLineWire = z.infer<typeof RegistrationLineWire>

const FileWire = z.object({ sha256: z.string(), name: z.string(), size: z.number() })

const VerificationWire = z.object({
  id: z.string(),
  seq: z.int(),
  state: z.enum(['to_approve', 'drawn', 'verified', 'void']),
  drawnOn: z.string(),
  drawnName: z.string(),
  /** Whether the reader drew it up and so cannot approve it. */
  isMine: z.boolean(),
  amountFen: z.string(),
  rewardFen: z.string(),
  remark: z.string().nullable(),
  approvalRule: z.string().nullable(),
  approvedName: z.string().nullable(),
  verifiedOn: z.string().nullable(),
  number: z.string().nullable(),
  voidReason: z.string().nullable(),
  files: z.array(FileWire),
  rewards: z.array(z.object({ name: z.string(), fen: z.string() })),
  lines: z.array(
    z.object({
      receipt: z.string(),
      receivedOn: z.string().nullable(),
      voucher: z.string().nullable(),
      receivedFen: z.string().nullable(),
      fen: z.string(),
      /** What was given back since leaves less than was verified. */
      isAboveLeft: z.boolean(),
    }),
  ),
})
export type VerificationWire = z.infer<typeof VerificationWire>

/** An attempt with all that befell it and all that was verified. */
export const RegistrationWire = RegistrationFormWire.extend({
  id: z.string(),
  seq: z.int(),
  today: z.string(),
  contractId: z.string(),
  contractNumber: z.string().nullable(),
  attempt: z.int(),
  state: z.enum(states),
  caseId: z.string().nullable(),
  caseNumber: z.string().nullable(),
  /** Its outcome is an act of the case and is recorded there. */
  isOfCase: z.boolean(),
  /** The next steps that are acts of the case, and the first of these acts. */
  inCase: z
    .object({
      steps: z.array(z.enum(stepKinds)),
      act: z.string(),
      /** The act that takes back what the case recorded last by mistake. */
      correct: z.string().nullable(),
    })
    .nullable(),
  number: z.string().nullable(),
  decidedOn: z.string().nullable(),
  recognisedFen: z.string().nullable(),
  certificate: z.array(FileWire),
  /** The last amendment of the contract that the registrar has not heard of. */
  amended: z
    .object({ on: z.string(), number: z.string().nullable(), summary: z.string() })
    .nullable(),
  /** Where the contract says something else by now than the form that was handed in. */
  moved: z.array(
    z.object({ field: z.string(), form: z.string().nullable(), contract: z.string().nullable() }),
  ),
  reason: z.string().nullable(),
  /** What the form lacks before it can be handed in. */
  lacking: z.array(z.string()),
  nextSteps: z.array(z.enum(stepKinds)),
  mayTryAgain: z.boolean(),
  isInForce: z.boolean(),
  others: z.array(z.object({ id: z.string(), attempt: z.int(), state: z.enum(states) })),
  events: z.array(
    z.object({
      seq: z.int(),
      step: z.string(),
      on: z.string(),
      words: z.string().nullable(),
      by: z.string(),
      at: z.string(),
      files: z.array(FileWire),
      act: z.object({ case: z.string(), seq: z.int() }).nullable(),
    }),
  ),
  verifications: z.array(VerificationWire),
  verifiedFen: z.string(),
  /** Receipts of the contract of which nothing is verified yet. */
  unverified: z.array(
    z.object({
      receipt: z.string(),
      receivedOn: z.string().nullable(),
      voucher: z.string().nullable(),
      /** What was received and not given back. */
      fen: z.string(),
      rewards: z.array(z.object({ name: z.string(), fen: z.string() })),
    }),
  ),
  /** The most that can be verified of them together: refunds that wait count against the contract. */
  mostFen: z.string(),
  /** Refunds of which nobody has said whence they went back; where one receipt is left, which. */
  refundsWaiting: z.array(
    z.object({
      refund: z.string(),
      receivedOn: z.string().nullable(),
      voucher: z.string().nullable(),
      fen: z.string(),
      only: z.string().nullable(),
    }),
  ),
})
export type RegistrationWire = z.infer<typeof RegistrationWire>

const filters = {
  q: z.string().trim().min(1).max(100).optional(),
  state: z.enum(states).optional(),
  kind: z.string().trim().min(1).max(40).optional(),
  contract: idText().optional(),
  signedFrom: dayText().optional(),
  signedTo: dayText().optional(),
}

export const RegistrationFilterWire = z.object(filters)
export type RegistrationFilterWire = z.output<typeof RegistrationFilterWire>

/** Which attempt's form is taken out. */
export const FormFilterWire = z.object({ id: idText() })

export const RegistrationQueryWire = z.object({
  ...filters,
  cursor: z.string().max(60).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})
export type RegistrationQueryWire = z.output<typeof RegistrationQueryWire>

export const RegistrationPageWire = z.object({
  items: z.array(RegistrationLineWire),
  nextCursor: z.string().optional(),
  /** Of everything the filter finds; with the first page only. */
  totals: z
    .object({
      count: z.int(),
      /** None where it is known of no attempt. */
      amountFen: z.string().nullable(),
      recognisedFen: z.string(),
      verifiedFen: z.string(),
      unknown: unknownWire('amountFen', 'recognisedFen'),
    })
    .optional(),
})
export type RegistrationPageWire = z.infer<typeof RegistrationPageWire>

/** The code lists of today, and whether somebody compared each with its source. */
export const RegistrationListsWire = z.object({
  from: z.string(),
  forecastFor: z.array(z.string()),
  lists: z.record(
    z.string(),
    z.object({
      source: z.string(),
      verified: z.boolean(),
      codes: z.array(z.object({ code: z.string(), label: Words })),
    }),
  ),
})
export type RegistrationListsWire = z.infer<typeof RegistrationListsWire>
