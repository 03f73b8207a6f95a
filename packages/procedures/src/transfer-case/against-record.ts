// What an act carries is held against the record: payments against the plan, a notice against the terms.
import type { ActData, ActType } from './acts.ts'
import type { OutOfOrder } from './order.ts'
import type { CaseState } from './state.ts'

/** What the act itself gets wrong against the record. */
export function wrongAgainstRecord(
  state: CaseState | undefined,
  type: ActType,
  data: Readonly<Record<string, unknown>>,
): OutOfOrder | undefined {
  if (type === 'objectionFiled' && !(data['inWriting'] && data['toDepartment'])) {
    return {
      code: 'objection-form',
      detail: {
        zh: '异议须实名、书面并提交至指定部门；否则登记为匿名线索。',
        en: 'An objection is made in writing, under a real name, to the designated department; record anything else as a tip.',
      },
    }
  }
  if (type === 'noticePublished') return wrongNotice(state, data as ActData<'noticePublished'>)
  if (type === 'costRecorded') return wrongCost(state, data as ActData<'costRecorded'>)
  if (type === 'planDrafted') return wrongPlan(data as ActData<'planDrafted'>)
  if (type === 'planAgreed') return wrongMember(state, (data as ActData<'planAgreed'>).member)
  if (type === 'paid') return wrongPayment(state, data as ActData<'paid'>)
  return undefined
}

function wrongMember(state: CaseState | undefined, member: string): OutOfOrder | undefined {
  const plan = state?.plan
  if (!plan?.data.lines.some(({ name }) => name === member)) {
    return {
      code: 'not-a-recipient',
      detail: { zh: `方案中没有${member}。`, en: `${member} is not in the plan.` },
    }
  }
  if (!plan.agreed.includes(member)) return undefined
  return {
    code: 'already-agreed',
    detail: { zh: `${member}已确认。`, en: `${member} has agreed already.` },
  }
}

/** A payout is the plan, name by name and fen by fen. */
function wrongPayment(
  state: CaseState | undefined,
  { lines }: ActData<'paid'>,
): OutOfOrder | undefined {
  const planned = state?.plan?.data.lines ?? []
  const isSame =
    lines.length === planned.length &&
    planned.every(({ name, amount }, i) => lines[i]?.name === name && lines[i]?.amount === amount)
  if (isSame) return undefined
  return {
    code: 'payment-differs-from-plan',
    detail: {
      zh: '发放明细与分配方案不一致，须逐人逐分相同。',
      en: 'The payments differ from the plan; they must equal it, person by person, to the fen.',
    },
  }
}

/** What the public reads is what was reviewed: the counterparty and the price are compared. */
function wrongNotice(
  state: CaseState | undefined,
  { counterparty, price }: ActData<'noticePublished'>,
): OutOfOrder | undefined {
  const terms = state?.terms
  const isSame =
    (counterparty === undefined || counterparty === terms?.counterparty) &&
    (price === undefined || fenOf(price) === terms?.price)
  if (isSame) return undefined
  return {
    code: 'notice-differs-from-terms',
    detail: {
      zh: '公示的合作主体或拟交易价格与审核通过的方案不一致；价格请写成如“111万元”。',
      en: 'The notice names another counterparty or price than the reviewed terms; write the price as 111万元.',
    },
  }
}

/** `111 万元` or `1,110,000.00元` as fen; undefined when it reads otherwise. */
function fenOf(price: string): string | undefined {
  const [, digits = '', wan] = /^[¥￥]?\s*([\d,]+(?:\.\d+)?)\s*(万)?元?$/.exec(price.trim()) ?? []
  const [whole = '', rest = ''] = digits.replaceAll(',', '').split('.')
  const places = wan ? 6 : 2
  if (whole === '' || rest.length > places) return undefined
  return String(BigInt(`${whole}${rest.padEnd(places, '0')}`))
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

function wrongPlan({ lines }: ActData<'planDrafted'>): OutOfOrder | undefined {
  if (new Set(lines.map(({ name }) => name)).size === lines.length) return undefined
  return {
    code: 'duplicate-recipient',
    detail: {
      zh: '分配方案中有重名的奖励对象，请合并或注明。',
      en: 'A name stands twice in the plan.',
    },
  }
}
