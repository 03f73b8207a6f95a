// A distribution that was paid and is found wrong (procedures.md 2.3): nothing of it is changed. It is
// reversed by a decision, its receipts and costs are shared out afresh, with a plan, a notice and a payout
// of their own, and what somebody had too much is given back.
import { label } from '../../procedure/fields.ts'
import type { OutOfOrder } from '../../procedure/order.ts'
import {
  collectsForOthers,
  exceedsOthersPart,
  heldForOthers,
  moreThanHeldForOthers,
  sumOfParts,
  wrongFromOthers,
} from '../co-owners/co-owners.ts'
import { type CaseState, leftOf, pendingCosts, pendingReceipts, type Receipt } from '../state.ts'
import { type CaseStep, type Change, when } from '../step.ts'
import { freed } from '../taking.ts'
import { isNobody } from './accounts.ts'
import { type CorrectionData, correctionData as data } from './correction-data.ts'
import { isLikeBefore, isRefundedTwice, refundedBefore } from './refunded-before.ts'
import { hasComeBack } from './reimbursed.ts'
import { reimbursementSteps } from './reimbursement.ts'
import { onlyOne, returnSteps } from './returns.ts'
import { heldBack, owedStill } from './settlement.ts'

const nothingPaid = when(
  (s) => s.distributions.length === 0,
  'nothing-paid',
  '尚无已发放的分配。',
  'No distribution stands that was paid.',
)
const nothingPending = when(
  (s) => pendingReceipts(s).length === 0,
  'distributed-already',
  '到账和费用已分配；请先冲回该次分配，再更正。',
  'It is distributed already; reverse the distribution first, then correct it.',
)
/** A cost waits to be deducted whether or not anything came in yet. */
const nothingToWithdraw = when(
  (s) => pendingCosts(s).length === 0,
  nothingPending.code,
  nothingPending.detail.zh,
  nothingPending.detail.en,
)
const nothingToRefund = when(
  (s) => pendingReceipts(s).length === 0 && heldForOthers(s) === 0n,
  nothingPending.code,
  nothingPending.detail.zh,
  nothingPending.detail.en,
)
export const nothingSetOff = when(
  (s) => !(s.acts['recoveryRecorded'] ?? []).some(({ data }) => data['way'] === 'tax_set_off'),
  'no-tax-set-off',
  '没有抵回过代扣税款。',
  'No tax withheld was set off.',
)
export const nothingHeld = when(
  (s) => isNobody(heldBack(s)),
  'nothing-to-recover',
  '没有应退回的款项。',
  'Nobody has anything to give back.',
)

/** What was paid of a wrong distribution waits to be taken in by the payout that puts it right, or returned. */
export const recoveryOpen = when(
  (s) => !isNobody(heldBack(s)),
  'recovery-open',
  '更正后多发的款项尚未退回或者核销。',
  'What was paid too much is neither given back nor written off.',
)

const reason = (code: string, zh: string, en: string): OutOfOrder => ({ code, detail: { zh, en } })

const noSuchReceipt = reason(
  'no-such-receipt',
  '没有这笔待分配的到账，请核对凭证号；已分配的请先冲回。',
  'No receipt of that voucher waits for distribution; one that was shared out is reversed first.',
)
export const refundExceeds = reason(
  'refund-exceeds',
  '退款或调减超过该笔到账的余额。',
  'It is more than what is left of the receipt.',
)
const noSuchCost = reason(
  'no-such-cost',
  '没有这笔待扣除的费用，请核对种类、凭证号和金额。',
  'No such cost waits to be deducted; check its kind, voucher and amount.',
)
const reimbursedBefore = reason(
  'reimbursed-before',
  '这笔费用登记过收回，请先撤回该收回登记，再更正费用。',
  'Something of this cost is recorded as having come back; take that back first.',
)
export const notHeld = reason(
  'more-than-held',
  '此人没有这么多应退回的款项，请核对姓名和金额。',
  'This person has not that much to give back; check the name and the amount.',
)
export const taxByPayment = reason(
  'tax-by-payment',
  '代扣税款按付款逐笔抵回，请在“代扣税款”页办理。',
  'Tax is set off payment by payment, on the page of tax withheld.',
)
export const payAgainFirst = reason(
  'pay-again-first',
  '此人尚有退回后待补付的款项，补付后再撤回抵回。',
  'Something that came back is owed to this person still; it is paid again first.',
)
const payoutFirst = reason(
  'payout-first',
  '更正后的分配尚未发放；已发款先抵扣应发款，发放后仍有余额的再核销。',
  'The shares are not paid afresh yet: that payout takes in first what was paid; write off what is left after it.',
)

