// Money that came back of a cost after it was deducted: the net income was too small by it, so it is shared out as
// if it were a receipt, by the law of the case on the day of that payout (gd-2025#a23.p1, sh-draft-2024#a11.p2:
// what is deducted is what was borne). Nothing that was paid is changed by it.
import { assessMoney, knownFacts } from '@yizhuan/law'
import type { Ground } from '../../procedure/assess-case.ts'
import { label } from '../../procedure/fields.ts'
import type { OutOfOrder } from '../../procedure/order.ts'
import { countedTwice } from '../../procedure/receipt-once.ts'
import { factsOf } from '../facts.ts'
import { type CaseState, leftOf, type Receipt } from '../state.ts'
import { type CaseStep, when } from '../step.ts'
import { type CorrectionData, correctionData as data } from './correction-data.ts'
import { deductedCosts, incomeSince, reimbursementsThatWait } from './reimbursed.ts'

type Reimbursement = CorrectionData<'costReimbursed'>

const reason = (code: string, zh: string, en: string): OutOfOrder => ({ code, detail: { zh, en } })

const nothingPaid = when(
  (s) => s.distributions.length === 0,
  'nothing-paid',
  '尚无已发放的分配；尚未扣除的费用请用“更正费用”。',
  'No distribution stands that was paid; a cost that was not deducted yet is withdrawn.',
)
const nothingWaits = when(
  (s) => reimbursementsThatWait(s).length === 0,
  'no-reimbursement',
  '没有尚未分配的费用收回；已经分配的，请先冲回该次分配。',
  'Nothing that came back of a cost waits; one that was shared out is reversed first.',
)
const noDeductedCost = reason(
  'no-deducted-cost',
  '没有这笔已在分配中扣除的费用，请核对种类和凭证号；尚未扣除的请用“更正费用”。',
  'No distribution deducted such a cost; check its kind and voucher. One that waits is withdrawn instead.',
)
const tooMuch = reason(
  'reimbursed-too-much',
  '收回金额须大于零，合计不超过分配中扣除的金额。',
  'It must be more than nothing, and all that came back no more than was deducted.',
)
const notDeducted = reason(
  'cost-not-deducted',
  '按当时适用的政策，这类费用没有从净收入中扣除，收回后无须补充分配。',
  'By the law of that payout such a cost was not deducted of the net income, so nothing of it is to be shared out.',
)
const borneByHouse = reason(
  'loss-borne',
  '该次分配的费用超过到账，超出部分由本单位承担，收回的款项先弥补这部分；确有剩余的，请冲回该次分配后更正费用。',
  'The costs of that distribution exceeded its receipts and the institution bore the rest, which this covers first; reverse that distribution and correct the cost.',
)
const voucherTaken = reason(
  'voucher-of-another-receipt',
  '本项目已有一笔到账用这个凭证号；同一笔款只登记一次，确为另一张凭证的请在凭证号前注明年月。',
  'A receipt of this case bears that voucher, and money is recorded once; if it is another voucher, put year and month before it.',
)

export const reimbursementSteps = {
  costReimbursed: {
    label: label('登记已扣费用收回', 'Record what came back of a deducted cost'),
    who: ['finance'],
    data: data.costReimbursed,
    stage: 'performance',
    gathers: 'cameBack',
    ahead: [nothingPaid],
    needed: () => false,
    rests: ({ distributions }) => [distributions[0]?.payment.on],
    wrongs: [noDeductedCost, tooMuch, notDeducted, borneByHouse, voucherTaken],
    wrong: (state, given) => wrongReimbursement(state as CaseState, given as Reimbursement),
    wrongInLaw: (ground, state, given) =>
      wrongByLaw(ground, state as CaseState | undefined, given as Reimbursement | undefined),
    changes: (given, state, { seq, on, by }) => {
      const { cost, kind, amount, voucher } = given as Reimbursement
      const deducted = deductedOf(state, { cost, kind })
      if (!deducted) return {}
      const since = incomeSince(state, deducted.distribution) ?? on
      // What lowers the spending of the budget is of the budget.
      const piece: Receipt = {
        ...{ seq, on, by, data: { amount, voucher, inBudget: true } },
        reimburses: { seq: deducted.seq, since },
      }
      return { receipts: [...state.receipts, piece] }
    },
  },
  reimbursementTakenBack: {
    label: label('撤回费用收回登记', 'Take back what was recorded as come back'),
    who: ['finance'],
    data: data.reimbursementTakenBack,
    stage: 'performance',
    ahead: [nothingWaits],
    needed: () => false,
    wrongs: [reason(nothingWaits.code, nothingWaits.detail.zh, nothingWaits.detail.en)],
    wrong: (state, given) =>
      waitingOf(state as CaseState, given)
        ? undefined
        : { code: nothingWaits.code, detail: nothingWaits.detail },
    changes: (given, state) => {
      const gone = waitingOf(state, given)
      return { receipts: state.receipts.filter((one) => one !== gone), plan: undefined }
    },
  },
} as const satisfies Readonly<Record<string, CaseStep>>

