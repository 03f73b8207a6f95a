// Words of payouts. A batch is made of plans, a plan of payments; see `packages/money/src/payout` for the
// life of a payment.
//
// What the act `paid` means, and `rewardPaid` of a service contract: everybody of the plan has their money. It is recorded with the last payment
// that the bank reports as made, and dated on that day. While one line of five is returned, the case says
// that the plan is agreed and not paid; the four payments stand in the journal on their own day. A payment
// that comes back after the act was recorded changes nothing of what was distributed: the record is told, the
// institution owes it still, and pays it again as another attempt. Where the distribution was reversed since,
// what never reached somebody is nothing they have to give back, and is not paid again. How much is owed to
// whom the record says (`payee_balance`); payments only follow it.

import type { ReliefByDays } from '@yizhuan/procedures'

export const batchStates = [
  'gathering',
  'made',
  'approved',
  'refused',
  'cancelled',
  'settled',
] as const
export type BatchState = (typeof batchStates)[number]

/**
 * `waiting`: everybody has their money, and the case does not take the act yet. `fallen`: an objection overturned
 * the plan after money of it went out; the case took in what was paid, and a new plan sets it off.
 */
export const planStates = ['ordered', 'waiting', 'settled', 'fallen', 'dropped'] as const
export type PlanState = (typeof planStates)[number]

/** What finance says of wages, insurance and tax; left out where it says nothing. */
export interface Treatment {
  readonly countedInWages?: boolean | undefined
  readonly cappedByWages?: boolean | undefined
  readonly carriedIntoBase?: boolean | undefined
  readonly countedInPerformancePay?: boolean | undefined
  readonly cappedByPerformancePay?: boolean | undefined
  readonly inSocialInsuranceBase?: boolean | undefined
  readonly taxWithheld?: boolean | undefined
}

/**
 * What an act says of the relief on cash rewards: as its case's position on tax has it, where it is claimed, and
 * only as far as it is paid in time (cn-cash-reward-2018#h5). A royalty that comes in for years is looked at payout by
 * payout. The relief is one of transfers; the act of a service contract has no place for it.
 */
export function reliefData(
  act: 'paid' | 'rewardPaid',
  claim: { claimed: boolean; confirmed: boolean } | undefined,
  byDays: ReliefByDays | undefined,
) {
  if (act !== 'paid' || !claim?.claimed) return {}
  if (byDays?.state === 'late') return { taxRelief: false }
  const claimed = { taxRelief: true, taxReliefConfirmed: claim.confirmed }
  return byDays?.state === 'mixed' ? { ...claimed, countedForTax: `${byDays.counted}` } : claimed
}

/** The bank's answer as a file. */
export interface ProofFile {
  readonly name: string
  readonly sha256: string
  readonly size: number
}

/** By what a case is held while its plan is paid. */
export const payoutHolder = 'payout'

/**
 * What nobody may do while the payments of a plan are under way: pay it otherwise, change it, or change what
 * its payments take in. To show it afresh after an objection is no such thing: nothing is sent until then.
 */
export const heldWhilePaying = [
  'paid',
  'planDrafted',
  'costRecorded',
  'costWithdrawn',
  'receiptRefunded',
  'reimbursementTakenBack',
  'distributionReversed',
  'recoveryRecorded',
  'taxSetOffTakenBack',
  'fallenPlanTakenIn',
  'netSettled',
  'rewardPlanned',
  'rewardPlanTakenBack',
  'rewardPaid',
  'rewardReversed',
] as const

/** What nobody may do while a payment that came back is being made again. */
export const heldWhileRepeating = [
  'distributionReversed',
  'rewardReversed',
  'paymentRepeated',
  'fallenPlanTakenIn',
] as const

/** Plans that a case has taken an act on: what befalls their payments since, its record is told. */
export const isOnRecord = (state: PlanState): boolean => state === 'settled' || state === 'fallen'

/** What somebody is paid of: the plan of a transfer or service contract, or a bonus or award. */
export const paymentKinds = ['transfer', 'service', 'grant_bonus', 'staff_award'] as const
export type PaymentKind = (typeof paymentKinds)[number]

/** By what the bank's answer names a payment: the batch and its place in it. */
export const referenceOf = (batch: string, number: number): string =>
  `${batch.slice(-8).toUpperCase()}-${String(number).padStart(5, '0')}`

/** The place a reference names in a batch; undefined for one of another batch. */
export function numberIn(batch: string, reference: string): number | undefined {
  const [, of, number] = /^([0-9A-F]{8})-(\d{5,7})$/.exec(reference.trim().toUpperCase()) ?? []
  return of === batch.slice(-8).toUpperCase() ? Number(number) : undefined
}
