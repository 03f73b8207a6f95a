import { taxRegimes } from '@yizhuan/law'
import { z } from 'zod'
import { fenText, idText, text } from '../../platform/text.ts'
import { FileRefWire } from '../achievements/achievement.wire.ts'

/** What travels of positions on tax. */

const Words = z.object({ zh: z.string(), en: z.string() })
const Answer = z.union([
  z.boolean(),
  z.string().max(100),
  z.number().int().min(0).max(1000),
  z.null(),
])
const FileWire = z.object({ sha256: z.string(), name: z.string(), size: z.number() })
const files = z.array(FileRefWire).max(20).default([])

export const PositionParamsWire = z.object({ id: idText(), regime: z.enum(taxRegimes) })

/** An answer to a question of the law, with its evidence. */
export const AnswerWire = z.strictObject({
  fact: text(60),
  value: Answer,
  words: text(2000).nullable().default(null),
  files,
  expectedSeq: z.int().min(0),
})
export type AnswerWire = z.input<typeof AnswerWire>

/** Whether a relief is claimed, and why. */
export const ClaimWire = z.strictObject({
  claimed: z.boolean(),
  words: text(2000),
  files,
  expectedSeq: z.int().min(0),
})
export type ClaimWire = z.input<typeof ClaimWire>

export const AnsweredWire = z.object({ seq: z.int() })

/** What other income of the year is supposed in estimates. */
export const ContractTaxQueryWire = z.object({
  other: fenText()
    .refine((fen) => !fen.startsWith('-'), {
      error: '金额不得为负 / an amount is not negative',
      params: { rule: 'amount-negative' },
    })
    .default('0'),
})

const SaidWire = z.object({
  words: z.string().nullable(),
  by: z.string(),
  at: z.string(),
  files: z.array(FileWire),
})

const GateWire = z.object({
  norm: z.string(),
  title: Words,
  cite: z.object({ source: z.string(), at: z.string() }).nullable(),
  state: z.enum(['met', 'open', 'unknown', 'na']),
  missing: z.array(z.string()),
})

const AskWire = z.object({
  fact: z.string(),
  label: Words,
  ask: Words,
  kind: z.enum(['bool', 'date', 'enum', 'number']),
  isNullable: z.boolean(),
  options: z.array(z.object({ code: z.string(), label: Words })),
  value: Answer,
  /** Who answered, with what; absent while nobody has. */
  said: SaidWire.nullable(),
})

/** Always an estimate: what is due is settled by the taxpayer and the tax office. */
const EstimateWire = z.object({
  source: z.string(),
  verified: z.boolean(),
  lines: z.array(
    z.object({
      /** The year of the tax; null where a day is not known. */
      year: z.string().nullable(),
      who: z.string().nullable(),
      baseFen: z.string(),
      withoutFen: z.string(),
      withFen: z.string(),
      /** What there is of the amount that the year exempts for its taxpayer; null where it exempts none. */
      exempt: z
        .object({
          wholeFen: z.string(),
          /** What other contracts use of it whose money arrived before, and how many they are. */
          usedFen: z.string(),
          others: z.int(),
          takenFen: z.string(),
        })
        .nullable(),
      /** What other contracts brought the person in the year before, as far as it is counted. */
      besideFen: z.string().nullable(),
    }),
  ),
})

export const PositionWire = z.object({
  regime: z.enum(taxRegimes),
  title: Words,
  taxpayer: Words,
  seq: z.int(),
  /** Null while nobody has decided. */
  claimed: z.boolean().nullable(),
  determination: SaidWire.nullable(),
  /** Whether the law lets it be claimed as things stand. */
  can: z.enum(['yes', 'no', 'unknown']),
  gates: z.array(GateWire),
  asks: z.array(AskWire),
  /** The notice of the case that shows the rewards; where there is one, its days are not asked. */
  notice: z
    .object({ caseId: z.string(), on: z.string(), endedOn: z.string().nullable() })
    .nullable(),
  estimate: EstimateWire.nullable(),
})
export type PositionWire = z.infer<typeof PositionWire>

const windowStates = ['open', 'closed', 'paidWithin', 'paidLate', 'unknown'] as const

export const ContractTaxWire = z.object({
  contractId: z.string(),
  title: z.string(),
  number: z.string().nullable(),
  today: z.string(),
  registeredOn: z.string().nullable(),
  /** The newest attempt to register it. */
  registration: z.string().nullable(),
  otherFen: z.string(),
  /** What went back of the contract while nobody has said of which receipt. */
  waitingFen: z.string(),
  positions: z.array(PositionWire),
  windows: z.array(
    z.object({
      receipt: z.string(),
      receivedOn: z.string().nullable(),
      amountFen: z.string(),
      rewardFen: z.string().nullable(),
      paidOn: z.string().nullable(),
      lastDay: z.string().nullable(),
      daysLeft: z.int().nullable(),
      state: z.enum(windowStates),
    }),
  ),
})
export type ContractTaxWire = z.infer<typeof ContractTaxWire>

/** Every position of the house leaves in one sheet. */
export const PositionFilterWire = z.object({})

/** Rewards that wait to be paid, by the last day of the relief. */
export const WindowFilterWire = z.object({ soon: z.enum(['d90', 'd365', 'closed']).optional() })
export type WindowFilterWire = z.output<typeof WindowFilterWire>

export const WindowLineWire = z.object({
  receipt: z.string(),
  contractId: z.string(),
  contractNumber: z.string().nullable(),
  contractTitle: z.string(),
  receivedOn: z.string(),
  /** What of it is the institution's own and was not given back. */
  amountFen: z.string(),
  /** A refund of its contract waits to be linked: it may be of this receipt. */
  isRefundOpen: z.boolean(),
  lastDay: z.string(),
  daysLeft: z.int(),
  isDeclined: z.boolean(),
})
export type WindowLineWire = z.infer<typeof WindowLineWire>

export const WindowListWire = z.object({
  today: z.string(),
  items: z.array(WindowLineWire),
  totals: z.object({ count: z.int(), amountFen: z.string() }),
})
export type WindowListWire = z.infer<typeof WindowListWire>
