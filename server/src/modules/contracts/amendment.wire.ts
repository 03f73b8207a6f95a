import { isCreditCode } from '@yizhuan/kit'
import { z } from 'zod'
import { clientId, dayText, fenText, text } from '../../platform/text.ts'
import { FileRefWire } from '../achievements/achievement.wire.ts'
import { exclusivities } from './contract.ts'

/** What travels of amendments of contracts. */

/** A unified social credit code; who is abroad has none. */
export const creditCode = () =>
  z
    .string()
    .trim()
    .toUpperCase()
    .refine(isCreditCode, {
      error:
        '统一社会信用代码有误（末位校验不符）；境外主体请留空 / is no credit code; leave it empty for a party abroad',
      params: { rule: 'credit-code' },
    })

const agreedFen = () =>
  fenText().refine((fen) => !fen.startsWith('-'), {
    error: '金额不得为负 / an amount is not negative',
    params: { rule: 'amount-negative' },
  })

/** What an amendment may change of a contract; what is not given stays. */
const fields = {
  counterparty: text(200).optional(),
  counterpartyUscc: creditCode().nullable().optional(),
  amountFen: agreedFen().optional(),
  firstPaymentFen: agreedFen().optional(),
  royaltyText: text(500).optional(),
  exclusivity: z.enum(exclusivities).optional(),
  termFrom: dayText().optional(),
  termTo: dayText().optional(),
  rightsGranted: text(2000).optional(),
  field: text(1000).optional(),
  territory: text(500).optional(),
  keyTerms: text(4000).optional(),
}

/** An amendment of a contract without a case: with its paper, and for a reason. */
export const NewAmendmentWire = z.strictObject({
  /** The id the client gives it: sent twice, it is recorded once. */
  id: clientId(),
  on: dayText(),
  number: text(200).nullable().default(null),
  summary: text(2000),
  ...fields,
  /** How it is paid from now on, in words; the payment terms follow it. */
  payment: text(2000).optional(),
  files: z
    .array(FileRefWire.omit({ as: true }))
    .min(1, { error: '请附上补充协议 / attach the amendment' })
    .max(20),
  expectedSeq: z.int().min(0).optional(),
})
export type NewAmendmentWire = z.input<typeof NewAmendmentWire>

/** An amendment that was recorded by mistake. */
export const AmendmentBackWire = z.strictObject({ version: z.int().min(1), reason: text(1000) })
export type AmendmentBackWire = z.input<typeof AmendmentBackWire>

export const AmendmentMadeWire = z.object({ version: z.int() })

/** One amendment as the page of its contract shows it. */
export const AmendmentWire = z.object({
  version: z.int(),
  on: z.string(),
  number: z.string().nullable(),
  summary: z.string(),
  changes: z.array(z.object({ field: z.string(), from: z.unknown(), to: z.unknown() })),
  files: z.array(z.object({ sha256: z.string(), name: z.string(), size: z.int() })),
  takesBack: z.int().nullable(),
  isTakenBack: z.boolean(),
  /** Whether it may be taken back here: the last one, and none of a case. */
  mayTakeBack: z.boolean(),
  isOfCase: z.boolean(),
  madeName: z.string(),
  madeAt: z.string(),
})
export type AmendmentWire = z.infer<typeof AmendmentWire>

export const AmendmentListWire = z.object({ items: z.array(AmendmentWire) })
export type AmendmentListWire = z.infer<typeof AmendmentListWire>
