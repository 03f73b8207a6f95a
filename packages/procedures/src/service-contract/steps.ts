// Each act of a service contract: who records it, what it rests on, what it waits for.
import type { z } from 'zod'
import { type ActsState, has, placeOf, readers, type StepRule } from '../procedure/acts-state.ts'
import { asksCertificate } from '../procedure/certificate.ts'
import { endingSteps } from '../procedure/ending-steps.ts'
import { label } from '../procedure/fields.ts'
import { type OutOfOrder, when } from '../procedure/order.ts'
import {
  type AgreedMoney,
  beyondFit,
  receivedBeyond,
  wrongBeyond,
} from '../procedure/receipt-beyond.ts'
import { countedTwice, receivedBefore } from '../procedure/receipt-once.ts'
import { tto } from '../procedure/roles.ts'
import { actData } from './acts.ts'
import { amendedSteps, lastRegistrationEntry, serviceTermsOf } from './amended.ts'
import { correctionSteps, recoveryOpen } from './correction-steps.ts'
import { payoutSteps, returnWaits, unpaid } from './payout-steps.ts'
import { planSteps } from './plan-steps.ts'
import { decisionSteps } from './reward-decision.ts'
import { unaccepted } from './reward-rules.ts'
import { isUnsettled, receivedIn, sumOf } from './settled.ts'
import {
  besideServiceTakeover,
  earlierServiceOf,
  isServiceUntouched,
  takenOverIn,
  takenOverSteps,
  takesOverService,
} from './taken-over.ts'

const { latest, all } = readers(actData)
type Type = keyof typeof actData

const office = [...tto, 'platform_company'] as const
const on = (type: Type) => (state: ActsState) => [state.acts[type]?.at(-1)?.on ?? state.opened.on]
const lacks = (type: Type, code: string, zh: string, en: string) =>
  when<ActsState>((state) => !has(state, type), code, zh, en)
const isSigned = when<ActsState>(
  (state) => has(state, 'serviceSigned'),
  'already-signed',
  '合同已签署，不能再办理。',
  'The contract is signed already.',
)
/** A takeover on which nothing rests yet may be given up: the contract goes on in its register. */
const isSignedHere = when<ActsState>(
  (state) => has(state, 'serviceSigned') && !(takesOverService(state) && isServiceUntouched(state)),
  isSigned.code,
  isSigned.detail.zh,
  isSigned.detail.en,
)
const unapproved = lacks(
  'contractApproved',
  'not-approved',
  '请先审批合同。',
  'Have the contract approved first.',
)
const unsigned = lacks('serviceSigned', 'not-signed', '请先签署合同。', 'Sign the contract first.')
const unreceived = lacks(
  'incomeReceived',
  'nothing-received',
  '没有待分配的到账。',
  'There is no receipt to distribute.',
)
const undeclared = when<ActsState>(
  (state) => latest(state, 'serviceOpened')?.data.relatedPartiesDeclared === false,
  'interests-undeclared',
  '利益关联尚未申报，请申报后重新立项。',
  'Related interests are not declared; declare them and open anew.',
)
const unregistered = when<ActsState>(
  (state) => {
    const outcome = latest(state, 'serviceRegistered')?.data.outcome
    return outcome === undefined || outcome === 'refused'
  },
  'not-registered',
  '请先登记认定结果。',
  'Record the registration first.',
)

/** A contract that ended is registered no more: no article asks for that before it is closed or rewarded. */
const stillUnregistered = when<ActsState>(
  (state) => unregistered.stops(state) && state.status !== 'terminated',
  unregistered.code,
  unregistered.detail.zh,
  unregistered.detail.en,
)
/** What was told at the takeover is told anew there; only what was recorded of the registration is taken back. */
const nothingRegistered = when<ActsState>(
  (state) => {
    const last = placeOf(state, lastRegistrationEntry(state))
    return last === 0 || last === takenOverIn(state)?.seq
  },
  'nothing-registered',
  '没有可以撤回的登记记录。',
  'Nothing is recorded of the registration that could be taken back.',
)

