// What an act carries is held against the record: names that are not there, lines written twice.
import type { Day } from '@yizhuan/kit'
import { wrongCount } from '../procedure/decision-step.ts'
import { wrongHolders } from '../procedure/disclosure.ts'
import type { Author } from '../procedure/entry.ts'
import { notShownSince } from '../procedure/notice-steps.ts'
import type { OutOfOrder } from '../procedure/order.ts'
import { wrongBeyond } from '../procedure/receipt-beyond.ts'
import { countedTwice } from '../procedure/receipt-once.ts'
import type { ActData, ActType } from './acts.ts'
import { agreedMoneyOf } from './agreed-money.ts'
import { wrongForOthers } from './co-owners/co-owners.ts'
import { wrongRecusal } from './decision/meeting.ts'
import { wrongGrant } from './modes/grants.ts'
import { type CaseState, latestNotice, membersOf, openObjection } from './state.ts'
import { wrongTaking } from './taking.ts'
import { wrongWriteOff } from './write-offs.ts'

/** What the act itself gets wrong against the record. */
export function wrongAgainstRecord(
  state: CaseState | undefined,
  type: ActType,
  data: Readonly<Record<string, unknown>>,
  on?: Day,
  by?: Author,
): OutOfOrder | undefined {
  switch (type) {
    case 'noticeCertified':
      return notShownSince(state && latestNotice(state)?.on, data['lastShownOn'], on)
    case 'planNoticeCertified':
      return notShownSince(state?.plan?.notice?.on, data['lastShownOn'], on)
    case 'changeNoticeCertified':
      return notShownSince(state?.changeNotice?.on, data['lastShownOn'], on)
    case 'costRecorded':
      return wrongCost(state, data as ActData<'costRecorded'>)
    case 'decided':
      return (
        wrongCount(data as ActData<'decided'>) ?? wrongRecusal(state, data as ActData<'decided'>)
      )
    case 'receivableWrittenOff':
      return wrongWriteOff(state, data, by)
    case 'receiptRecorded':
      return wrongReceipt(state, data as ActData<'receiptRecorded'>)
    case 'planDrafted':
      return wrongPlan(state, data as ActData<'planDrafted'>)
    case 'titleRegistered':
      return wrongHolders((data as ActData<'titleRegistered'>).holders)
    case 'planAgreed':
      return wrongMember(state, (data as ActData<'planAgreed'>).member)
    case 'proposed': {
      const { terms, otherGrants, grantsReconciled } = data as ActData<'proposed'>
      return wrongGrant(terms, otherGrants, state?.lastOn ?? '', grantsReconciled)
    }
    case 'signed': {
      const { otherGrants, grantsReconciled } = data as ActData<'signed'>
      return wrongGrant(state?.terms, otherGrants, state?.lastOn ?? '', grantsReconciled)
    }
    case 'negotiationStarted':
      return wrongMapping(data as ActData<'negotiationStarted'>)
    case 'objectionFound':
      return wrongFinding(state, data as ActData<'objectionFound'>)
    default:
      return undefined
  }
}

/** Other agreed ways are handled as the mode they are nearest to, for a reason that is reviewed. */
function wrongMapping({
  mode,
  mappedTo,
  mappingReason,
}: ActData<'negotiationStarted'>): OutOfOrder | undefined {
  if (mode !== 'other' || (mappedTo !== undefined && mappingReason !== undefined)) return undefined
  return {
    code: 'other-unmapped',
    detail: {
      zh: '其他方式须写明参照哪种转化方式办理和理由。',
      en: 'Another way says as which mode it is handled, and why.',
    },
  }
}

function wrongMember(state: CaseState | undefined, member: string): OutOfOrder | undefined {
  const plan = state?.plan
  if (!plan) return undefined
  if (!membersOf(plan).includes(member)) {
    return {
      code: 'not-a-recipient',
      detail: { zh: `方案中没有${member}。`, en: `${member} is not in the plan.` },
    }
  }
  if (!plan.agreed.some((one) => one.member === member)) return undefined
  return {
    code: 'already-agreed',
    detail: { zh: `${member}已确认。`, en: `${member} has agreed already.` },
  }
}

/** A signed contract is not stopped by a finding; it is terminated. */
function wrongFinding(
  state: CaseState | undefined,
  { outcome }: ActData<'objectionFound'>,
): OutOfOrder | undefined {
  const open = state && openObjection(state)
  if (outcome !== 'stop' || open?.against !== 'change') return undefined
  return {
    code: 'stop-after-signing',
    detail: {
      zh: '合同已签署，不能以核实结论终止交易；请办理合同终止。',
      en: 'The contract is signed: a finding cannot stop it. Terminate the contract instead.',
    },
  }
}

/** A cost is deducted once, ever: the same voucher of the same kind is the same cost. */
function wrongCost(
  state: CaseState | undefined,
  { kind, voucher }: ActData<'costRecorded'>,
): OutOfOrder | undefined {
  const known = state?.costs.some(({ data }) => data.kind === kind && data.voucher === voucher)
  if (!known) return undefined
  return {
    code: 'cost-already-recorded',
    detail: {
      zh: `凭证${voucher}的这项费用已登记。`,
      en: `Voucher ${voucher} is recorded already.`,
    },
  }
}

/** A part of a part is not more than it, and what the institution's part is kept for adds up to it. */
function wrongParts(plan: ActData<'planDrafted'>): OutOfOrder | undefined {
  const { toTto, toCompany = '0', toInstitution, purposes } = plan
  if (BigInt(toCompany) > BigInt(toTto))
    return {
      code: 'company-part-exceeds',
      detail: {
        zh: '平台公司部分超过转化部门和平台公司合计提取的金额。',
        en: 'The part of the platform company is more than office and company take together.',
      },
    }
  const kept = (purposes ?? []).reduce((total, { amount }) => total + BigInt(amount), 0n)
  if (!purposes?.length || kept === BigInt(toInstitution)) return undefined
  return {
    code: 'purposes-not-whole',
    detail: {
      zh: '各项用途的金额合计须等于留归单位的金额。',
      en: 'What the institution keeps its part for must add up to that part.',
    },
  }
}

/** What was received is shared out once, ever. */
function wrongReceipt(
  state: CaseState | undefined,
  receipt: ActData<'receiptRecorded'>,
): OutOfOrder | undefined {
  return (
    countedTwice(state?.receipts, state?.acts['receiptRefunded'], receipt) ??
    wrongForOthers(state, receipt) ??
    wrongBeyond(agreedMoneyOf(state), receipt)
  )
}

function wrongPlan(
  state: CaseState | undefined,
  plan: ActData<'planDrafted'>,
): OutOfOrder | undefined {
  const { lines, waived } = plan
  const names = [...lines.map(({ name }) => name), ...waived]
  if (new Set(names).size === names.length) return wrongParts(plan) ?? wrongTaking(state, plan)
  return {
    code: 'duplicate-recipient',
    detail: {
      zh: '分配方案中有重名的奖励对象，请合并或注明；放弃的人不再列入奖励对象。',
      en: 'A name stands twice in the plan; whoever waives a share is not a recipient.',
    },
  }
}