export const correctionSteps = {
  distributionReversed: {
    label: label('冲回分配', 'Reverse the distribution'),
    who: ['leaders'],
    data: data.distributionReversed,
    stage: 'performance',
    ahead: [nothingPaid],
    rests: ({ distributions }) => [distributions.at(-1)?.payment.on],
    changes: (_data, state) => reversal(state),
  },
  receiptRefunded: {
    label: label('登记退款或更正到账', 'Record a refund of a receipt'),
    who: ['finance'],
    data: data.receiptRefunded,
    stage: 'performance',
    gathers: 'knownRefund',
    ahead: [nothingToRefund],
    wrongs: [noSuchReceipt, refundExceeds, moreThanHeldForOthers, refundedBefore],
    fits: (state, given) => ({
      hides: [
        ...(state && collectsForOthers(state) ? [] : ['fromOthers']),
        ...(state && isLikeBefore(state, given) ? [] : ['another']),
      ],
      wants: [],
    }),
    wrong: (state, given, _by, on) =>
      wrongRefund(state as CaseState | undefined, given as Refund) ??
      (state && isRefundedTwice(state as CaseState, given, on) ? refundedBefore : undefined),
    changes: (given, state) => refunded(state, given as Refund),
  },
  costWithdrawn: {
    label: label('更正费用', 'Withdraw a cost'),
    who: ['finance'],
    data: data.costWithdrawn,
    stage: 'performance',
    ahead: [nothingToWithdraw],
    wrongs: [noSuchCost, reimbursedBefore],
    wrong: (state, given) => wrongWithdrawal(state as CaseState | undefined, given as Withdrawal),
    changes: (given, state) => {
      const gone = costOf(state, given as Withdrawal)
      return { costs: state.costs.filter((cost) => cost !== gone), plan: undefined }
    },
  },
  recoveryRecorded: {
    label: label('登记多发款退回', 'Record what was given back'),
    // Tax is set off by the page of tax withheld, once a second person agreed.
    who: ['finance', 'system'],
    data: data.recoveryRecorded,
    stage: 'performance',
    ahead: [nothingHeld],
    // The payout that puts it right takes in first what was paid before.
    needed: (state) => pendingReceipts(state).length === 0,
    wrongs: [notHeld, payoutFirst, taxByPayment],
    wrong: (state, given) => wrongRecovery(state as CaseState | undefined, given as Recovery),
    suggests: (state) => onlyOne(heldBack(state)),
  },
  // Set off wrongly, the tax is owed to the tax office again and the person has it too much again.
  taxSetOffTakenBack: {
    label: label('撤回代扣税款抵回', 'Take back a set-off of withheld tax'),
    who: ['system'],
    data: data.taxSetOffTakenBack,
    stage: 'performance',
    ahead: [nothingSetOff],
    needed: () => false,
    wrongs: [taxByPayment, payAgainFirst],
    wrong: (state, given) => wrongTakingBack(state as CaseState | undefined, given as TakenBack),
  },
  ...reimbursementSteps,
  ...returnSteps,
} as const satisfies Readonly<Record<string, CaseStep>>

type Refund = CorrectionData<'receiptRefunded'>
type Withdrawal = CorrectionData<'costWithdrawn'>
type Recovery = CorrectionData<'recoveryRecorded'>
type TakenBack = CorrectionData<'taxSetOffTakenBack'>

/** The last distribution no longer stands: its receipts and costs wait again, beside those that do. */
function reversal(state: CaseState): Change {
  const last = state.distributions.at(-1)
  if (!last) return {}
  const at = state.distributions.length - 1
  return {
    distributions: state.distributions.slice(0, -1),
    reversed: [...(state.reversed ?? []), last],
    receipts: freed(state.receipts, at),
    costs: freed(state.costs, at),
    plan: undefined,
  }
}

/** What is only others' was never shared out, so it goes back whatever became of the rest of the receipt. */
function refundedOf(state: CaseState | undefined, refund: Refund): Receipt | undefined {
  if (!state) return undefined
  const among = ownPart(refund) === 0n ? state.receipts : pendingReceipts(state)
  return among.findLast(
    ({ data, reimburses }) => reimburses === undefined && data.voucher === refund.receipt,
  )
}

function wrongRefund(state: CaseState | undefined, refund: Refund) {
  const receipt = refundedOf(state, refund)
  if (!state || !receipt) return noSuchReceipt
  const own = ownPart(refund)
  if (own < 0n || own > leftOf(receipt)) return refundExceeds
  const wrong = wrongFromOthers(state, refund.fromOthers)
  if (wrong) return wrong
  return exceedsOthersPart(state, receipt, refund.fromOthers) ? refundExceeds : undefined
}

/** What of a refund is the institution's own; the rest is of what is held for others. */
const ownPart = ({ amount, fromOthers }: Refund): bigint => BigInt(amount) - sumOfParts(fromOthers)

function refunded(state: CaseState, refund: Refund): Change {
  const receipt = refundedOf(state, refund)
  const amount = ownPart(refund)
  if (amount === 0n) return {}
  const less = (one: Receipt): Receipt =>
    one === receipt
      ? {
          ...one,
          refunded: `${BigInt(one.refunded ?? 0) + amount}`,
          ...(one.part !== undefined && { part: `${BigInt(one.part) - amount}` }),
        }
      : one
  return { receipts: state.receipts.map(less), plan: undefined }
}

function costOf(state: CaseState | undefined, { kind, cost: voucher, amount }: Withdrawal) {
  return state?.costs.find(
    ({ data, distribution, part }) =>
      distribution === undefined &&
      part === undefined &&
      [data.kind, data.voucher, data.amount].join() === [kind, voucher, amount].join(),
  )
}

function wrongWithdrawal(state: CaseState | undefined, given: Withdrawal) {
  const cost = costOf(state, given)
  if (!state || !cost) return noSuchCost
  return hasComeBack(state, cost.seq) > 0n ? reimbursedBefore : undefined
}

/** What is written off before the payout that would take it in is paid a second time by that payout. */
function wrongRecovery(
  state: CaseState | undefined,
  { name, award, amount, way, reference }: Recovery,
) {
  const held = state && heldBack(state)[award].get(name)
  if (!state || held === undefined || BigInt(amount) > held) return notHeld
  if (way === 'tax_set_off' && reference === undefined) return taxByPayment
  return way === 'written_off' && pendingReceipts(state).length > 0 ? payoutFirst : undefined
}

/** What somebody is owed is no excess: it is paid again before they have anything too much. */
function wrongTakingBack(state: CaseState | undefined, { name, reference }: TakenBack) {
  if (reference === undefined) return taxByPayment
  return state && owedStill(state).cash.has(name) ? payAgainFirst : undefined
}