const vouchersExceed: OutOfOrder = {
  code: 'vouchers-exceed-costs',
  detail: label(
    '所列凭证的金额合计超过本次结算的税额和履行成本，请核对。',
    'The vouchers come to more than the taxes and costs of this statement; check them.',
  ),
}

/** Vouchers may stay unsaid, and never say more than what is deducted. */
function vouchersExceedCosts(data: Readonly<Record<string, unknown>>): boolean {
  const { costVouchers = [], taxes, performanceCosts = '0' } = data as Statement
  const total = sumOf(costVouchers, ({ amount }) => BigInt(amount))
  return total > BigInt(taxes) + BigInt(performanceCosts)
}

type Statement = z.infer<typeof actData.netSettled>

/** What the contract was agreed to bring, and what came in of it, before a takeover as well. */
function agreedMoneyOf(state: ActsState | undefined): AgreedMoney | undefined {
  const price = state && serviceTermsOf(state)?.price
  if (state === undefined || price === undefined) return undefined
  const earlier = sumOf(earlierServiceOf(state), ({ income }) => BigInt(income))
  return { prices: [price], received: receivedIn(state) + earlier }
}

/** What went back of what was settled is settled anew: else the house keeps a net income that it has not. */
const refundWaits = when<ActsState>(
  isUnsettled,
  'refund-unsettled',
  '退款后净收入尚未重新结算，结算后方可结案。',
  'A refund is not in any statement of the net income yet; settle it, and close after it.',
)

const { closed, withdrawn } = endingSteps({
  stage: 'reward',
  inEffect: [isSignedHere],
  undone: [unsigned, stillUnregistered, unpaid, refundWaits, returnWaits, recoveryOpen],
})

