// What puts a service contract right once money moved: a receipt that went back or was booked wrong, a reward that
// was paid and is reversed, and what its people give back. Nothing of the record is changed; the reward that
// follows sets off what somebody has (the same way as a distribution that is put right).
import type { z } from 'zod'
import { type ActsState, has, readers, type StepRule } from '../procedure/acts-state.ts'
import { label } from '../procedure/fields.ts'
import { type OutOfOrder, when } from '../procedure/order.ts'
import { isNobody } from '../transfer-case/correction/accounts.ts'
import {
  nothingSetOff as noneSetOff,
  notHeld,
  nothingHeld as nothingToRecover,
  payAgainFirst,
  recoveryOpen as recoveryWaits,
  refundExceeds,
  taxByPayment,
} from '../transfer-case/correction/correction.ts'
import {
  isLikeBefore,
  isRefundedTwice,
  refundedBefore,
} from '../transfer-case/correction/refunded-before.ts'
import { onlyOne } from '../transfer-case/correction/returns.ts'
import { actData } from './acts.ts'
import { isToPlan, payoutsIn, planOf } from './reward.ts'
import { rewardHeld, rewardOwed } from './reward-accounts.ts'
import { reason } from './reward-rules.ts'
import { receiptsIn, refundedOf } from './settled.ts'

const { latest, all } = readers(actData)

type Refund = z.infer<typeof actData.receiptRefunded>
type Recovery = z.infer<typeof actData.recoveryRecorded>
type TakenBack = z.infer<typeof actData.taxSetOffTakenBack>

const unreceived = when<ActsState>(
  (state) => !has(state, 'incomeReceived'),
  'no-receipt',
  '本合同还没有登记到账。',
  'No receipt of this contract is on record.',
)
const nonePaid = when<ActsState>(
  (state) => payoutsIn(state).length === 0,
  'no-reward-stands',
  '没有可以冲回的奖酬发放。',
  'No reward stands that was paid.',
)
const nothingHeld = when<ActsState>(
  (state) => isNobody(rewardHeld(state)),
  nothingToRecover.code,
  nothingToRecover.detail.zh,
  nothingToRecover.detail.en,
)
const nothingSetOff = when<ActsState>(
  (state) => !all(state, 'recoveryRecorded').some(({ data }) => data.way === 'tax_set_off'),
  noneSetOff.code,
  noneSetOff.detail.zh,
  noneSetOff.detail.en,
)
/** What was paid too much is taken in by the next reward, or given back, before anything is closed. */
export const recoveryOpen = when<ActsState>(
  (state) => !isNobody(rewardHeld(state)),
  recoveryWaits.code,
  recoveryWaits.detail.zh,
  recoveryWaits.detail.en,
)
const unknownReceipt = reason(
  'no-such-service-receipt',
  '本合同没有这个凭证号的到账，请核对。',
  'No receipt of this contract has that voucher; check it.',
)
const refundedToday = reason(
  'refund-before-receipt',
  '退款或更正不得早于该笔到账。',
  'A receipt is not given back before it came.',
)
const planFirst = reason(
  'reward-plan-first',
  '冲回后的奖酬尚未重新发放；已发款先抵扣应发款，发放后仍有余额的再核销。',
  'The reward is not paid afresh yet: that payout takes in first what was paid; write off what is left after it.',
)

function wrongRefund(
  state: ActsState | undefined,
  refund: Refund,
  on: string | undefined,
): OutOfOrder | undefined {
  if (!state) return undefined
  const receipts = receiptsIn(state)
  const named = receipts.filter(({ voucher }) => voucher === refund.receipt)
  if (named.length === 0) return unknownReceipt
  const receipt = refundedOf(receipts, state.seq + 1, refund)
  if (!receipt || BigInt(refund.amount) === 0n) return refundExceeds
  return on !== undefined && on < receipt.on ? refundedToday : undefined
}

/** What is written off before the reward that would take it in is paid a second time by that reward. */
function wrongRecovery(
  state: ActsState | undefined,
  { name, award, amount, way, reference }: Recovery,
): OutOfOrder | undefined {
  const held = state && rewardHeld(state)[award].get(name)
  if (!state || held === undefined || BigInt(amount) > held) return notHeld
  if (way === 'tax_set_off' && reference === undefined) return taxByPayment
  return way === 'written_off' && isOpen(state) ? planFirst : undefined
}

function wrongTakingBack(state: ActsState | undefined, { name, reference }: TakenBack) {
  if (reference === undefined) return taxByPayment
  return state && rewardOwed(state).cash.has(name) ? payAgainFirst : undefined
}

/** A reward waits to be planned or paid. */
const isOpen = (state: ActsState): boolean => planOf(state) !== undefined || isToPlan(state)

/** The only receipt there is something left of. */
function onlyReceipt(state: ActsState) {
  const [only, ...others] = receiptsIn(state).filter(({ left }) => left > 0n)
  return only && others.length === 0 ? { receipt: only.voucher } : {}
}

export const correctionSteps = {
  receiptRefunded: {
    label: label('登记退款或更正到账', 'Record a refund of a receipt'),
    who: ['finance'],
    data: actData.receiptRefunded,
    stage: 'performance',
    gathers: 'knownRefund',
    ahead: [unreceived],
    wrongs: [unknownReceipt, refundExceeds, refundedToday, refundedBefore],
    fits: (state, data) => ({
      hides: state && isLikeBefore(state, data) ? [] : ['another'],
      wants: [],
    }),
    wrong: (state, data, _by, on) =>
      wrongRefund(state, data as Refund, on) ??
      (state && isRefundedTwice(state, data, on) ? refundedBefore : undefined),
    suggests: onlyReceipt,
  },
  rewardReversed: {
    label: label('冲回已发放的奖酬', 'Reverse a reward that was paid'),
    who: ['leaders'],
    data: actData.rewardReversed,
    stage: 'reward',
    ahead: [nonePaid],
    rests: (state) => [payoutsIn(state).at(-1)?.on],
  },
  recoveryRecorded: {
    label: label('登记多发款退回', 'Record what was given back'),
    // Tax is set off by the page of tax withheld, once a second person agreed.
    who: ['finance', 'system'],
    data: actData.recoveryRecorded,
    stage: 'reward',
    ahead: [nothingHeld],
    rests: (state) => [latest(state, 'rewardReversed')?.on],
    // The reward that is paid afresh takes in first what was paid before.
    needed: (state) => !isNobody(rewardHeld(state)) && !isOpen(state),
    wrongs: [notHeld, planFirst, taxByPayment],
    wrong: (state, data) => wrongRecovery(state, data as Recovery),
    suggests: (state) => onlyOne(rewardHeld(state)),
  },
  // Set off wrongly, the tax is owed to the tax office again and the person has it too much again.
  taxSetOffTakenBack: {
    label: label('撤回代扣税款抵回', 'Take back a set-off of withheld tax'),
    who: ['system'],
    data: actData.taxSetOffTakenBack,
    stage: 'reward',
    ahead: [nothingSetOff],
    rests: (state) => [latest(state, 'recoveryRecorded')?.on],
    needed: () => false,
    wrongs: [taxByPayment, payAgainFirst],
    wrong: (state, data) => wrongTakingBack(state, data as TakenBack),
  },
} as const satisfies Readonly<Record<string, StepRule>>
