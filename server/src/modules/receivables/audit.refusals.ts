import { conflictPage, type ProblemPages } from '../../platform/problem.refusals.ts'
import { conflict, type Problem } from '../../platform/problem.ts'

type None = Record<string, never>

/** Why an audit of a licensee's books is not recorded, or not taken back. */
export interface AuditRefusals {
  'audited-in-future': { readonly today: string }
  'audit-difference': None
  'audit-period-missing': None
  'audit-period-unstated': None
  'audit-due-missing': None
  'audit-due-unasked': None
  'audit-due-before': None
  'audit-above-due': { readonly due: string }
  'audited-before': { readonly on: string }
  'audit-taken-back': None
  'audit-in-use': None
  'audit-claims-period': { readonly on: string }
  'audit-not-over': None
  'audit-decided': { readonly on: string }
  'decision-in-use': None
  'decided-in-future': { readonly today: string }
  'decided-before': { readonly on: string }
  'over-unpaid': { readonly open: string }
  'over-matched': { readonly paid: string; readonly owed: string }
  'over-invoiced': { readonly invoiced: string; readonly owed: string }
  'over-not-held': { readonly free: string }
  'no-period-to-credit': None
}

/** At which field each stands, and what it says. */
export const auditFields: Partial<Record<string, readonly [string, string, string]>> = {
  'audited-in-future': [
    '#/onDay',
    '结果须在审计之后登记（今天是 {today}）；尚未进行的请登记为“已通知”。',
    'An outcome follows the audit (today is {today}); one to come is announced.',
  ],
  'audit-difference': [
    '#/difference',
    '发现差额的须填写差额；其他结果不填。',
    'Give the difference where one was found, and only then.',
  ],
  'audit-period-missing': [
    '#/periodFrom',
    '发现差额的，请选择差额属于哪一期。',
    'Say of which period the difference is.',
  ],
  'audit-period-unstated': [
    '#/periodFrom',
    '这一期尚无结算单；请先登记结算单，再登记审计差额。',
    'This period was not stated yet; record its statement first.',
  ],
  'audit-due-missing': [
    '#/dueOn',
    '请填写补付的到期日，差额从该日起作为应收款。',
    'Say by when the difference is to be paid; it is owed from then on.',
  ],
  'audit-due-unasked': [
    '#/dueOn',
    '只有少付的差额才有补付到期日。',
    'Only what was stated too little has a day to be paid by.',
  ],
  'audit-due-before': [
    '#/dueOn',
    '补付到期日不得早于审计日期。',
    'It is to be paid on the day of the audit or after it.',
  ],
  'audit-above-due': [
    '#/difference',
    '多付的差额不能超过这一期的应付金额（{due}）。',
    'Too much by no more than was due for the period ({due}).',
  ],
  'audited-before': [
    '#/periodFrom',
    '这一期已有 {on} 的审计差额；有误的先撤回那一次，再登记。',
    'An audit of {on} found a difference of this period already; if it is wrong, take that one back first.',
  ],
  'decided-in-future': [
    '#/onDay',
    '决定日期不得晚于今天（{today}）。',
    'It was decided today ({today}) or before.',
  ],
  'decided-before': [
    '#/onDay',
    '决定日期不得早于审计日期（{on}）。',
    'It was decided on the day of the audit ({on}) or after it.',
  ],
  'over-unpaid': [
    '#/way',
    '这一期还有 {open} 未收，未付的款项不存在多付。请先核对到账；确未付清的，撤回审计并更正结算单（已开票的先红冲）。',
    'Of this period {open} is not paid, and what was not paid is not too much. Match what arrived first; where it was not paid, take the audit back and correct the statement (an invoice by a red-letter one first).',
  ],
  'over-matched': [
    '#/way',
    '退还后这一期只应付 {owed}，而已核对或核销 {paid}。请先撤回核对，再按 {owed} 重新核对，余额留在到账中待退。',
    'Without it {owed} is owed for the period, and {paid} is matched or written off. Take the match back and match {owed} anew first; the rest of the receipt is then there to go back.',
  ],
  'over-invoiced': [
    '#/way',
    '退还后这一期只应付 {owed}，而已开票 {invoiced}。请先开具红字发票（草稿请作废），再作决定。',
    'Without it {owed} is owed for the period, and {invoiced} is invoiced. Record a red-letter invoice first, or make the draft void.',
  ],
  'over-not-held': [
    '#/way',
    '合同的到账中未核对、可退还的只有 {free}。请先核对到账；确未付清的，撤回审计并更正结算单。',
    'Only {free} of the contract’s receipts is unmatched and could go back. Match what arrived first; where it was not paid, take the audit back and correct the statement.',
  ],
  'no-period-to-credit': [
    '#/way',
    '此后没有尚未开票、收款的结算期可以抵减；请选择退还。',
    'No later period is left that was neither invoiced nor paid; choose to give it back.',
  ],
}

