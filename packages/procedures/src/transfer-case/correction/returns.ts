// What a record says of money that did not stay where a payout put it: a payment the bank returned, one that was
// made again, and payments by a plan that an objection overturned before it was paid out to everybody
// (`gd-2025#a18.p2`, `gd-2025#a14.p1.i3`: verified, and published afresh). Payments stand as facts; the plan
// that follows sets them off against what each is due, and what is left over is given back.
import { label } from '../../procedure/fields.ts'
import type { OutOfOrder } from '../../procedure/order.ts'
import { type CaseState, mustAmend } from '../state.ts'
import { type CaseStep, when } from '../step.ts'
import { type Balances, isNobody, noAccounts, sumsIn } from './accounts.ts'
import { type CorrectionData, correctionData as data } from './correction-data.ts'
import { owedStill } from './settlement.ts'

const nothingPaidOut = when(
  (s) => (s.accounts?.log.length ?? 0) === 0,
  'nothing-paid-yet',
  '本项目还没有登记过付款。',
  'No payment of this case is on record.',
)
const nothingOwed = when(
  (s) => isNobody(owedStill(s)),
  'nothing-owed',
  '没有退回后待补付的款项。',
  'Nothing that came back is owed to anybody.',
)
const planStands = when(
  (s) => s.plan === undefined || !mustAmend(s.plan),
  'plan-stands',
  '分配方案没有被核实结论推翻；已付款请登记回单或登记发放。',
  'No finding overturned the plan; take in the proof, or record the payout.',
)
const takenInBefore = when(
  (s) => (s.acts['fallenPlanTakenIn']?.at(-1)?.seq ?? 0) > (s.plan?.seq ?? 0),
  'taken-in-before',
  '按这个方案已付的款项已经转入抵扣。',
  'What this plan paid is taken in already.',
)

/** Somebody waits for money that came back. */
export const returnOpen = when(
  (s) => !isNobody(owedStill(s)),
  'return-open',
  '有付款退回后尚未补付，补付后方可结案。',
  'A payment that came back is not made again yet; close after it.',
)

const reason = (code: string, zh: string, en: string): OutOfOrder => ({ code, detail: { zh, en } })

export const moreThanPaid = reason(
  'more-than-paid',
  '没有向此人直接付过这么多款项，请核对姓名和金额；通过发放批次付出的，请在批次中登记回单。',
  'Not that much was paid to this person by hand; check name and amount. What a payout batch paid comes back by its proof.',
)
export const moreThanOwed = reason(
  'more-than-owed',
  '此人没有这么多待补付的款项，请核对姓名和金额。',
  'Not that much is owed to this person; check name and amount.',
)
const unlikePlan = reason(
  'unlike-fallen-plan',
  '所写的人不在原方案中、写了两次、奖励形式不同，或者金额为零、超过原方案；请核对。',
  'Somebody is not in the plan that fell, stands twice, has another form of award, or nothing or more than it gave; check the lines.',
)

export const returnSteps = {
  paymentReturned: {
    label: label('登记付款退回', 'Record a payment that came back'),
    who: ['finance', 'system'],
    data: data.paymentReturned,
    stage: 'performance',
    ahead: [nothingPaidOut],
    gathers: 'handReturn',
    wrongs: [moreThanPaid],
    wrong: (state, given) =>
      wrongReturn(state as CaseState | undefined, given as CorrectionData<'paymentReturned'>),
  },
  paymentRepeated: {
    label: label('登记退回后补付', 'Record that it was paid again'),
    who: ['finance', 'system'],
    data: data.paymentRepeated,
    stage: 'performance',
    ahead: [nothingOwed],
    // What payment orders paid is ordered again; only what was paid by hand waits for this act.
    needed: (state) => !isNobody(owedStill(state)) && !isByOrders(state),
    wrongs: [moreThanOwed],
    wrong: (state, given) =>
      wrongRepeat(state as CaseState | undefined, given as CorrectionData<'paymentRepeated'>),
    suggests: (state) => onlyOne(owedStill(state)),
  },
  fallenPlanTakenIn: {
    label: label('方案被推翻，已付款转入抵扣', 'Take in what the plan that fell paid'),
    who: ['finance', 'system'],
    data: data.fallenPlanTakenIn,
    stage: 'performance',
    done: [takenInBefore],
    ahead: [planStands],
    wrongs: [unlikePlan],
    wrong: (state, given) =>
      wrongTakingIn(state as CaseState | undefined, given as CorrectionData<'fallenPlanTakenIn'>),
  },
} as const satisfies Readonly<Record<string, CaseStep>>

/** Whether the payout that stands was made by payment orders. */
const isByOrders = ({ distributions }: CaseState): boolean =>
  distributions.at(-1)?.payment.data.orderedAt !== undefined

/** Whom alone something concerns, and how much; nothing where it is nobody or several. */
export function onlyOne({ cash, equity }: Balances): Readonly<Record<string, unknown>> {
  const all = [
    ...[...cash].map(([name, fen]) => ({ name, award: 'cash', amount: `${fen}` })),
    ...[...equity].map(([name, fen]) => ({ name, award: 'equity', amount: `${fen}` })),
  ]
  return (all.length === 1 && all[0]) || {}
}

/** What payment orders tell is so; by hand nothing comes back that was not handed over. */
function wrongReturn(
  state: CaseState | undefined,
  { name, award, amount, reference }: CorrectionData<'paymentReturned'>,
) {
  const { byHand } = state?.accounts ?? noAccounts
  if (reference !== undefined) return undefined
  return isWithin(amount, sumsIn(byHand)[award].get(name)) ? undefined : moreThanPaid
}

function wrongRepeat(
  state: CaseState | undefined,
  { name, award, amount, reference }: CorrectionData<'paymentRepeated'>,
) {
  const owed = state && owedStill(state)[award].get(name)
  return reference !== undefined || isWithin(amount, owed) ? undefined : moreThanOwed
}

function wrongTakingIn(
  state: CaseState | undefined,
  { lines }: CorrectionData<'fallenPlanTakenIn'>,
) {
  const planned = state?.plan?.data.lines ?? []
  const isPlanned = ({ name, award, amount }: (typeof lines)[number]) =>
    planned.some(
      (one) => one.name === name && one.award === award && isWithin(amount, BigInt(one.amount)),
    )
  const isTwice = new Set(lines.map(({ name }) => name)).size < lines.length
  return isTwice || !lines.every(isPlanned) ? unlikePlan : undefined
}

const isWithin = (amount: string, most = 0n): boolean =>
  BigInt(amount) > 0n && BigInt(amount) <= most