function waitingOf(state: CaseState | undefined, given: Readonly<Record<string, unknown>>) {
  return (
    state &&
    reimbursementsThatWait(state).find(({ data }) => data.voucher === given['reimbursement'])
  )
}

const deductedOf = (state: CaseState, { cost, kind }: Pick<Reimbursement, 'cost' | 'kind'>) =>
  deductedCosts(state).find((one) => one.voucher === cost && one.kind === kind)

const isRecorded = ({ costs }: CaseState, { cost, kind }: Reimbursement): boolean =>
  costs.some(
    ({ data, distribution }) =>
      distribution !== undefined && data.voucher === cost && data.kind === kind,
  )

function wrongReimbursement(
  state: CaseState | undefined,
  given: Reimbursement,
): OutOfOrder | undefined {
  // What nothing was paid of is told as such.
  if (!state || state.distributions.length === 0) return undefined
  if (!isRecorded(state, given)) return noDeductedCost
  const left = deductedOf(state, given)?.left ?? 0n
  const amount = BigInt(given.amount)
  if (amount === 0n || amount > left) return tooMuch
  return isVoucherTaken(state, given) ? voucherTaken : undefined
}

/** What was recorded as income by mistake, and corrected, never came in as such. */
function isVoucherTaken(
  { receipts, acts }: CaseState,
  { voucher, amount }: Reimbursement,
): boolean {
  const income = receipts.filter(({ reimburses }) => reimburses === undefined)
  return (
    receipts.some((one) => one.reimburses !== undefined && one.data.voucher === voucher) ||
    countedTwice(income, acts['receiptRefunded'], { voucher, amount }) !== undefined
  )
}

/** Whether the law of that payout deducted such a cost, and what was received covered it. */
function wrongByLaw(
  { law, rules, chosen, readings }: Ground,
  state: CaseState | undefined,
  given: Reimbursement | undefined,
): OutOfOrder | undefined {
  if (!given) return undefined
  const deducted = state && deductedOf(state, given)
  const payment = deducted && state.distributions[deducted.distribution]?.payment
  if (!state || !deducted || !payment) return undefined
  const isOfIt = (line: { readonly distribution?: number }) =>
    line.distribution === deducted.distribution
  const income = state.receipts.filter(isOfIt).reduce((sum, line) => sum + leftOf(line), 0n)
  const facts = {
    ...factsOf(state),
    grossIncome: `${income}`,
    costs: state.costs
      .filter(isOfIt)
      .map((cost) => ({ kind: cost.data.kind, amount: `${leftOf(cost)}` })),
    paidOn: payment.on,
  }
  const money = assessMoney(law, knownFacts(law, facts), {
    asOf: payment.on,
    ...(rules && { rules }),
    ...(chosen && { chosen }),
    ...(readings && { readings }),
  })
  if (!money) return undefined
  const isDeducted = money.lines.some(
    ({ id, effect }) => id === given.kind && effect === 'subtracts',
  )
  if (!isDeducted) return notDeducted
  return money.uncovered === undefined ? undefined : borneByHouse
}