/** What the state of an audit does not allow. */
export const auditConflicts: Partial<
  Record<string, (facts: Readonly<Record<string, string>>) => Problem>
> = {
  'audit-taken-back': () =>
    conflict('audit-taken-back', {
      zh: '这次审计的登记已经撤回。',
      en: 'This audit was taken back already.',
    }),
  'audit-in-use': () =>
    conflict('audit-in-use', {
      zh: '审计差额的应收款已开票、收款或核销；请先作废发票、撤回核对或核销。',
      en: 'What the audit found was invoiced, paid or written off; take that back first.',
    }),
  'audit-claims-period': (facts) =>
    conflict('audit-claims-period', {
      zh: `${facts['on']} 的审计已就这一期登记差额；更正结算单会重复计算，请先撤回那次审计。`,
      en: `The audit of ${facts['on']} found a difference of this period; a corrected statement would count it twice. Take the audit back first.`,
    }),
  'audit-not-over': () =>
    conflict('audit-not-over', {
      zh: '这次审计没有发现多付，无须决定退还或抵减。',
      en: 'This audit found nothing that was paid too much.',
    }),
  'audit-decided': (facts) =>
    conflict('audit-decided', {
      zh: `多付的款项已于 ${facts['on']} 作出决定；决定有误的，撤回审计后重新登记。`,
      en: `It was decided on ${facts['on']} already; if that is wrong, take the audit back and record it anew.`,
    }),
  'decision-in-use': () =>
    conflict('decision-in-use', {
      zh: '多付的款项已经退还，或者抵减后的款项已开票、收款或核销；请先撤回那些。',
      en: 'What was paid too much went back already, or what owes less by it was invoiced, paid or written off; take that back first.',
    }),
}

/** The public pages of audits. */
export const auditProblems: ProblemPages = {
  'audit-not-over': conflictPage(
    [
      '没有多付',
      '这次审计没有发现多付，无须决定退还或抵减。',
      '少付的差额已列为应收款；登记有误的，撤回审计。',
    ],
    [
      'Nothing was paid too much',
      'This audit found nothing that was paid too much.',
      'What was stated too little is owed already; take the audit back where it is wrong.',
    ],
  ),
  'audit-decided': conflictPage(
    ['已经决定', '多付的款项已决定退还或抵减，每次审计只决定一次。', '撤回审计后重新登记。'],
    [
      'Decided already',
      'It was decided what becomes of what was paid too much, once for an audit.',
      'If that is wrong, take the audit back and record it anew.',
    ],
  ),
  'decision-in-use': conflictPage(
    [
      '决定已经执行',
      '多付的款项已经退还，或者抵减后的款项已开票、收款或核销。',
      '作废发票、撤回核对或核销、撤回退款后，再撤回审计。',
    ],
    [
      'The decision was carried out',
      'What was paid too much went back, or what owes less by it was invoiced, paid or written off.',
      'Take that back first, then the audit.',
    ],
  ),
  'audit-taken-back': conflictPage(
    ['审计登记已撤回', '这次审计的登记已经撤回。', '需要的，另行登记。'],
    ['Taken back already', 'This audit was taken back already.', 'Record another where needed.'],
  ),
  'audit-in-use': conflictPage(
    [
      '审计差额已有往来',
      '审计差额的应收款已开票、收款或核销。',
      '作废发票、撤回核对或核销后，再撤回审计。',
    ],
    [
      'The difference is in use',
      'What the audit found was invoiced, paid or written off.',
      'Void the invoice, or take the match or the write-off back, then take the audit back.',
    ],
  ),
  'audit-claims-period': conflictPage(
    [
      '审计已就这一期登记差额',
      '一次审计已就这一期登记差额；更正结算单会把差额重复计算。',
      '撤回那次审计，再更正结算单。',
    ],
    [
      'An audit claims this period',
      'An audit found a difference of this period; a corrected statement would count it twice.',
      'Take the audit back, then correct the statement.',
    ],
  ),
}