const ownSteps: Readonly<Record<Type, StepRule>> = {
  serviceOpened: {
    label: label('三技合同立项', 'Open a service contract'),
    who: tto,
    data: actData.serviceOpened,
    stage: 'approval',
    gathers: 'knownServiceContract',
    fits: (_state, { relatedPartiesDeclared }) => ({
      hides: relatedPartiesDeclared === true ? [] : ['related'],
      wants: [],
    }),
  },
  ...takenOverSteps,
  contractApproved: {
    label: label('审批合同', 'Approve the contract'),
    who: ['leaders', 'tto_reviewer'],
    data: actData.contractApproved,
    stage: 'approval',
    done: [isSigned],
    ahead: [undeclared],
    rests: on('serviceOpened'),
    needed: (state) => !has(state, 'contractApproved'),
  },
  serviceSigned: {
    label: label('签署合同', 'Sign'),
    who: [...office, 'legal'],
    data: actData.serviceSigned,
    stage: 'signing',
    gathers: 'freeNumber',
    done: [isSigned],
    ahead: [unapproved],
    rests: on('contractApproved'),
    needed: () => true,
  },
  serviceRegistered: {
    label: label('合同认定登记', 'Register the contract'),
    who: office,
    data: actData.serviceRegistered,
    stage: 'registration',
    gathers: 'freeCertificate',
    asksPaper: asksCertificate,
    done: [
      // What was refused, or found to be no technology contract, may be asked for again.
      when(
        (state) => latest(state, 'serviceRegistered')?.data.outcome === 'registered',
        'already-registered',
        '合同已认定登记。',
        'The contract is registered already.',
      ),
    ],
    ahead: [unsigned],
    rests: on('serviceSigned'),
    needed: (state) => latest(state, 'serviceRegistered')?.data.outcome !== 'not_technology',
  },
  serviceRegistrationTakenBack: {
    label: label('撤回误记的合同登记', 'Take back a registration entry'),
    who: ['tto_reviewer', 'leaders'],
    data: actData.serviceRegistrationTakenBack,
    stage: 'registration',
    ahead: [nothingRegistered],
    rests: (state) => on(lastRegistrationEntry(state))(state),
    takesBack: (_data, state) => [lastRegistrationEntry(state)],
    // What was said before it stands again.
    keepsUpTo: (state) => state.acts[lastRegistrationEntry(state)]?.at(-2)?.seq ?? 0,
  },
  ...amendedSteps,
  serviceReported: {
    label: label('报告三技合同', 'Report the contract'),
    who: tto,
    data: actData.serviceReported,
    stage: 'registration',
    ahead: [unsigned],
    rests: on('serviceSigned'),
  },
  serviceAccepted: {
    label: label('登记验收', 'Record the acceptance'),
    who: office,
    data: actData.serviceAccepted,
    stage: 'performance',
    done: [
      when(
        (state) => has(state, 'serviceAccepted'),
        'already-accepted',
        '已验收。',
        'It is accepted already.',
      ),
    ],
    ahead: [unsigned],
    rests: on('serviceSigned'),
    // Of a contract that ended only what was delivered and paid for is accepted.
    needed: (state) => state.status !== 'terminated' || receivedIn(state) > 0n,
  },
  incomeReceived: {
    label: label('登记到账', 'Record a receipt'),
    who: ['finance'],
    data: actData.incomeReceived,
    stage: 'performance',
    ahead: [unsigned],
    rests: on('serviceSigned'),
    needed: (state) => !has(state, 'incomeReceived'),
    // Recorded twice, it would be settled and rewarded twice.
    wrongs: [receivedBefore, receivedBeyond],
    wrong: (state, data) => {
      const part = data as z.infer<typeof actData.incomeReceived>
      return (
        countedTwice(state?.acts['incomeReceived'], state?.acts['receiptRefunded'], part) ??
        wrongBeyond(agreedMoneyOf(state), data)
      )
    },
    fits: (state, data) => beyondFit(agreedMoneyOf(state), data),
    gathers: 'serviceReceipt',
    proves: ['serviceIncome'],
  },
  netSettled: {
    label: label('结算净收入', 'Settle the net income'),
    who: ['finance'],
    data: actData.netSettled,
    stage: 'reward',
    ahead: [unaccepted, unreceived],
    rests: on('serviceAccepted'),
    needed: (state) => !has(state, 'netSettled') || isUnsettled(state),
    gathers: 'voucherOnce',
    wrongs: [vouchersExceed],
    wrong: (_state, data) => (vouchersExceedCosts(data) ? vouchersExceed : undefined),
    // The costs may be said beside a ratio: the law of a place may count net income from them alone.
    fits: (_state, { method }) => ({
      hides: method === 'fixed_ratio' ? [] : ['costRatio', 'ratioRuled', 'ratioFromFinance'],
      wants: [method === 'fixed_ratio' ? 'costRatio' : 'performanceCosts'],
    }),
    proves: ['serviceTaxes', 'performanceCosts', 'serviceCostRatio'],
  },
  ...planSteps,
  ...decisionSteps,
  ...payoutSteps,
  ...correctionSteps,
  serviceTerminated: {
    label: label('终止合同', 'Terminate'),
    who: [...tto, 'legal'],
    data: actData.serviceTerminated,
    stage: 'performance',
    ahead: [unsigned],
    rests: on('serviceSigned'),
    leads: () => 'terminated',
  },
  closed: {
    ...closed,
    needed: (state) => all(state, 'rewardPaid').length > 0 || isEndedForNothing(state),
  },
  withdrawn,
}

/** It ended before anything came in, or all that came in went back. */
function isEndedForNothing(state: ActsState): boolean {
  return state.status === 'terminated' && receivedIn(state) === 0n
}

export const steps = Object.fromEntries(
  Object.entries(ownSteps).map(([type, rule]) => [type, besideServiceTakeover(type, rule)]),
) as typeof ownSteps
