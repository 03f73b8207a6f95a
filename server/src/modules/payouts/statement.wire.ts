import { paymentStates } from '@yizhuan/money'
import { z } from 'zod'
import { idText } from '../../platform/text.ts'

/** What travels of statements: what one person got, from the receipts down, each line with its article. */

const Words = z.object({ zh: z.string(), en: z.string() })
const Cite = z.object({ source: z.string(), at: z.string() }).loose()
const OfCase = { caseId: z.string(), caseNumber: z.string(), title: z.string() }

const StatementPaymentWire = z.object({
  /** Before tax. */
  amountFen: z.string(),
  withheldFen: z.string().nullable(),
  state: z.enum(paymentStates),
  /** The day it was paid, came back or was sent. */
  on: z.string().nullable(),
  accountMasked: z.string().nullable(),
})

export const RewardWire = z.object({
  ...OfCase,
  seq: z.int(),
  /** The plan that it paid. */
  planSeq: z.int(),
  on: z.string(),
  proof: z.string(),
  grossFen: z.string(),
  lines: z.array(
    z.object({
      label: Words,
      remark: z.string().nullable(),
      amountFen: z.string(),
      effect: z.enum(['adds', 'subtracts', 'none']),
      cite: Cite,
    }),
  ),
  netFen: z.string(),
  layers: z.array(
    z.object({
      id: z.enum(['contributors', 'tto', 'institution']),
      amountFen: z.string(),
      cite: Cite.nullable(),
    }),
  ),
  /** The own parts by name; those of all others together, without one. */
  shares: z.array(
    z.object({ name: z.string().nullable(), amountFen: z.string(), isOwn: z.boolean() }),
  ),
  shareFen: z.string(),
  inSharesFen: z.string(),
  hadFen: z.string(),
  /** What was paid of it by now, in money, before tax. */
  paidFen: z.string(),
  /** What of that was withheld for tax; null where nobody has said it of any payment. */
  withheldFen: z.string().nullable(),
  /** What is left after tax; null while the tax of some of it is not known. */
  arrivedFen: z.string().nullable(),
  /** The part of what was paid of which nobody has said what was withheld. */
  taxUnknownFen: z.string(),
  payments: z.array(StatementPaymentWire),
  tax: z.object({
    /** Whether the relief was taken: of the position of the case while its act does not say; null is unknown. */
    relief: z.boolean().nullable(),
    withheld: z.boolean().nullable(),
    /** What counts of it as wages, as far as that is known. */
    countedFen: z.string().nullable(),
    /** Where the own payments stand to the window of the relief; null where there is none. */
    window: z
      .object({
        state: z.enum(['within', 'mixed', 'late']),
        lastDay: z.string(),
        /** What counts as wages without the relief, and with it. */
        fullFen: z.string(),
        reducedFen: z.string(),
      })
      .nullable(),
    rules: z.array(z.object({ title: Words, cite: Cite })),
  }),
  reversedOn: z.string().nullable(),
})
export type RewardWire = z.infer<typeof RewardWire>

/** Something that moved money to a person or back: the columns of a year sum over them. */
export const MovementWire = z.object({
  /** Bonuses at grant have no case. */
  caseId: z.string().nullable(),
  caseNumber: z.string().nullable(),
  title: z.string(),
  on: z.string(),
  kind: z.enum([
    'paid',
    'bonus',
    'staffReward',
    'proceeds',
    'repeated',
    'taken_in',
    'returned',
    'bonusReturned',
    'staffRewardReturned',
    'proceedsReturned',
    'repaid',
  ]),
  /** Before tax; below nought where a payment of the same year never arrived. */
  paidFen: z.string(),
  /** Null where nobody said it. */
  withheldFen: z.string().nullable(),
  taxUnknownFen: z.string(),
  backFen: z.string(),
  /** Null while its plan is not paid out to everybody. */
  proof: z.string().nullable(),
  /** The articles that the part of those who are rewarded, or the bonus, rests on; none where nothing is known of it. */
  cites: z.array(Cite),
})
export type MovementWire = z.infer<typeof MovementWire>

export const StatementWire = z.object({
  person: z.object({ id: z.string(), name: z.string() }),
  institution: z.string(),
  years: z.array(
    z.object({
      year: z.string(),
      paidFen: z.string(),
      /** Null where nobody has said it of any payment of the year. */
      withheldFen: z.string().nullable(),
      taxUnknownFen: z.string(),
      backFen: z.string(),
      /** What is left after tax and what was given back; null while the tax of some of it is not known. */
      restFen: z.string().nullable(),
    }),
  ),
  /** All of every year, the latest first. */
  movements: z.array(MovementWire),
  rewards: z.array(RewardWire),
  /** What was paid too much, as where a distribution was reversed, and is neither given back nor set off yet. */
  owed: z.array(z.object({ ...OfCase, award: z.enum(['cash', 'equity']), amountFen: z.string() })),
  /** What was given back, or written off, of what was paid too much. */
  recoveries: z.array(
    z.object({
      ...OfCase,
      on: z.string(),
      award: z.enum(['cash', 'equity']),
      amountFen: z.string(),
      way: z.enum(['repaid', 'written_off', 'tax_set_off']),
      proof: z.string(),
    }),
  ),
  /**
   * What came back of payments by hand, or was made again, and what a plan paid that fell before it was paid out:
   * the plan that follows sets it off. What became of payments by orders stands with them.
   */
  turns: z.array(
    z.object({
      ...OfCase,
      on: z.string(),
      kind: z.enum(['returned', 'repeated', 'taken_in']),
      award: z.enum(['cash', 'equity']),
      amountFen: z.string(),
      proof: z.string(),
    }),
  ),
  /** Bonuses at grant, rewards of transfer staff and proceeds of equity, which are paid by hand; what of them came back, and their tax where somebody said it. */
  bonuses: z.array(
    z.object({
      kind: z.enum(['grant_bonus', 'staff_award', 'proceeds']),
      title: z.string(),
      on: z.string(),
      amountFen: z.string(),
      backFen: z.string(),
      withheldFen: z.string().nullable(),
      proof: z.string(),
    }),
  ),
  /** Payments whose plan is not paid out to everybody yet. */
  underWay: z.array(z.object({ ...OfCase, ...StatementPaymentWire.shape })),
})
export type StatementWire = z.infer<typeof StatementWire>

/** A year of somebody: of whoever asks, where nobody is named. */
export const YearQueryWire = z.object({
  year: z.string().regex(/^\d{4}$/),
  person: idText().optional(),
})
export const yearWords = { zh: '年度收益明细', en: 'Statement of a year' } as const
