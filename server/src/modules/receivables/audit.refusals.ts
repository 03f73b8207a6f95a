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
}

/** The public pages of audits. */
export const auditProblems: ProblemPages = {
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
