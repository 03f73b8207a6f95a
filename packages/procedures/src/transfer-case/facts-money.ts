// The facts of one distribution: of the receipts not yet shared out, else of the last payout.
import type { CaseFacts } from '../procedure/procedure.ts'
import { planAnswers } from './recipients/asked.ts'
import {
  awaited,
  type CaseState,
  type Cost,
  type Distribution,
  isDistributing,
  leftOf,
  membersOf,
  mustAmend,
  type PlanState,
  pendingReceipts,
  planNoticeStands,
  type Receipt,
  receivedIn,
} from './state.ts'
import { earlierIncome, earlierOf } from './taken-over/taken-over.ts'
import { type Taken, takenBy } from './taking.ts'

/** The facts of receipts, costs, plan and payout. */
export function moneyFacts(state: CaseState): readonly CaseFacts[] {
  const pending = pendingReceipts(state)
  const last = state.distributions.at(-1)
  const isOpen = isDistributing(state)
  const plan = isOpen ? state.plan : last?.plan
  const { receipts, costs } = isOpen ? takenBy(state, plan) : lastTaken(state)
  const payment = isOpen ? undefined : last?.payment
  const upkeep = costs.filter(({ data }) => data.kind === 'upkeep')
  const received = {
    ...(receipts.length > 0 && {
      grossIncome: incomeOf(receipts),
      costs: costs.map((cost) => ({
        kind: cost.data.kind,
        amount: `${leftOf(cost)}`,
        label: cost.data.remark ?? cost.data.voucher,
      })),
      // What the service looked up when each was recorded; of costs of before nobody did.
      ...(upkeep.length > 0 &&
        upkeep.every(({ data }) => data.once === true) && { upkeepDeductedBefore: false }),
      incomeInBudget: receipts.every(({ data }) => data.inBudget),
    }),
    paidOn: isOpen ? null : (last?.payment.on ?? null),
    receivedTotal: `${receivedIn(state) + earlierIncome(state)}`,
    writtenOffTotal: sum(state.writtenOff),
    allReceiptsDistributed: pending.length === 0 && !isEmpty(state),
    planDeviatesFromLedger: false,
  }
  return [received, ...planFacts(state, plan, payment), paymentFacts(payment)]
}

const isEmpty = (state: CaseState): boolean =>
  [state.receipts, state.writtenOff, earlierOf(state)].every(({ length }) => length === 0)

/** What the last payout took. */
function lastTaken({ receipts, costs, distributions }: CaseState): Taken {
  const isLast = ({ distribution }: Receipt | Cost) => distribution === distributions.length - 1
  return { receipts: receipts.filter(isLast), costs: costs.filter(isLast) }
}

/** What finance says of a payout, where it says it: wages of the year, insurance and tax. */
const SAID_OF_PAYOUT = [
  'countedInWages',
  'cappedByWages',
  'carriedIntoBase',
  'countedInPerformancePay',
  'cappedByPerformancePay',
  'inSocialInsuranceBase',
  'taxWithheld',
  'taxReliefConfirmed',
] as const

function paymentFacts(payment: Distribution['payment'] | undefined): CaseFacts {
  if (!payment) return { taxReliefApplied: false, countedForTax: null }
  const { data } = payment
  return {
    // What no payout claims is not applied; whether it could be is the position of the contract.
    taxReliefApplied: data.taxRelief ?? false,
    countedForTax: data.countedForTax ?? null,
    ...Object.fromEntries(
      SAID_OF_PAYOUT.flatMap((fact) => (data[fact] === undefined ? [] : [[fact, data[fact]]])),
    ),
  }
}

function planFacts(
  state: CaseState,
  plan: PlanState | undefined,
  payment: Distribution['payment'] | undefined,
): readonly CaseFacts[] {
  if (!plan) return [{ planNoticeOn: null, planNoticeEndedOn: null }]
  const { lines, toTto, toTtoStaff, toInstitution, toCompany } = plan.data
  const { baseDecided, deviationReason } = plan.data
  const cash = lines.filter(({ award }) => award === 'cash')
  const given = {
    ...(baseDecided !== undefined && { ownBaseDecided: baseDecided }),
    ...planAnswers(plan.data),
    planDeviatesFromLedger: deviationReason !== undefined,
    deviationReason: deviationReason ?? null,
    cashReward: sum(cash.map((data) => ({ data }))),
    toContributors: sum(lines.map((data) => ({ data }))),
    toTto,
    ...(toCompany !== undefined && {
      toOffice: `${BigInt(toTto) - BigInt(toCompany)}`,
      toCompany,
    }),
    toTtoStaff,
    toInstitution,
    recipients: lines.map(({ name, isInventor, isChief, holdsLeadingPost, award, amount }) => ({
      who: name,
      isInventor,
      isChief,
      holdsLeadingPost,
      award,
      amount,
    })),
  }
  return [given, teamFacts(state, plan), planNoticeFacts(plan, payment)]
}

function teamFacts(state: CaseState, plan: PlanState): CaseFacts {
  const { lines, waived } = plan.data
  const members = membersOf(plan).length
  const agreed = members - awaited({ ...state, plan }).length
  const covered = new Set([
    ...waived,
    ...lines.filter(({ amount }) => BigInt(amount) > 0n).map(({ name }) => name),
  ])
  return {
    everyInventorCovered: state.opened.data.team.every(
      ({ name, isInventor }) => !isInventor || covered.has(name),
    ),
    everyInventorPaid: state.opened.data.team.every(
      ({ name, isInventor }) =>
        !isInventor || lines.some((line) => line.name === name && BigInt(line.amount) > 0n),
    ),
    teamAgreed: agreed === members,
    teamMajorityAgreed: agreed * 2 > members,
    agreementsSigned: plan.agreed.every(({ isProven }) => isProven),
  }
}

function planNoticeFacts(plan: PlanState, payment: Distribution['payment'] | undefined): CaseFacts {
  const { notice, lastShownOn, objections, data } = plan
  const isAsPlanned =
    !payment ||
    (payment.data.lines.length === data.lines.length &&
      data.lines.every(
        ({ name, amount }, at) =>
          payment.data.lines[at]?.name === name && payment.data.lines[at]?.amount === amount,
      ))
  return {
    planNoticeOn: notice?.on ?? null,
    planNoticeEndedOn: lastShownOn ?? null,
    planObjectionOpen: objections.some(({ finding }) => finding === undefined),
    freshPlanNoticeAfterFinding: objections.length === 0 ? null : planNoticeStands(plan),
    ...(notice && {
      planMatchesNotice: !mustAmend(plan) && isAsPlanned,
      planLeadersDisclosed: notice.data.leadersDisclosed,
    }),
  }
}

function sum(lines: readonly { readonly data: { readonly amount: string } }[]): string {
  return lines.reduce((total, { data }) => total + BigInt(data.amount), 0n).toString()
}

const incomeOf = (receipts: readonly Receipt[]): string =>
  receipts.reduce((total, receipt) => total + leftOf(receipt), 0n).toString()
